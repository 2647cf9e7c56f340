// Text for a terminal. Each printer has a door of its own, so that a command loads only the printer of the format asked for.
import type { Difference, Document, Entry, Segment } from '../../../treaty/index.ts'
import { safeForTerminal } from '../../escape.ts'
import { changeListOf, type Detail, type DocumentChanges, elide, type ListedChange } from '../../print/changes.ts'
import { type Colours, NO_COLOURS } from '../../terminal.ts'

export { type DocumentTextOptions, documentText } from './document-text.ts'

const INDENT = '      '

/**
 * Returns a difference for a terminal. Deleted words are `[-words-]`, inserted words `{+words+}` (the marks of `git diff
 * --word-diff`), with or without colour; a run of numbers that shifted is one line.
 */
export function diffText(difference: Difference, colours: Colours = NO_COLOURS): string {
  const { title, by, revisions, summary, documents } = changeListOf(difference)
  const name = safeForTerminal([title, by].filter(Boolean).join(', '))
  const below = revisions === '' ? '' : `\n${colours.faint(safeForTerminal(revisions))}`
  const parts = documents.map((document) => documentPart(document, colours))
  return [`${name}: ${summary}${below}`, ...parts].join('\n\n')
}

function documentPart({ title, name, changes }: DocumentChanges, colours: Colours): string {
  const head = colours.strong(safeForTerminal(`${title} (${name})`))
  return [head, ...changes.map((change) => changeLines(change, colours))].join('\n')
}

function changeLines({ mark, subject, says, details }: ListedChange, colours: Colours): string {
  const paint = mark === '+' ? colours.added : mark === '-' ? colours.removed : colours.changed
  const words = [colours.strong(safeForTerminal(subject)), safeForTerminal(says)].filter(Boolean).join('  ')
  return [`  ${paint(mark)} ${words}`, ...details.map((detail) => INDENT + detailText(detail, colours))].join('\n')
}

function detailText({ kind, name, isNameNeeded, segments, remark }: Detail, colours: Colours): string {
  const words = elide(segments).map((segment) => segmentText(segment, colours))
  const aside = remark === null ? '' : colours.faint(` (${remark})`)
  return [label(kind, safeForTerminal(name), isNameNeeded, colours), ...words, aside].join('')
}

function label(kind: Detail['kind'], name: string, isNeeded: boolean, { faint }: Colours): string {
  if (!isNeeded) return ''
  if (kind === 'value') return `${faint(`${name}:`)} `
  return kind === 'entry' ? `${name}: ` : faint(`${name}: `)
}

function segmentText({ kind, words }: Segment, colours: Colours): string {
  const safe = safeForTerminal(words)
  if (kind === 'deleted') return colours.removed(`[-${safe}-]`)
  if (kind === 'inserted') return colours.added(`{+${safe}+}`)
  return safe
}

/**
 * A document as one line a field, each with its entry's id before it, so that a comparison by lines is one by entries
 * and fields.
 */
export function documentLines({ title, sections = [], entries }: Document): string {
  const lines = [
    ...Object.entries(title).map(([language, words]) => `title ${language}: ${words}`),
    ...sections.flatMap(({ id, number = '', title: words }) =>
      Object.entries(words).map(([language, text]) => `section ${id} ${number} ${language}: ${text}`),
    ),
    ...entries.flatMap(entryLines),
  ]
  return lines.map(safeForTerminal).join('\n')
}

function entryLines(entry: Entry): string[] {
  const { id, number, section, text, facts } = entry
  return [
    `${id}`,
    ...(number === undefined ? [] : [`${id} number: ${number}`]),
    ...(section === undefined ? [] : [`${id} section: ${section}`]),
    ...Object.entries(text).flatMap(([field, words]) =>
      Object.entries(words).map(([language, said]) => `${id} ${field} ${language}: ${said}`),
    ),
    ...Object.entries(facts ?? {}).map(([fact, value]) => `${id} fact ${fact}: ${JSON.stringify(value)}`),
  ]
}
