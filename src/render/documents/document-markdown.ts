import type { Document, Entry } from '../../treaty/index.ts'
import { escapeMarkdown } from '../escape/markdown.ts'
import { markdownTable } from '../markdown-table.ts'
import {
  type DocumentOptions,
  fieldHeading,
  groupsOf,
  languageOf,
  layoutOf,
  sectionHeading,
  wordsIn,
} from './layout.ts'

/** A document as the Convention prints it, in Markdown. */
export function documentMarkdown(document: Document, options: DocumentOptions = {}): string {
  const language = languageOf(document, options.language)
  const title = `# ${escapeMarkdown(wordsIn(document.title, language))}`
  const heading = (options.heading ?? []).map((line) => emphasized(line))
  return `${[title, ...heading, body(document, language, options)].join('\n\n')}\n`
}

function body(document: Document, language: string, options: DocumentOptions): string {
  switch (layoutOf(document)) {
    case 'list':
      return document.entries.map((entry) => item(entry, language, options)).join('\n')
    case 'table':
      return groupedTable(document, language, options)
    case 'definitions':
      return document.entries.map((entry) => definition(entry, language, options)).join('\n\n')
    case 'fields':
      return document.entries.map((entry) => fields(entry, language, options)).join('\n\n')
  }
}

// A Markdown list numbers its items itself, and would turn the Convention's second 15 into 16: so each number is text.
function item(entry: Entry, language: string, options: DocumentOptions): string {
  const number = entry.number === undefined ? '' : `${escapeMarkdown(`${entry.number}.`)} `
  return `- ${number}${escapeMarkdown(wordsIn(entry.text.title, language))}${reason(entry, options)}`
}

function groupedTable(document: Document, language: string, { reasons }: DocumentOptions): string {
  const rows = groupsOf(document).flatMap(({ section, entries }) =>
    entries.map((entry, index) => [
      section && index === 0 ? sectionHeading(section, language) : '',
      wordsIn(entry.text.name, language),
      wordsIn(entry.text.description, language),
      ...(reasons ? [reasons.get(entry.id) ?? ''] : []),
    ]),
  )
  return markdownTable(['Type', 'Name', 'Description', ...(reasons ? ['Why'] : [])], rows)
}

function definition(entry: Entry, language: string, options: DocumentOptions): string {
  const { term, definition } = entry.text
  const words = `**"${escapeMarkdown(wordsIn(term, language))}"** ${escapeMarkdown(wordsIn(definition, language))}`
  const number = entry.number === undefined ? '' : `${escapeMarkdown(`${entry.number}.`)} `
  return `${number}${words}${reason(entry, options)}`
}

function fields(entry: Entry, language: string, options: DocumentOptions): string {
  const name = entry.number === undefined ? entry.id : `${entry.number}. ${entry.id}`
  const lines = Object.entries(entry.text).map(
    ([field, words]) => `- ${escapeMarkdown(fieldHeading(field))}: ${escapeMarkdown(wordsIn(words, language))}`,
  )
  return `## ${escapeMarkdown(name)}\n\n${lines.join('\n')}${reason(entry, options)}`
}

function reason(entry: Entry, { reasons }: DocumentOptions): string {
  const why = reasons?.get(entry.id)
  return why === undefined ? '' : `<br>${emphasized(why)}`
}

// A star with a space behind it begins a list instead.
function emphasized(line: string): string {
  return `*${escapeMarkdown(line.trim())}*`
}
