import { canonicalJson, type Finding, type Proposal } from '../../treaty/index.ts'
import { named } from './main-history.ts'
import type { ProposalHistory, ProposalVersion } from './proposal-history.ts'

/** What main gains after a text was sent out; all else was part of what was sent. */
const ADDED_LATER: ReadonlySet<string> = new Set(['edition', 'closed', 'closedOn'])

/** Once sent out, a proposal's file only gains its edition or why it was closed; nothing in it changes or goes. */
export async function unchangedRecord(_: unknown, { versions, file }: ProposalHistory): Promise<Finding[]> {
  const findings: Finding[] = []
  let frozenBy: ProposalVersion | null = null
  let before: Proposal | null = null
  for (const version of versions) {
    const fields = before === null ? [] : rewritten(before, version.proposal)
    if (frozenBy !== null && fields.length > 0) findings.push(edited(version, frozenBy, fields, file))
    if (frozenBy === null && version.proposal?.frozen !== undefined) frozenBy = version
    before = version.proposal ?? before
  }
  return findings
}

function rewritten(before: Proposal, after: Proposal | null): string[] {
  if (after === null) return ['the whole file']
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].filter((field) => {
    if (!old.has(field) && ADDED_LATER.has(field)) return false
    return canonicalJson(old.get(field) ?? null) !== canonicalJson(now.get(field) ?? null)
  })
}

function edited(version: ProposalVersion, frozenBy: ProposalVersion, fields: readonly string[], file: string): Finding {
  return {
    rule: 'verify/frozen-changed',
    level: 'error',
    message: `Commit ${named(version.step.commit)} changed ${fields.join(', ')}, which commit ${named(frozenBy.step.commit)} had sent out.`,
    hint: `Restore it: git checkout ${frozenBy.step.commit.id.slice(0, 12)} -- ${file}, and put edition and closed back.`,
    at: { file },
  }
}
