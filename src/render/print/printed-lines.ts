import type { Redline, Segment } from '../../treaty/index.ts'
import { fieldHeading } from './layout.ts'
import type { Line } from './marked-document.ts'

/** A line as it is printed: as the Convention prints it; or, where it has no such words, with the name of its field before it. */
export interface PrintedLine extends Line {
  /** `Note`; null for a title and a definition, which stand for themselves. */
  name: string | null
}

/** The lines of an entry outside a table: its title, `"Term" definition`, each other field with its name. */
export function printedLines(words: readonly Redline[]): PrintedLine[] {
  const definitions = definitionLines(words).map((line) => ({ ...line, name: null }))
  return [...linesOfField(words, 'title'), ...definitions, ...namedLines(words, ['title', 'term', 'definition'])]
}

/** The lines of one field, without its name. */
export function linesOfField(words: readonly Redline[], name: string): PrintedLine[] {
  return saying(words)
    .filter(({ field }) => field === name)
    .map((line) => ({ ...line, name: null }))
}

/** The lines of all fields but these, each with its field's name. */
export function namedLines(words: readonly Redline[], butFor: readonly string[]): PrintedLine[] {
  return saying(words)
    .filter(({ field }) => !butFor.includes(field))
    .map((line) => ({ ...line, name: fieldHeading(line.field) }))
}

/** Whether an entry's words are a definition's, among others. */
export function isDefinition(words: readonly Redline[]): boolean {
  return words.some(({ field }) => field === 'term' || field === 'definition')
}

function definitionLines(words: readonly Redline[]): Line[] {
  const parts = ['term', 'definition'].flatMap((name) => words.filter(({ field }) => field === name))
  const languages = [...new Set(parts.map(({ language }) => language))]
  const lines = languages.map((language) => {
    const own = parts.filter((each) => each.language === language)
    const segments = own.flatMap(({ field, segments }) => (field === 'term' ? quoted(segments) : segments))
    return { language, segments }
  })
  return lines.filter(({ segments }) => segments.length > 0)
}

/** A line without words in either version is none. */
function saying(words: readonly Redline[]): Redline[] {
  return words.filter(({ segments }) => segments.length > 0)
}

function quoted(segments: readonly Segment[]): Segment[] {
  if (segments.length === 0) return []
  const only = segments.every(({ kind }) => kind === segments[0]?.kind)
  const kind = only ? (segments[0]?.kind ?? 'same') : 'same'
  return [{ kind, words: '"' }, ...segments, { kind, words: '" ' }]
}
