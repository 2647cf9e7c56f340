import type { FactChanged, MarkedChange, NoteChanged, Section, SectionsChanged, Slug } from '../../treaty/index.ts'
import { sectionHeading } from './layout.ts'
import { renamedSections } from './section-ids.ts'

/** An editorial value before and after: a fact, a note, a section's heading; null if it did not exist. */
export interface ValueChange {
  name: string
  /** The language of its words, if they are the document's own. */
  language?: string
  before: string | null
  after: string | null
}

/** Returns the editorial values that a change changes; empty for a change of the authentic text. */
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
  // The Parties that accept a remark may change while its words do not.
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
  const renamed = renamedSections(earlier, later)
  const isRenamed = (id: Slug) => renamed.some(({ before, after }) => before === id || after === id)
  const others = (sections: readonly Section[]) => sections.filter(({ id }) => !isRenamed(id))
  const stay = (sections: readonly Section[], others: readonly Section[]) =>
    sections
      .filter(({ id }) => others.some((other) => other.id === id))
      .map(({ id }) => id)
      .join(', ')
  const order = { name: 'order', before: stay(earlier, later), after: stay(later, earlier) }
  const ids = renamed.map((each) => ({ name: 'id (the section stays as it is)', ...each }))
  const headings = headingChanges(others(earlier), others(later))
  return [...ids, ...headings, ...(order.before === order.after ? [] : [order])]
}

function headingChanges(earlier: readonly Section[], later: readonly Section[]): ValueChange[] {
  const [before, after] = [headingsOf(earlier), headingsOf(later)]
  return [...new Map([...before, ...after])].flatMap(([name, { language }]) => {
    const change = { name, language, before: before.get(name)?.words ?? null, after: after.get(name)?.words ?? null }
    return change.before === change.after ? [] : [change]
  })
}

/** Returns the heading of each section in each language, by the name that the reader sees. */
function headingsOf(sections: readonly Section[]): Map<string, { language: string; words: string }> {
  const headings = sections.flatMap((section) =>
    Object.keys(section.title).map((language) => {
      const words = sectionHeading(section, language)
      return [`${section.id} (${language})`, { language, words }] as const
    }),
  )
  return new Map(headings)
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
