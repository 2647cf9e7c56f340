import type { Segment } from '../../../treaty/index.ts'
import { fieldHeading } from '../../print/layout.ts'
import { definitionsOf, type Item, type Line, linesOf, type Print, saidIn } from '../../print/tree.ts'
import type { Reviser } from './revisions.ts'

/** A line of an entry, as one paragraph. */
export interface ParagraphLine extends Line {
  /** The name of its field, printed before it; null for a title, a definition and the columns of a table. */
  name: string | null
}

/** Returns the lines of an entry outside a table: its title, `"Term" definition`, each other field with its name. */
export function itemLines(item: Item, print: Print): ParagraphLine[] {
  const definitions = definitionsOf(item, print).map(({ language, term, definition }) => {
    return { name: null, language, segments: [...quoted(term), ...definition] }
  })
  const lines = [...fieldLines(item, 'title'), ...definitions, ...namedLines(item, ['title', 'term', 'definition'])]
  return withLineForNumber(lines, item)
}

/** Returns the lines of one field, without its name. */
export function fieldLines(item: Item, name: string): ParagraphLine[] {
  return linesOf(item, name).map((line) => ({ ...line, name: null }))
}

/** Returns the lines of all fields except these, each with the name of its field. */
export function namedLines({ fields }: Item, except: readonly string[]): ParagraphLine[] {
  return fields
    .filter(({ name }) => !except.includes(name))
    .flatMap(({ name, lines }) => saidIn(lines).map((line) => ({ ...line, name: fieldHeading(name) })))
}

/** Adds an empty line if there is no line that could carry the number. */
export function withLineForNumber(lines: ParagraphLine[], { number }: Item): ParagraphLine[] {
  return lines.length > 0 || number.length === 0 ? lines : [{ name: null, language: 'en', segments: [] }]
}

function quoted(segments: readonly Segment[]): Segment[] {
  if (segments.length === 0) return []
  const isOneKind = segments.every(({ kind }) => kind === segments[0]?.kind)
  const kind = isOneKind ? (segments[0]?.kind ?? 'same') : 'same'
  return [{ kind, words: '"' }, ...segments, { kind, words: '" ' }]
}

/** Returns the reason of an entry as a paragraph; nothing if it has none. */
export function reasonParagraph({ reason }: Item, write: Reviser, indent?: number): string {
  if (reason === undefined) return ''
  return write.paragraph('Edition', 'both', 'en', write.runs([{ kind: 'same', words: reason }], 'en'), indent)
}
