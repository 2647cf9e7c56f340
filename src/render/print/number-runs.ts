import type { DocumentDifference, MarkedChange, Renumbered, Slug } from '../../treaty/index.ts'
import { carriedAlong } from './section-ids.ts'

/**
 * Following entries whose numbers shifted by as much, because one came or went, or that all lost their number or got one: one line
 * for a reader.
 */
export interface NumberRun {
  kind: 'number-run'
  /** The first and the last entry. */
  entries: [Slug, Slug]
  /** Their numbers; null where they had none. */
  before: [string, string] | null
  /** Their numbers now; null where they have none. */
  after: [string, string] | null
  count: number
}

/**
 * The changes of a document as a reader is told them: each run of shifted numbers gathered into one, where its first stood, and without
 * the entries that only follow their section to another id.
 */
export function foldNumbers(difference: DocumentDifference): (MarkedChange | NumberRun)[] {
  const runs = runsOf(difference)
  const carried = carriedAlong(difference)
  return difference.changes.flatMap((marked): (MarkedChange | NumberRun)[] => {
    const { change } = marked
    if (change.kind === 'moved' && carried.has(change.entry)) return []
    if (change.kind !== 'renumbered') return [marked]
    const run = runs.get(change.entry)
    if (!run || run.length === 1) return [marked]
    return run[0] === change ? [asRun(run)] : []
  })
}

function runsOf({ after, changes }: DocumentDifference): Map<Slug, Renumbered[]> {
  const renumbered = new Map<Slug, Renumbered>()
  for (const { change } of changes) if (change.kind === 'renumbered') renumbered.set(change.entry, change)
  const runs = new Map<Slug, Renumbered[]>()
  let run: Renumbered[] = []
  let shifted: Shift | null = null
  for (const { id } of after.entries) {
    const change = renumbered.get(id)
    const by = change ? shift(change) : null
    if (by === null || by !== shifted) run = []
    shifted = by
    if (!change) continue
    run.push(change)
    runs.set(id, run)
  }
  return runs
}

/** By how much a number shifted; or that it went or came. */
type Shift = number | 'lost' | 'given'

function shift({ before, after }: Renumbered): Shift | null {
  if (after === null) return 'lost'
  if (before === null) return 'given'
  const whole = (number: string) => (/^\d{1,15}$/.test(number) ? Number(number) : null)
  const [from, to] = [whole(before), whole(after)]
  return from === null || to === null ? null : to - from
}

function asRun(run: readonly Renumbered[]): NumberRun {
  const [first, last] = [run[0], run.at(-1)]
  const numbers = (side: 'before' | 'after'): [string, string] | null => {
    const [from, to] = [first?.[side] ?? null, last?.[side] ?? null]
    return from === null || to === null ? null : [from, to]
  }
  return {
    kind: 'number-run',
    entries: [first?.entry ?? '', last?.entry ?? ''],
    before: numbers('before'),
    after: numbers('after'),
    count: run.length,
  }
}

/** `15-16 renumbered 16-17`; `15-16 no longer numbered`; `treaty-1 to treaty-3 numbered 1-3`. */
export function runInWords({ entries, before, after }: NumberRun): string {
  const range = ([first, last]: [string, string]) => (first === last ? first : `${first}-${last}`)
  if (after === null) return `${before === null ? entries.join(' to ') : range(before)} no longer numbered`
  if (before === null) return `${entries.join(' to ')} numbered ${range(after)}`
  return `${range(before)} renumbered ${range(after)}`
}
