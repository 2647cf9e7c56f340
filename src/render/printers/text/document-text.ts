import type { Document, Entry, Section, Words } from '../../../treaty/index.ts'
import { safeForTerminal } from '../../escape.ts'
import {
  definitionWordings,
  headingWordings,
  type Print,
  printOf,
  type Wording,
  wordings,
} from '../../print/languages.ts'
import {
  type DocumentOptions,
  fieldHeading,
  groupsOf,
  type Layout,
  layoutOf,
  otherFields,
  rowsOf,
} from '../../print/layout.ts'
import { type Colours, NO_COLOURS } from '../../terminal/colours.ts'
import { padEnd, wrap } from '../../terminal/columns.ts'
import { table } from '../../terminal/table.ts'

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
  const layout = layoutOf(print.document)
  if (layout === 'table') return groupedTable(print, options)
  const hang = layout === 'list' ? widestMark(print.document) + 1 : 2
  const groups = groupsOf(print.document).map(({ section, entries }) => {
    const heading = section === null ? [] : [sectionHead(section, print, options)]
    const items = entries.map((entry) => item(entry, layout, hang, print, options))
    return [...heading, ...items].join(layout === 'list' ? '\n' : '\n\n')
  })
  return groups.join('\n\n')
}

function sectionHead(section: Section, print: Print, { colours = NO_COLOURS }: DocumentTextOptions): string {
  const lines = headingWordings(section, print).map(
    ({ language, words }) => tag(language, print) + colours.strong(safeForTerminal(words)),
  )
  return lines.join('\n')
}

/** An entry: what its layout has a place for, each other field with its name, and the reason. */
function item(entry: Entry, layout: Layout, hang: number, print: Print, options: DocumentTextOptions): string {
  const indent = ' '.repeat(hang)
  const others = otherFields(entry.text, layout).flatMap(([field, words]) =>
    spoken(`${indent}${fieldHeading(field)}: `, wordings(words, print), print, options),
  )
  return [...head(entry, layout, hang, print, options), ...others, ...reason(entry, indent, options)].join('\n')
}

function head(entry: Entry, layout: Layout, hang: number, print: Print, options: DocumentTextOptions): string[] {
  const { id, number, text } = entry
  const { strong } = options.colours ?? NO_COLOURS
  const before = number === undefined ? '' : `${number}. `
  switch (layout) {
    case 'list':
      return spoken(padEnd(listMark(entry), hang), wordings(text.title, print), print, options)
    case 'definitions':
      return spoken(before, definitionWordings(text, print), print, options)
    default:
      return [strong(`${before}${id}`)]
  }
}

function listMark({ number }: Entry): string {
  return number === undefined ? '-' : `${number}.`
}

function widestMark({ entries }: Document): number {
  return entries.reduce((widest, entry) => Math.max(widest, listMark(entry).length), 0)
}

function groupedTable(print: Print, options: DocumentTextOptions): string {
  const { reasons, width } = options
  const several = print.languages.length > 1
  const rows = groupsOf(print.document).flatMap((group) =>
    rowsOf(group).flatMap((entry, index) => {
      const heading = group.section && index === 0 ? headingWordings(group.section, print) : []
      return entryRows(entry, heading, print).map(
        ({ language, cells: [type = '', name = '', description = ''] }, row) => [
          ...(several ? [type, language, name] : [type, name]),
          ...(reasons ? [row === 0 ? (reasons.get(entry.id) ?? '') : ''] : []),
          description,
        ],
      )
    }),
  )
  const headings = ['Type', ...(several ? ['Language'] : []), 'Name', ...(reasons ? ['Why'] : []), 'Description']
  return table(rows, { headings, ...(width === undefined ? {} : { width }) })
}

/** Cells of type, name and description in one language. */
interface Row {
  language: string
  cells: string[]
}

/** The rows of an entry: its number before its name, and below its description each other field with its name. */
function entryRows({ number, text }: Entry, heading: Wording[], print: Print): Row[] {
  const rows = rowsByLanguage([heading, cell(text.name, print), cell(text.description, print)], print)
  const numbered = rows.map(({ language, cells: [type = '', name = '', description = ''] }, index) => {
    const before = number !== undefined && index === 0 ? `${number}. ` : ''
    return { language, cells: [type, before + name, description] }
  })
  const others = otherFields(text, 'table').flatMap(([field, words]) =>
    wordings(words, print).map(({ language, words }, index) => {
      const name = index === 0 ? `${fieldHeading(field)}: ` : ''
      return { language, cells: ['', '', name + words] }
    }),
  )
  return [...numbered, ...others]
}

function cell(words: Words | undefined, print: Print): Wording[] {
  return words === undefined ? [] : wordings(words, print)
}

/** A row a language, for each in which any of the cells says something; one, be it empty, at least. */
function rowsByLanguage(columns: readonly Wording[][], { languages, language: own }: Print): Row[] {
  const said = (column: readonly Wording[], language: string) =>
    column.find((wording) => wording.language === language)?.words ?? ''
  const rows = languages.map((language) => ({ language, cells: columns.map((column) => said(column, language)) }))
  const full = rows.filter(({ cells }) => cells.some((words) => words !== ''))
  return full.length > 0 ? full : [{ language: own, cells: columns.map(() => '') }]
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
