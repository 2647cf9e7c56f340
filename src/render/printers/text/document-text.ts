import type { Document } from '../../../treaty/index.ts'
import { safeForTerminal } from '../../escape.ts'
import { type DocumentOptions, fieldHeading } from '../../print/layout.ts'
import { printOf } from '../../print/print.ts'
import {
  definitionsOf,
  groupsIn,
  type Item,
  type Line,
  linesOf,
  otherFields,
  type Print,
  plainWords,
  saidIn,
} from '../../print/tree.ts'
import { type Colours, NO_COLOURS, padEnd, table, wrap } from '../../terminal.ts'

/** How a document is printed on a terminal. */
export interface DocumentTextOptions extends DocumentOptions {
  colours?: Colours
  /** Columns of the terminal; without it, lines are not broken. */
  width?: number
}

/** Returns a document as the Convention prints it, for a terminal. If it is in several languages, each line begins with its own. */
export function documentText(document: Document, options: DocumentTextOptions = {}): string {
  const print = printOf(document, options)
  const { strong, faint } = options.colours ?? NO_COLOURS
  const title = headingLines(print.title, print, strong)
  const heading = print.heading.map((line) => faint(safeForTerminal(line)))
  return [...title, ...heading, '', body(print, options)].join('\n').trimEnd()
}

function body(print: Print, options: DocumentTextOptions): string {
  const { layout } = print
  if (layout === 'table') return groupedTable(print, options)
  const hang = layout === 'list' ? Math.max(0, ...print.items.map((item) => listMark(item).length)) + 1 : 2
  const groups = groupsIn(print).map(({ heading, items }) => {
    const above = heading.length === 0 ? [] : [sectionHeading(heading, print, options)]
    const below = items.map((item) => itemText(item, hang, print, options))
    return [...above, ...below].join(layout === 'list' ? '\n' : '\n\n')
  })
  return groups.join('\n\n')
}

function sectionHeading(heading: readonly Line[], print: Print, { colours = NO_COLOURS }: DocumentTextOptions): string {
  return headingLines(heading, print, colours.strong).join('\n')
}

function headingLines(lines: readonly Line[], print: Print, paint: (words: string) => string): string[] {
  return saidIn(lines).map(
    ({ language, segments }) => languageMark(language, print) + paint(safeForTerminal(plainWords(segments))),
  )
}

/** An entry: the fields that its layout has a place for, each other field with its name, and the reason. */
function itemText(item: Item, hang: number, print: Print, options: DocumentTextOptions): string {
  const indent = ' '.repeat(hang)
  const others = otherFields(item, print.layout).flatMap(({ name, lines }) =>
    hangingLines(`${indent}${fieldHeading(name)}: `, lines, print, options),
  )
  const { faint } = options.colours ?? NO_COLOURS
  const reason = item.reason === undefined ? [] : [`${indent}${faint(safeForTerminal(item.reason))}`]
  return [...firstLines(item, hang, print, options), ...others, ...reason].join('\n')
}

function firstLines(item: Item, hang: number, print: Print, options: DocumentTextOptions): string[] {
  switch (print.layout) {
    case 'list':
      return hangingLines(padEnd(listMark(item), hang), linesOf(item, 'title'), print, options)
    case 'definitions':
      return hangingLines(numberBefore(item), definitionLines(item, print), print, options)
    default:
      return [(options.colours ?? NO_COLOURS).strong(`${numberBefore(item)}${item.id}`)]
  }
}

/** `"Term" definition` in each language. */
function definitionLines(item: Item, print: Print): Line[] {
  return definitionsOf(item, print).map(({ language, term, definition }) => {
    const quoted = term.length === 0 ? '' : `"${plainWords(term)}" `
    return { language, segments: [{ kind: 'same', words: quoted + plainWords(definition) }] }
  })
}

function listMark({ number }: Item): string {
  return number.length === 0 ? '-' : plainWords(number)
}

function numberBefore({ number }: Item): string {
  return number.length === 0 ? '' : `${plainWords(number)} `
}

function groupedTable(print: Print, { reasons, width }: DocumentTextOptions): string {
  const isMultilingual = print.languages.length > 1
  const rows = print.items.flatMap((item) =>
    itemRows(item, print).map(({ language, cells: [type = '', name = '', description = ''] }, row) => [
      ...(isMultilingual ? [type, language, name] : [type, name]),
      ...(reasons ? [row === 0 ? (item.reason ?? '') : ''] : []),
      description,
    ]),
  )
  const headings = ['Type', ...(isMultilingual ? ['Language'] : []), 'Name', ...(reasons ? ['Why'] : []), 'Description']
  return table(rows, { headings, ...(width === undefined ? {} : { width }) })
}

/** Cells of type, name and description in one language. */
interface Row {
  language: string
  cells: string[]
}

/** The rows of an entry: its number is before its name, and each other field, with its name, below its description. */
function itemRows(item: Item, print: Print): Row[] {
  const columns = [item.heading, linesOf(item, 'name'), linesOf(item, 'description')]
  const numbered = rowsByLanguage(columns, print).map(
    ({ language, cells: [type = '', name = '', description = ''] }, index) => {
      return { language, cells: [type, (index === 0 ? numberBefore(item) : '') + name, description] }
    },
  )
  const others = otherFields(item, 'table').flatMap(({ name, lines }) =>
    saidIn(lines).map(({ language, segments }, index) => {
      const before = index === 0 ? `${fieldHeading(name)}: ` : ''
      return { language, cells: ['', '', before + plainWords(segments)] }
    }),
  )
  return [...numbered, ...others]
}

/** One row for each language in which any of the cells has words; at least one row. */
function rowsByLanguage(columns: readonly (readonly Line[])[], { languages, language: own }: Print): Row[] {
  const wordsIn = (column: readonly Line[], language: string) =>
    plainWords(column.find((line) => line.language === language)?.segments ?? [])
  const rows = languages.map((language) => ({ language, cells: columns.map((column) => wordsIn(column, language)) }))
  const full = rows.filter(({ cells }) => cells.some((words) => words !== ''))
  return full.length > 0 ? full : [{ language: own, cells: columns.map(() => '') }]
}

/** Lines after a mark, such as a number; each language begins a new line. */
function hangingLines(mark: string, lines: readonly Line[], print: Print, { width }: DocumentTextOptions): string[] {
  const said = saidIn(lines)
  const shown = said.length > 0 ? said : [{ language: print.language, segments: [] }]
  return shown.flatMap(({ language, segments }, index) => {
    const before = index === 0 ? mark : ' '.repeat(mark.length)
    return hanging(`${before}${languageMark(language, print)}`, plainWords(segments), width)
  })
}

/** The language of a line, if there are several. */
function languageMark(language: string, { languages }: Print): string {
  if (languages.length < 2) return ''
  return padEnd(language, Math.max(...languages.map(({ length }) => length)) + 2)
}

function hanging(mark: string, words: string, width: number | undefined): string[] {
  const safe = safeForTerminal(words)
  const lines = width === undefined ? [safe] : wrap(safe, Math.max(24, width - mark.length))
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd())
}
