import type { Document, Entry } from '../../treaty/index.ts'
import { escapeMarkdown } from '../escape/markdown.ts'
import { languageOfBlock } from '../html/page.ts'
import { markdownTableOf } from '../markdown-table.ts'
import { definitionsIn, headingWordings, type Print, printOf, type Wording, wordings } from './languages.ts'
import { type DocumentOptions, fieldHeading, groupsOf, layoutOf } from './layout.ts'

/**
 * A document as the Convention prints it, in Markdown. Words in a language other than its title's stand in blocks of their own,
 * which say it.
 */
export function documentMarkdown(document: Document, options: DocumentOptions = {}): string {
  const print = printOf(document, options)
  const title = `# ${blocks(wordings(print.document.title, print), print)}`
  const heading = (options.heading ?? []).map((line) => emphasized(line))
  return `${[title, ...heading, body(print, options)].join('\n\n')}\n`
}

function body(print: Print, options: DocumentOptions): string {
  const { entries } = print.document
  switch (layoutOf(print.document)) {
    case 'list':
      return entries.map((entry) => item(entry, print, options)).join('\n')
    case 'table':
      return groupedTable(print, options)
    case 'definitions':
      return entries.map((entry) => definition(entry, print, options)).join('\n\n')
    case 'fields':
      return entries.map((entry) => fields(entry, print, options)).join('\n\n')
  }
}

// A Markdown list numbers its items itself, and would turn the Convention's second 15 into 16: so each number is text.
function item(entry: Entry, print: Print, options: DocumentOptions): string {
  return `- ${behindNumber(entry, blocks(wordings(entry.text.title, print), print))}${reason(entry, options)}`
}

function groupedTable(print: Print, { reasons }: DocumentOptions): string {
  const cell = (all: readonly Wording[]) => blocks(all, print)
  const rows = groupsOf(print.document).flatMap(({ section, entries }) =>
    entries.map(({ id, text }, index) => [
      section && index === 0 ? cell(headingWordings(section, print)) : '',
      cell(wordings(text.name, print)),
      cell(wordings(text.description, print)),
      ...(reasons ? [escapeMarkdown(reasons.get(id) ?? '')] : []),
    ]),
  )
  return markdownTableOf(['Type', 'Name', 'Description', ...(reasons ? ['Why'] : [])], rows)
}

function definition(entry: Entry, print: Print, options: DocumentOptions): string {
  const defined = definitionsIn(entry.text, print).map(({ language, term, definition }) =>
    block(language, print, `${boldTerm(term)}${escapeMarkdown(definition)}`),
  )
  return `${behindNumber(entry, defined.join(''))}${reason(entry, options)}`
}

function boldTerm(term: string | undefined): string {
  return term === undefined ? '' : `**"${escapeMarkdown(term)}"** `
}

function fields(entry: Entry, print: Print, options: DocumentOptions): string {
  const name = entry.number === undefined ? entry.id : `${entry.number}. ${entry.id}`
  const lines = Object.entries(entry.text).map(
    ([field, words]) => `- ${escapeMarkdown(fieldHeading(field))}: ${blocks(wordings(words, print), print)}`,
  )
  return `## ${escapeMarkdown(name)}\n\n${lines.join('\n')}${reason(entry, options)}`
}

// A block of HTML that begins a line would keep Markdown from being read in it; a space without width goes before.
function behindNumber({ number }: Entry, words: string): string {
  if (number !== undefined) return `${escapeMarkdown(`${number}.`)} ${words}`
  return words.startsWith('<div') ? `&#8203;${words}` : words
}

function blocks(all: readonly Wording[], print: Print): string {
  return all.map(({ language, words }) => block(language, print, escapeMarkdown(words))).join('')
}

function block(language: string, print: Print, markdown: string): string {
  return language === print.language ? markdown : `<div${languageOfBlock(language)}>${markdown}</div>`
}

function reason(entry: Entry, { reasons }: DocumentOptions): string {
  const why = reasons?.get(entry.id)
  return why === undefined ? '' : `<br>${emphasized(why)}`
}

// A star with a space behind it begins a list instead.
function emphasized(line: string): string {
  return `*${escapeMarkdown(line.trim())}*`
}
