import type { TreeDifference } from '../../../git/index.ts'
import { readingOf } from '../../../law/index.ts'
import type { Finding, ReadingDecision, ReadingsFile } from '../../../treaty/index.ts'
import { decisionsOnlyIn } from '../../readings/merge-readings.ts'
import { type Act, type Audit, about, revert } from '../audit.ts'
import { type MainCommit, named } from '../main-history.ts'

const NO_READINGS: ReadingsFile = { readings: {} }

/**
 * Checks that readings are set by `annex readings set`: the file gains the decision, with its reason and day, together with the
 * option. A change without it is an error until a later decision sets the same reading.
 */
export async function judgeReadings(audit: Audit, { main }: Act, change: TreeDifference): Promise<Finding[]> {
  const { path, before: was, after: is } = change
  const [old, now] = [audit.reader.readings(path, was) ?? NO_READINGS, audit.reader.readings(path, is)]
  if (now === null) {
    const hint = `Undo it: ${revert(main)}: without the file each question has its default.`
    return [about(main, 'verify/readings-changed', 'removed the readings, or made them unreadable', hint, path)]
  }
  if (main.parents.length === 0) return []
  const decided = decisionsOnlyIn(now, old)
  const findings = decided.flatMap((decision) => impossible(main, decision, path))
  for (const { id, does } of [...changedByHand(old, now, decided), ...decisionsRemoved(old, now)]) {
    findings.push(await byHand(audit, main, { id, does, option: now.readings[id] }, path))
  }
  return findings
}

interface ByHand {
  id: string
  does: string
  option: string | undefined
}

function changedByHand(old: ReadingsFile, now: ReadingsFile, decided: readonly ReadingDecision[]) {
  const option = ({ readings }: ReadingsFile, id: string) => readings[id] ?? readingOf(id)?.default
  const ids = [...new Set([old, now].flatMap(({ readings }) => Object.keys(readings)))]
  const latest = new Map(decided.map((decision) => [decision.reading, decision.option]))
  const set = new Set([...latest.keys(), ...ids.filter((id) => option(old, id) !== option(now, id))])
  return [...set]
    .filter((id) => latest.get(id) !== option(now, id))
    .map((id) => ({ id, does: `set ${id} from ${option(old, id)} to ${option(now, id)}` }))
}

function decisionsRemoved(old: ReadingsFile, now: ReadingsFile) {
  return [...new Set(decisionsOnlyIn(old, now).map(({ reading }) => reading))].map((id) => ({
    id,
    does: `changed or removed the recorded decision on ${id}`,
  }))
}

function impossible(main: MainCommit, { reading, option }: ReadingDecision, path: string): Finding[] {
  if (readingOf(reading)?.options.some(({ id }) => id === option)) return []
  const says = `recorded the decision ${reading}: ${option}, which is no reading or option`
  return [about(main, 'verify/readings-changed', says, `Undo it: ${revert(main)}; annex readings lists all.`, path)]
}

async function byHand(audit: Audit, main: MainCommit, { id, does, option }: ByHand, path: string): Promise<Finding> {
  const right = await putRightBy(audit, main, id, path)
  if (right !== null) {
    const says = `${does} without recording why; commit ${named(right.commit)} recorded a decision on it since`
    return about(main, 'verify/readings-changed', says, 'Nothing to do.', path, 'note')
  }
  const hint = `Ask the office which option it decided on, and record that: annex readings set ${id} ${option ?? 'OPTION'} --reason TEXT`
  return about(main, 'verify/readings-changed', `${does} without recording why`, hint, path)
}

/** The first later commit that recorded a decision on the reading; null without one. */
async function putRightBy(
  { history, reader, repository }: Audit,
  main: MainCommit,
  id: string,
  path: string,
): Promise<MainCommit | null> {
  for (const later of history.commits.slice(history.commits.indexOf(main) + 1)) {
    const change = later.changes.find((each) => each.path === path)
    if (change === undefined) continue
    const [old, now] = [reader.readings(path, change.before), reader.readings(path, change.after)]
    const decided = now === null ? [] : decisionsOnlyIn(now, old ?? NO_READINGS)
    if (!decided.some(({ reading }) => reading === id)) continue
    if (await repository.isAncestor(main.commit.id, later.commit.id)) return later
  }
  return null
}
