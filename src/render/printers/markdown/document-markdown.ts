import type { Document, Entry, Section, Words } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { definitionsIn, headingWordings, type Print, printOf, type Wording, wordings } from '../../print/languages.ts'
import {
  type DocumentOptions,
  fieldHeading,
  groupsOf,
  type Layout,
  layoutOf,
  otherFields,
  rowsOf,
} from '../../print/layout.ts'
import { languageOfBlock, stacked } from '../html/page.ts'
import { markdownTableOf } from './words.ts'

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
  const layout = layoutOf(print.document)
  if (layout === 'table') return groupedTable(print, options)
  const groups = groupsOf(print.document).map(({ section, entries }) => {
    const items = entries.map((entry) => {
      if (layout === 'list') return item(entry, print, options)
      return layout === 'definitions' ? definition(entry, print, options) : fields(entry, section, print, options)
    })
    const text = items.join(layout === 'list' ? '\n' : '\n\n')
    const heading = section === null ? [] : [`## ${blocks(headingWordings(section, print), print)}`]
    return [...heading, ...(items.length === 0 ? [] : [text])].join('\n\n')
  })
  return groups.join('\n\n')
}

// A Markdown list numbers its items itself, and would turn the Convention's second 15 into 16: so each number is text.
function item(entry: Entry, print: Print, options: DocumentOptions): string {
  const title = behindNumber(entry, blocks(wordings(entry.text.title, print), print))
  return `- ${stacked([title, ...others(entry, 'list', print)])}${reason(entry, options)}`
}

function groupedTable(print: Print, { reasons }: DocumentOptions): string {
  const cell = (all: readonly Wording[]) => blocks(all, print)
  const rows = groupsOf(print.document).flatMap((group) =>
    rowsOf(group).map((entry, index) => [
      group.section && index === 0 ? cell(headingWordings(group.section, print)) : '',
      before(entry) + cell(wordings(entry.text.name, print)),
      stacked([cell(wordings(entry.text.description, print)), ...others(entry, 'table', print)]),
      ...(reasons ? [escapeMarkdown(reasons.get(entry.id) ?? '')] : []),
    ]),
  )
  return markdownTableOf(['Type', 'Name', 'Description', ...(reasons ? ['Why'] : [])], rows)
}

function definition(entry: Entry, print: Print, options: DocumentOptions): string {
  const defined = definitionsIn(entry.text, print).map(({ language, term, definition }) =>
    block(language, print, `${boldTerm(term)}${escapeMarkdown(definition)}`),
  )
  const lines = [behindNumber(entry, defined.join('')), ...others(entry, 'definitions', print)]
  return `${stacked(lines)}${reason(entry, options)}`
}

/** The fields that a layout has no place for, each with its name. */
function others({ text }: Entry, layout: Layout, print: Print): string[] {
  return otherFields(text, layout).map((field) => named(field, print))
}

function named([field, words]: [string, Words], print: Print): string {
  return `${escapeMarkdown(fieldHeading(field))}: ${blocks(wordings(words, print), print)}`
}

function boldTerm(term: string | undefined): string {
  return term === undefined ? '' : `**"${escapeMarkdown(term)}"** `
}

function fields(entry: Entry, section: Section | null, print: Print, options: DocumentOptions): string {
  const name = entry.number === undefined ? entry.id : `${entry.number}. ${entry.id}`
  const lines = Object.entries(entry.text).map((field) => `- ${named(field, print)}`)
  const level = section === null ? '##' : '###'
  return `${level} ${escapeMarkdown(name)}\n\n${lines.join('\n')}${reason(entry, options)}`
}

// A block of HTML that begins a line would keep Markdown from being read in it; a space without width goes before.
function behindNumber(entry: Entry, words: string): string {
  if (entry.number !== undefined) return before(entry) + words
  return words.startsWith('<div') ? `&#8203;${words}` : words
}

function before({ number }: Entry): string {
  return number === undefined ? '' : `${escapeMarkdown(`${number}.`)} `
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
