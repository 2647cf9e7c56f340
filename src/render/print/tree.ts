import type { Segment, Slug } from '../../treaty/index.ts'
import { type Layout, PLACES } from './layout.ts'

/** Whether something is in both versions, only in the earlier (deleted), or only in the later (inserted). */
export type Presence = 'both' | 'deleted' | 'inserted'

/** Words in one language, with what was deleted and inserted. */
export interface Line {
  language: string
  segments: readonly Segment[]
}

/** One field of an entry, a line for each language. A line without words has no segments. */
export interface Field {
  name: string
  lines: readonly Line[]
}

/** One entry. Where two versions are printed together, an entry that moved occurs twice: at its old and its new place. */
export interface Item {
  id: Slug
  presence: Presence
  /** The id of a moved entry at its other place, which may be another id if it was also renamed. */
  elsewhere: Slug | null
  /** Whether it is the first entry of a section, or of a run of entries in no section. */
  startsGroup: boolean
  /** Whether it only carries the heading of a section without entries; its id is then not the id of an entry. */
  isPlaceholder: boolean
  /** The heading of its section, if it is the first entry of it. */
  heading: readonly Line[]
  /** The number with its full stop; empty if there is no number. */
  number: readonly Segment[]
  fields: readonly Field[]
  /** Why the entry is in the document, in one line. */
  reason?: string | undefined
}

/**
 * A document as it is printed, in reading order: what every printer walks. It holds one version, or two versions at once: without
 * the inserted words it is the earlier text, without the deleted words the later one.
 */
export interface Print {
  document: Slug
  /** The language of the page: that of all words not marked as being in another. */
  language: string
  /** All languages that have words, the page's language first. Lines are in this order. */
  languages: readonly string[]
  layout: Layout
  title: readonly Line[]
  /** Lines below the title: the edition, and for whom and on what day the text is valid. */
  heading: readonly string[]
  items: readonly Item[]
}

/** Items of one section, or in no section, under one heading. */
export interface Group {
  heading: readonly Line[]
  items: readonly Item[]
}

/** Returns the items by section, without the placeholders of sections without entries. */
export function groupsIn({ items }: Print): Group[] {
  const groups: { heading: readonly Line[]; items: Item[] }[] = []
  for (const item of items) {
    if (item.startsGroup) groups.push({ heading: item.heading, items: [] })
    if (!item.isPlaceholder) groups.at(-1)?.items.push(item)
  }
  return groups
}

/** Returns the words of a line without its marks. */
export function plainWords(segments: readonly Segment[]): string {
  return segments.map(({ words }) => words).join('')
}

/** Returns the lines of a field that have words. */
export function linesOf({ fields }: Item, name: string): Line[] {
  return saidIn(fields.find((field) => field.name === name)?.lines ?? [])
}

/** Returns the lines that have words. */
export function saidIn(lines: readonly Line[]): Line[] {
  return lines.filter(({ segments }) => segments.length > 0)
}

/** A term and its definition in one language; either may have no words. */
export interface Definition {
  language: string
  term: readonly Segment[]
  definition: readonly Segment[]
}

/** Returns the term and the definition of an entry in each language that has words of either. */
export function definitionsOf(item: Item, { languages }: Print): Definition[] {
  const [terms, definitions] = [linesOf(item, 'term'), linesOf(item, 'definition')]
  const inLanguage = (lines: readonly Line[], language: string) =>
    lines.find((line) => line.language === language)?.segments ?? []
  return languages
    .map((language) => ({
      language,
      term: inLanguage(terms, language),
      definition: inLanguage(definitions, language),
    }))
    .filter(({ term, definition }) => term.length + definition.length > 0)
}

/** Returns the fields that a layout has no place for; they are printed last, each with its name. */
export function otherFields({ fields }: Item, layout: Layout): Field[] {
  return fields.filter(({ name }) => !PLACES[layout].includes(name))
}
