import type { Document, Entry, Section, Slug, Words } from '../../treaty/index.ts'

/** How the Convention prints a document: a numbered list, a table of names and descriptions, definitions; or field by field. */
export type Layout = 'list' | 'table' | 'definitions' | 'fields'

/** How a document is to be printed. */
export interface DocumentOptions {
  /** The only language to print; words that do not exist in it are printed in their first language (default: all). */
  language?: string
  /** Lines below the title: the edition, and for whom and on what day the text is valid. */
  heading?: readonly string[]
  /** Why an entry is in the document, by its id: one line each. */
  reasons?: ReadonlyMap<Slug, string>
}

/** The fields that each layout has a place for, first the one that it is made for. */
export const PLACES: Readonly<Record<Layout, readonly string[]>> = {
  list: ['title'],
  table: ['name', 'description'],
  definitions: ['term', 'definition'],
  fields: [],
}

/** Returns the first layout that has a place for at least one field of each entry. */
export function layoutOf({ entries }: Document): Layout {
  const layouts = ['list', 'table', 'definitions'] as const
  const suits = (layout: Layout) => {
    const [first = '', ...others] = PLACES[layout]
    const has = (field: string) => (entry: Entry) => entry.text[field] !== undefined
    return entries.some(has(first)) && entries.every((entry) => [first, ...others].some((field) => has(field)(entry)))
  }
  return layouts.find(suits) ?? 'fields'
}

/** Returns the language to print a document in: the one asked for, or English if its title has it, or the first of its title. */
export function languageOf(document: Document, asked?: string): string {
  if (asked !== undefined) return asked
  return 'en' in document.title ? 'en' : (Object.keys(document.title)[0] ?? 'en')
}

/** Returns the words in a language; if there are none in it, those in the first language. */
export function wordsIn(words: Words | undefined, language: string): string {
  return words?.[language] ?? Object.values(words ?? {})[0] ?? ''
}

/** `1. Software`: the heading of a section as it is printed. */
export function sectionHeading({ number, title }: Section, language: string): string {
  return number === undefined ? wordsIn(title, language) : `${number}. ${wordsIn(title, language)}`
}

/** A section with its entries, if any, in the document's order; `section` is null for those in none. */
export interface Group {
  section: Section | null
  entries: Entry[]
}

/**
 * Returns the entries in runs of one section each, in the document's order. A section without entries comes after the sections before
 * it; but a document without entries has no groups.
 */
export function groupsOf(document: Document): Group[] {
  const groups: Group[] = []
  for (const entry of document.entries) {
    const last = groups.at(-1)
    if (last && (last.section?.id ?? undefined) === entry.section) last.entries.push(entry)
    else groups.push({ section: sectionOf(document, entry.section), entries: [entry] })
  }
  return groups.length === 0 ? [] : withEmptySections(groups, document)
}

/** Returns the entries of a group; if it has none, a placeholder without words that carries its heading. */
export function rowsOf({ section, entries }: Group): Entry[] {
  if (section === null || entries.length > 0) return entries
  return [{ id: `section:${section.id}`, section: section.id, text: {} }]
}

function withEmptySections(groups: readonly Group[], { sections = [], entries }: Document): Group[] {
  const inUse = new Set(entries.map(({ section }) => section))
  const order = new Map(sections.map(({ id }, position) => [id, position]))
  const all = [...groups]
  sections.forEach((section, position) => {
    if (inUse.has(section.id)) return
    const isBefore = (group: Group) => group.section === null || (order.get(group.section.id) ?? -1) < position
    all.splice(all.findLastIndex(isBefore) + 1, 0, { section, entries: [] })
  })
  return all
}

function sectionOf(document: Document, id: Slug | undefined): Section | null {
  if (id === undefined) return null
  return document.sections?.find((section) => section.id === id) ?? { id, title: { [languageOf(document)]: id } }
}

/** `Entry into force` for `entryIntoForce`: a field's name as a heading. */
export function fieldHeading(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Words, and the language that they are in. */
export interface Wording {
  language: string
  words: string
}

/** Returns all languages that a document has words in, those of its title first. */
export function languagesOf({ title, sections = [], entries }: Document): string[] {
  const all = [
    title,
    ...sections.map((section) => section.title),
    ...entries.flatMap(({ text }) => Object.values(text)),
  ]
  return [...new Set(all.flatMap((words) => Object.keys(words)))]
}

/** Returns a document with words in one language only; words that do not exist in it stay in their first language. */
export function inOneLanguage(document: Document, language: string): Document {
  const only = (words: Words): Words => {
    const { language: own, words: said } = wordingIn(words, language)
    return own in words ? { [own]: said } : words
  }
  const { title, sections, entries } = document
  return {
    ...document,
    title: only(title),
    ...(sections && { sections: sections.map((section) => ({ ...section, title: only(section.title) })) }),
    entries: entries.map((entry) => ({
      ...entry,
      text: Object.fromEntries(Object.entries(entry.text).map(([field, words]) => [field, only(words)])),
    })),
  }
}

/** Returns the words in a language; if there are none in it, those in the first language. */
export function wordingIn(words: Words | undefined, language: string): Wording {
  const [own = language, said = ''] = Object.entries(words ?? {})[0] ?? []
  const asked = words?.[language]
  return asked === undefined ? { language: own, words: said } : { language, words: asked }
}
