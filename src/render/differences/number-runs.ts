import type { DocumentDifference, MarkedChange, Renumbered, Slug } from '../../treaty/index.ts'

/** Following entries whose numbers shifted by as much, because one came or went: one line for a reader. */
export interface NumberRun {
  kind: 'number-run'
  /** The first and the last entry. */
  entries: [Slug, Slug]
  before: [string, string]
  after: [string, string]
  count: number
}

/** The changes of a document with each run of shifted numbers gathered into one, where its first stood. */
export function foldNumbers(difference: DocumentDifference): (MarkedChange | NumberRun)[] {
  const runs = runsOf(difference)
  return difference.changes.flatMap((marked): (MarkedChange | NumberRun)[] => {
    const { change } = marked
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
  let shifted: number | null = null
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

function shift({ before, after }: Renumbered): number | null {
  const whole = (number: string | null) => (number !== null && /^\d{1,15}$/.test(number) ? Number(number) : null)
  const [from, to] = [whole(before), whole(after)]
  return from === null || to === null ? null : to - from
}

function asRun(run: readonly Renumbered[]): NumberRun {
  const [first, last] = [run[0], run.at(-1)]
  return {
    kind: 'number-run',
    entries: [first?.entry ?? '', last?.entry ?? ''],
    before: [first?.before ?? '', last?.before ?? ''],
    after: [first?.after ?? '', last?.after ?? ''],
    count: run.length,
  }
}

/** `15-16 renumbered 16-17`. */
export function runInWords({ before, after }: NumberRun): string {
  const range = ([first, last]: [string, string]) => (first === last ? first : `${first}-${last}`)
  return `${range(before)} renumbered ${range(after)}`
}
