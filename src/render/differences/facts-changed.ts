import type { FactChanged, MarkedChange, NoteChanged, Section, SectionsChanged } from '../../treaty/index.ts'

/** One thing that was and is: a fact's name, a note; null where there is none. */
export interface ValueChange {
  name: string
  before: string | null
  after: string | null
}

/** What changed beside the authentic words, value by value; empty for other changes. */
export function valueChanges({ change }: MarkedChange): ValueChange[] {
  if (change.kind === 'fact') return factChanges(change)
  if (change.kind === 'note') return noteChanges(change)
  if (change.kind === 'sections') return sectionChanges(change)
  return []
}

function factChanges({ before, after }: FactChanged): ValueChange[] {
  return differing(flat(before ?? {}), flat(after ?? {}))
}

function noteChanges({ before, after }: NoteChanged): ValueChange[] {
  return differing(noteValues(before), noteValues(after))
}

function noteValues({ note, formerly }: NoteChanged['before']): Map<string, string> {
  const remarks = typeof note === 'string' ? [note] : (note ?? []).map(({ says }) => says)
  const values = new Map<string, string>()
  if (remarks.length > 0) values.set('note', remarks.join(' / '))
  if (formerly) values.set('formerly', formerly.join(', '))
  // A remark may change who accepts what, and not its words.
  if (Array.isArray(note)) {
    const accepted = note.flatMap(({ accepts, by }) =>
      accepts === undefined ? [] : [by ? `${accepts} (${by})` : accepts],
    )
    if (accepted.length > 0) values.set('accepts', accepted.join(', '))
  }
  return values
}

function sectionChanges({ before, after }: SectionsChanged): ValueChange[] {
  const [earlier, later] = [before ?? [], after ?? []]
  const headings = (sections: readonly Section[]) =>
    new Map(
      sections.flatMap(({ id, number, title }) =>
        Object.entries(title).map(
          ([language, words]) => [`${id} (${language})`, number === undefined ? words : `${number}. ${words}`] as const,
        ),
      ),
    )
  const stay = (sections: readonly Section[], others: readonly Section[]) =>
    sections
      .filter(({ id }) => others.some((other) => other.id === id))
      .map(({ id }) => id)
      .join(', ')
  const order = { name: 'order', before: stay(earlier, later), after: stay(later, earlier) }
  return [...differing(headings(earlier), headings(later)), ...(order.before === order.after ? [] : [order])]
}

function flat(value: object, prefix = ''): Map<string, string> {
  const values = new Map<string, string>()
  for (const [key, item] of Object.entries(value)) {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (Array.isArray(item)) values.set(name, item.join(', '))
    else if (typeof item === 'object' && item !== null)
      for (const [inner, each] of flat(item, name)) values.set(inner, each)
    else if (item !== undefined) values.set(name, String(item))
  }
  return values
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ValueChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((value) => value.before !== value.after)
}
