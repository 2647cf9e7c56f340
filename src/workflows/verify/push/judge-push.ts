import type { Repository } from '../../../git/index.ts'
import type { Finding, RuleId } from '../../../treaty/index.ts'
import { guarded } from '../audit.ts'
import { departureFindings } from '../known-main.ts'
import { verify } from '../verify.ts'
import { judgeRefs, refused } from './judge-refs.ts'
import type { PushedRef } from './pushed-refs.ts'

/** Warnings of an audit because of which a push is refused: later, nobody could put it right. */
const REFUSED: readonly RuleId[] = [
  'verify/branch-rewritten',
  'verify/frozen-commit-absent',
  'verify/signatures-left-out',
]

/**
 * Judges what somebody pushes, before any ref moves: main by an audit of its new commits, by the record before them; editions, which are
 * never moved or deleted; and the branches of circulated proposals. A draft is its author's. What was wrong on the server before the
 * push is not reported again. Errors refuse the push.
 */
export async function judgePush(repository: Repository, refs: readonly PushedRef[]): Promise<Finding[]> {
  const pushed = refs.find(({ ref }) => ref === `refs/heads/${repository.mainBranch}`)
  const before = pushed === undefined ? await mainOf(repository) : pushed.old
  const after = pushed === undefined ? before : pushed.now
  const ofRefs = await judgeRefs(repository, after ?? before, refs)
  if (before !== null && after === null) return [...ofRefs, deleted(before)]
  if (after === null) return ofRefs
  const departure = before === null ? null : await repository.departure(before, after)
  if (departure !== null) {
    const hint = 'Run annex sync, which replays your commits on top of main. No record is taken back by a push.'
    return [...ofRefs, ...(await departureFindings(repository, departure, { known: 'main on this server', hint }))]
  }
  return [...ofRefs, ...(await guarded(() => audited(repository, before, refs)))]
}

async function mainOf(repository: Repository): Promise<string | null> {
  const branches = await repository.branches(repository.mainBranch)
  return branches.find(({ name }) => name === repository.mainBranch)?.commit ?? null
}

function deleted(before: string): Finding {
  return refused(
    'verify/main-continues',
    `main (${before.slice(0, 12)}) would be deleted.`,
    'Push without deleting main.',
  )
}

async function audited(repository: Repository, before: string | null, refs: readonly PushedRef[]): Promise<Finding[]> {
  const after = repository.withRefs(new Map(refs.map(({ ref, now }) => [ref, now])))
  const known = new Set(before === null ? [] : (await verify(repository, { since: before })).findings.map(keyOf))
  const { findings } = await verify(after, { since: before })
  return findings.filter((finding) => !known.has(keyOf(finding))).map(asOfPush)
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function asOfPush(finding: Finding): Finding {
  if (REFUSED.includes(finding.rule)) return { ...finding, level: 'error' }
  // A program may push the tag after main: then it is judged with the tag.
  if (finding.rule === 'verify/edition-missing') return { ...finding, level: 'note', hint: 'Push the tag after main.' }
  return finding
}
