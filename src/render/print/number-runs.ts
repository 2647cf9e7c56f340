import type { DocumentDifference, MarkedChange, Renumbered, Slug } from '../../treaty/index.ts'
import { carriedAlong } from './section-ids.ts'

/**
 * Consecutive entries whose numbers shifted by the same amount, because one was added or removed; or that all lost or all got a
 * number. Readers see them as one line.
 */
export interface NumberRun {
  kind: 'number-run'
  /** The first and the last entry. */
  entries: [Slug, Slug]
  /** Their first and last number before; null if they had none. */
  before: [string, string] | null
  /** Their first and last number after; null if they have none. */
  after: [string, string] | null
  count: number
  /** Whether another entry bears one of these numbers, so that the numbers alone do not say which entries are meant. */
  isAmbiguous: boolean
}

/**
 * Returns the changes of a document as readers see them: each run of shifted numbers is one line, and entries that moved only because
 * the id of their section changed are left out.
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
    return run[0] === change ? [asRun(run, difference)] : []
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

/** By how much a number shifted; or that the entry lost or got one. */
type Shift = number | 'lost' | 'given'

function shift({ before, after }: Renumbered): Shift | null {
  if (after === null) return 'lost'
  if (before === null) return 'given'
  const whole = (number: string) => (/^\d{1,15}$/.test(number) ? Number(number) : null)
  const [from, to] = [whole(before), whole(after)]
  return from === null || to === null ? null : to - from
}

function asRun(run: readonly Renumbered[], { before, after }: DocumentDifference): NumberRun {
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
    isAmbiguous: [first, last].some((end) => isShared(before, end?.before) || isShared(after, end?.after)),
  }
}

function isShared({ entries }: DocumentDifference['before'], number: string | null | undefined): boolean {
  return number !== undefined && number !== null && entries.filter((entry) => entry.number === number).length > 1
}

/** `15-16 renumbered 16-17`; `15-16 (vienna-1988 to budapest-2001) renumbered 16-17`; `15-16 no longer numbered`; `treaty-1 to treaty-3 numbered 1-3`. */
export function runInWords({ entries, before, after, isAmbiguous }: NumberRun): string {
  const range = ([first, last]: [string, string]) => (first === last ? first : `${first}-${last}`)
  const which = isAmbiguous ? ` (${entries.join(' to ')})` : ''
  if (after === null)
    return `${before === null ? entries.join(' to ') : range(before)}${before === null ? '' : which} no longer numbered`
  if (before === null) return `${entries.join(' to ')} numbered ${range(after)}`
  return `${range(before)}${which} renumbered ${range(after)}`
}
