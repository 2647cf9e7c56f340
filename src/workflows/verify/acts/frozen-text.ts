import { apply, diff } from '../../../text/index.ts'
import { digestOf, type Finding, type Frozen, isKnownError, type Proposal } from '../../../treaty/index.ts'
import { isReplayOf } from '../../sync/replayed-on-main.ts'
import type { Audit } from '../audit.ts'
import { type MainCommit, named } from '../main-history.ts'
import { changedEntries } from './document.ts'

/**
 * Checks that the frozen changes match their digest, and equal the difference between the circulated commit and its base on main.
 * @param main the commit that froze them
 */
export async function frozenText(audit: Audit, main: MainCommit, proposal: Proposal): Promise<Finding[]> {
  const { frozen } = proposal
  if (frozen === undefined) return []
  const findings = digestOf(frozen.changes) === frozen.digest ? [] : [digestDiffers(main)]
  const missing = await missingCommit(audit, frozen)
  if (missing !== null) return [...findings, notHere(missing)]
  return [
    ...findings,
    ...(await baseFindings(audit, main, frozen)),
    ...(await textFindings(audit, main, proposal, frozen)),
  ]
}

function digestDiffers({ commit }: MainCommit): Finding {
  const message = `The frozen changes in commit ${named(commit)} are not those that were circulated: their digest differs.`
  const hint = 'Restore the file from the commit that froze it; a frozen text is never edited.'
  return { rule: 'verify/frozen-digest', level: 'error', message, hint }
}

async function missingCommit({ repository }: Audit, frozen: Frozen): Promise<string | null> {
  for (const id of [frozen.base, frozen.commit]) {
    try {
      await repository.readCommit(id)
    } catch (error) {
      if (!isKnownError(error)) throw error
      return id
    }
  }
  return null
}

async function baseFindings(audit: Audit, { commit }: MainCommit, frozen: Frozen): Promise<Finding[]> {
  const { repository } = audit
  const onMain = await wasOnMain(audit, frozen.base, commit.id)
  if (onMain && (await repository.isAncestor(frozen.base, frozen.commit))) return []
  const where = onMain ? `the circulated text (${frozen.commit.slice(0, 12)})` : 'main'
  return [
    {
      rule: 'verify/frozen-base',
      level: 'error',
      message: `Commit ${named(commit)} froze a text drafted on ${frozen.base.slice(0, 12)}, which is not in the history of ${where}: a history was rewritten.`,
      hint: 'Compare main with a clone that you trust (git log --first-parent main), and restore the old history.',
    },
  ]
}

async function wasOnMain(audit: Audit, base: string, commit: string): Promise<boolean> {
  const { repository, history } = audit
  if (history.byId.has(base) || history.believed.has(base)) return repository.isAncestor(base, commit)
  const replay = (await audit.replays()).get(base)
  return replay !== undefined && (await isReplayOf(repository, replay, base))
}

async function textFindings(audit: Audit, main: MainCommit, proposal: Proposal, frozen: Frozen): Promise<Finding[]> {
  const base = await audit.documentAt(frozen.base, proposal.document)
  const drafted = await audit.documentAt(frozen.commit, proposal.document)
  const differences = base === null || drafted === null ? null : diff(apply(base, frozen.changes).document, drafted)
  if (differences !== null && differences.length === 0) return []
  const which = differences === null ? 'the document cannot be read there' : changedEntries(differences)
  return [
    {
      rule: 'verify/frozen-branch',
      level: 'error',
      message: `The frozen changes in commit ${named(main.commit)} are not the difference between ${frozen.commit.slice(0, 12)} and its base: ${which}.`,
      hint: 'Look at the history of this file: the record and the text were written together, so one of them was edited.',
    },
  ]
}

function notHere(id: string): Finding {
  return {
    rule: 'verify/frozen-commit-absent',
    level: 'warning',
    message: `Commit ${id.slice(0, 12)} is not in this clone, so the frozen changes could not be compared with it.`,
    hint: "Fetch the proposal's branch: annex sync",
  }
}
