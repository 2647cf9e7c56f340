import type { Change, Document, Entry, GivenNumber, Slug } from '../../treaty/index.ts'

/**
 * Returns the entries to which a merge gave another number than the amendment's text prints, in the order of the merged document: an
 * addition whose number was taken, and entries that it shifted.
 * @param amendment the text that it was drafted on, and its own
 * @param before the text that it was merged into
 */
export function givenNumbers(
  { base, text }: { base: Document; text: Document },
  before: Document,
  merged: Document,
): GivenNumber[] {
  const [drafted, own, earlier] = [base, text, before].map(numbersOf)
  return merged.entries.flatMap(({ id, number }) => {
    const isItsOwn = own?.has(id) && (!drafted?.has(id) || drafted.get(id) !== own.get(id))
    const printed = (isItsOwn ? own?.get(id) : earlier?.get(id)) ?? null
    return number === undefined || number === printed ? [] : [{ entry: id, number: printed, becomes: number }]
  })
}

function numbersOf({ entries }: Document): Map<Slug, string | undefined> {
  return new Map(entries.map(({ id, number }) => [id, number]))
}

/**
 * Returns an amendment's changes with the numbers that its adoption recorded, as its edition prints them.
 * @param numbers by entry; none: the changes print the right ones
 * @param before the edition before
 */
export function withGivenNumbers(
  changes: readonly Change[],
  numbers: Readonly<Record<Slug, string>> | undefined,
  before?: Document,
): readonly Change[] {
  if (numbers === undefined) return changes
  const earlier = new Map(before?.entries.map((entry) => [entry.id, entry]))
  const numbered = changes.map((change) => withNumber(change, numbers, earlier))
  const known = new Set(
    changes.flatMap(({ kind, entry }) => (kind === 'added' || kind === 'renumbered' ? [entry] : [])),
  )
  const shifted = [...earlier.values()].flatMap((entry): Change[] => {
    const after = numbers[entry.id]
    if (after === undefined || known.has(entry.id) || before === undefined) return []
    return [{ document: before.document, entry: entry.id, kind: 'renumbered', before: entry.number ?? null, after }]
  })
  return [...numbered, ...shifted].filter(({ kind, before: was, after }) => kind !== 'renumbered' || was !== after)
}

function withNumber(change: Change, numbers: Readonly<Record<Slug, string>>, before: ReadonlyMap<Slug, Entry>): Change {
  if (change.kind === 'added') {
    const number = numbers[change.entry]
    return number === undefined ? change : { ...change, after: { ...change.after, number } }
  }
  if (change.kind !== 'renumbered') return change
  const was = before.get(change.entry)
  const from = was === undefined ? change.before : (was.number ?? null)
  return { ...change, before: from, after: numbers[change.entry] ?? change.after }
}
