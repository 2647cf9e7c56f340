import fc from 'fast-check'
import type { Document, Entry } from '../../src/treaty/index.ts'

type Edit = (entries: Entry[]) => Entry[]

const at = fc.nat({ max: 30 })
const place = (length: number, where: number) => where % (length + 1)
const pick = (length: number, where: number) => where % Math.max(1, length)

const adding = fc.tuple(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'omega'), at, fc.constantFrom('x', 'y')).map(
  ([id, where, words]): Edit =>
    (entries) =>
      entries.some((entry) => entry.id === id)
        ? entries
        : entries.toSpliced(place(entries.length, where), 0, { id, text: { title: { en: `${id} ${words}` } } }),
)
const removing = at.map(
  (where): Edit =>
    (entries) =>
      entries.toSpliced(pick(entries.length, where), 1),
)
const moving = fc.tuple(at, at).map(
  ([from, to]): Edit =>
    (entries) => {
      const [entry] = entries.slice(pick(entries.length, from))
      if (!entry) return entries
      const others = entries.filter((each) => each !== entry)
      return others.toSpliced(place(others.length, to), 0, entry)
    },
)
/** One that changes places with its neighbour: which of the two was moved, an order does not say. */
const swapping = at.map(
  (where): Edit =>
    (entries) => {
      const from = pick(entries.length - 1, where)
      const [one, other] = entries.slice(from, from + 2)
      return one && other ? entries.toSpliced(from, 2, other, one) : entries
    },
)
const rewording = fc.tuple(at, fc.constantFrom('en', 'fr'), fc.constantFrom('one', 'two')).map(
  ([where, language, words]): Edit =>
    (entries) =>
      change(entries, where, (entry) => ({
        ...entry,
        text: { title: { ...entry.text.title, [language]: `${entry.id} ${words}` } },
      })),
)
const stating = fc.tuple(at, fc.constantFrom('universal' as const, 'regional' as const)).map(
  ([where, scope]): Edit =>
    (entries) =>
      change(entries, where, (entry) => ({ ...entry, facts: { ...entry.facts, scope } })),
)
const renaming = at.map(
  (where): Edit =>
    (entries) =>
      change(entries, where, (entry) => {
        const id = `new-${entry.id}`
        // An entry may have gone by this id before, and another have come under the old one since.
        const taken = entry.id.startsWith('new-') || entries.some((other) => other.id === id)
        return taken ? entry : { ...entry, id, formerly: [entry.id] }
      }),
)

function change(entries: Entry[], where: number, edit: (entry: Entry) => Entry): Entry[] {
  return entries.map((entry, index) => (index === pick(entries.length, where) ? edit(entry) : entry))
}

/** As a drafter would: after the edits, numbers follow in order; entries that shared a number go on sharing it. */
export function numberedInOrder(entries: Entry[]): Entry[] {
  return entries.map((entry, index) => ({ ...entry, number: String(index + 1) }))
}

/** Anything that proposals do to a list of entries: some edits, and then numbers in order. */
export function proposalTo(document: Document): fc.Arbitrary<Document> {
  const edit = fc.oneof(
    { weight: 4, arbitrary: adding },
    { weight: 2, arbitrary: removing },
    { weight: 2, arbitrary: moving },
    { weight: 1, arbitrary: swapping },
    { weight: 3, arbitrary: rewording },
    { weight: 1, arbitrary: stating },
    { weight: 1, arbitrary: renaming },
  )
  return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({
    ...document,
    entries: numberedInOrder(edits.reduce((entries, each) => each(entries), document.entries)),
  }))
}
