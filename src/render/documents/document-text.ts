import type { Document, Entry } from '../../treaty/index.ts'
import { type Colours, NO_COLOURS } from '../colours.ts'
import { padEnd } from '../display-width.ts'
import { safeForTerminal } from '../escape/terminal.ts'
import { table } from '../table.ts'
import { wrap } from '../wrap.ts'
import {
  type DocumentOptions,
  fieldHeading,
  groupsOf,
  languageOf,
  layoutOf,
  sectionHeading,
  wordsIn,
} from './layout.ts'

/** A document's print on a terminal. */
export interface DocumentTextOptions extends DocumentOptions {
  colours?: Colours
  /** Columns of the terminal; without it, nothing is broken into lines. */
  width?: number
}

/** A document as the Convention prints it, for a terminal. */
export function documentText(document: Document, options: DocumentTextOptions = {}): string {
  const language = languageOf(document, options.language)
  const { strong, faint } = options.colours ?? NO_COLOURS
  const title = strong(safeForTerminal(wordsIn(document.title, language)))
  const heading = (options.heading ?? []).map((line) => faint(safeForTerminal(line)))
  return [title, ...heading, '', body(document, language, options)].join('\n').trimEnd()
}

function body(document: Document, language: string, options: DocumentTextOptions): string {
  switch (layoutOf(document)) {
    case 'list':
      return list(document.entries, language, options)
    case 'table':
      return groupedTable(document, language, options)
    case 'definitions':
      return definitions(document.entries, language, options)
    case 'fields':
      return document.entries.map((entry) => fields(entry, language, options)).join('\n\n')
  }
}

function list(entries: readonly Entry[], language: string, options: DocumentTextOptions): string {
  const numbers = entries.map(({ number }) => (number === undefined ? '-' : `${number}.`))
  const indent = numbers.reduce((widest, number) => Math.max(widest, number.length), 0) + 1
  const lines = entries.flatMap((entry, index) => [
    ...hanging(padEnd(numbers[index] ?? '', indent), wordsIn(entry.text.title, language), options.width),
    ...reason(entry, ' '.repeat(indent), options),
  ])
  return lines.join('\n')
}

function groupedTable(document: Document, language: string, options: DocumentTextOptions): string {
  const { reasons, width } = options
  const rows = groupsOf(document).flatMap(({ section, entries }) =>
    entries.map((entry, index) => [
      section && index === 0 ? sectionHeading(section, language) : '',
      wordsIn(entry.text.name, language),
      ...(reasons ? [reasons.get(entry.id) ?? ''] : []),
      wordsIn(entry.text.description, language),
    ]),
  )
  const headings = ['Type', 'Name', ...(reasons ? ['Why'] : []), 'Description']
  return table(rows, { headings, ...(width === undefined ? {} : { width }) })
}

function definitions(entries: readonly Entry[], language: string, options: DocumentTextOptions): string {
  const each = entries.map((entry) => {
    const { term, definition } = entry.text
    const words = `"${wordsIn(term, language)}" ${wordsIn(definition, language)}`
    return [
      ...hanging(entry.number === undefined ? '' : `${entry.number}. `, words, options.width),
      ...reason(entry, '  ', options),
    ]
  })
  return each.map((lines) => lines.join('\n')).join('\n\n')
}

function fields(entry: Entry, language: string, options: DocumentTextOptions): string {
  const { strong } = options.colours ?? NO_COLOURS
  const name = strong(entry.number === undefined ? entry.id : `${entry.number}. ${entry.id}`)
  const lines = Object.entries(entry.text).flatMap(([field, words]) =>
    hanging(`  ${fieldHeading(field)}: `, wordsIn(words, language), options.width),
  )
  return [name, ...lines, ...reason(entry, '  ', options)].join('\n')
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
