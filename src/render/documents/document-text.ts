import type { Document, Entry, Words } from '../../treaty/index.ts'
import { type Colours, NO_COLOURS } from '../colours.ts'
import { padEnd } from '../display-width.ts'
import { safeForTerminal } from '../escape/terminal.ts'
import { table } from '../table.ts'
import { wrap } from '../wrap.ts'
import { definitionWordings, headingWordings, type Print, printOf, type Wording, wordings } from './languages.ts'
import { type DocumentOptions, fieldHeading, groupsOf, layoutOf } from './layout.ts'

/** A document's print on a terminal. */
export interface DocumentTextOptions extends DocumentOptions {
  colours?: Colours
  /** Columns of the terminal; without it, nothing is broken into lines. */
  width?: number
}

/** A document as the Convention prints it, for a terminal. Where it is in several languages, each line begins with its own. */
export function documentText(document: Document, options: DocumentTextOptions = {}): string {
  const print = printOf(document, options)
  const { strong, faint } = options.colours ?? NO_COLOURS
  const title = wordings(print.document.title, print).map(
    ({ language, words }) => tag(language, print) + strong(safeForTerminal(words)),
  )
  const heading = (options.heading ?? []).map((line) => faint(safeForTerminal(line)))
  return [...title, ...heading, '', body(print, options)].join('\n').trimEnd()
}

function body(print: Print, options: DocumentTextOptions): string {
  const { entries } = print.document
  switch (layoutOf(print.document)) {
    case 'list':
      return list(print, options)
    case 'table':
      return groupedTable(print, options)
    case 'definitions':
      return entries.map((entry) => definition(entry, print, options)).join('\n\n')
    case 'fields':
      return entries.map((entry) => fields(entry, print, options)).join('\n\n')
  }
}

function list(print: Print, options: DocumentTextOptions): string {
  const { entries } = print.document
  const numbers = entries.map(({ number }) => (number === undefined ? '-' : `${number}.`))
  const indent = numbers.reduce((widest, number) => Math.max(widest, number.length), 0) + 1
  const lines = entries.flatMap((entry, index) => [
    ...spoken(padEnd(numbers[index] ?? '', indent), wordings(entry.text.title, print), print, options),
    ...reason(entry, ' '.repeat(indent), options),
  ])
  return lines.join('\n')
}

function groupedTable(print: Print, options: DocumentTextOptions): string {
  const { reasons, width } = options
  const several = print.languages.length > 1
  const rows = groupsOf(print.document).flatMap(({ section, entries }) =>
    entries.flatMap(({ id, text }, index) => {
      const heading = section && index === 0 ? headingWordings(section, print) : []
      return rowsByLanguage([heading, cell(text.name, print), cell(text.description, print)], print).map(
        ({ language, cells: [type = '', name = '', description = ''] }, row) => [
          ...(several ? [type, language, name] : [type, name]),
          ...(reasons ? [row === 0 ? (reasons.get(id) ?? '') : ''] : []),
          description,
        ],
      )
    }),
  )
  const headings = ['Type', ...(several ? ['Language'] : []), 'Name', ...(reasons ? ['Why'] : []), 'Description']
  return table(rows, { headings, ...(width === undefined ? {} : { width }) })
}

function cell(words: Words | undefined, print: Print): Wording[] {
  return words === undefined ? [] : wordings(words, print)
}

/** A row a language, for each in which any of the cells says something; one, be it empty, at least. */
function rowsByLanguage(
  columns: readonly Wording[][],
  { languages, language: own }: Print,
): { language: string; cells: string[] }[] {
  const said = (column: readonly Wording[], language: string) =>
    column.find((wording) => wording.language === language)?.words ?? ''
  const rows = languages.map((language) => ({ language, cells: columns.map((column) => said(column, language)) }))
  const full = rows.filter(({ cells }) => cells.some((words) => words !== ''))
  return full.length > 0 ? full : [{ language: own, cells: columns.map(() => '') }]
}

function definition(entry: Entry, print: Print, options: DocumentTextOptions): string {
  const mark = entry.number === undefined ? '' : `${entry.number}. `
  const lines = spoken(mark, definitionWordings(entry.text, print), print, options)
  return [...lines, ...reason(entry, '  ', options)].join('\n')
}

function fields(entry: Entry, print: Print, options: DocumentTextOptions): string {
  const { strong } = options.colours ?? NO_COLOURS
  const name = strong(entry.number === undefined ? entry.id : `${entry.number}. ${entry.id}`)
  const lines = Object.entries(entry.text).flatMap(([field, words]) =>
    spoken(`  ${fieldHeading(field)}: `, wordings(words, print), print, options),
  )
  return [name, ...lines, ...reason(entry, '  ', options)].join('\n')
}

/** Words behind a mark, each language on lines of its own. */
function spoken(mark: string, all: readonly Wording[], print: Print, { width }: DocumentTextOptions): string[] {
  return all.flatMap(({ language, words }, index) => {
    const before = index === 0 ? mark : ' '.repeat(mark.length)
    return hanging(`${before}${tag(language, print)}`, words, width)
  })
}

/** Which language a line is in, where there are several. */
function tag(language: string, { languages }: Print): string {
  if (languages.length < 2) return ''
  return padEnd(language, Math.max(...languages.map(({ length }) => length)) + 2)
}

function hanging(mark: string, words: string, width: number | undefined): string[] {
  const safe = safeForTerminal(words)
  const lines = width === undefined ? [safe] : wrap(safe, Math.max(24, width - mark.length))
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd())
}

function reason(entry: Entry, indent: string, { reasons, colours = NO_COLOURS }: DocumentTextOptions): string[] {
  const why = reasons?.get(entry.id)
  return why === undefined ? [] : [`${indent}${colours.faint(safeForTerminal(why))}`]
}
