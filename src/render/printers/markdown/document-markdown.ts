import type { Document, Segment } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { type Detail, elide } from '../../print/changes.ts'
import { type DocumentOptions, fieldHeading } from '../../print/layout.ts'
import { printOf } from '../../print/print.ts'
import {
  definitionsOf,
  type Field,
  groupsIn,
  type Item,
  type Line,
  linesOf,
  otherFields,
  type Print,
  plainWords,
  saidIn,
} from '../../print/tree.ts'
import { languageOfBlock, stacked } from '../html/page.ts'

/**
 * Returns a document as the Convention prints it, in Markdown. Words in a language other than its title's are in blocks of their own,
 * which name that language.
 */
export function documentMarkdown(document: Document, options: DocumentOptions = {}): string {
  const print = printOf(document, options)
  const title = `# ${blocks(print.title, print)}`
  const body = print.layout === 'table' ? groupedTable(print, options.reasons !== undefined) : groups(print)
  return `${[title, ...print.heading.map(emphasized), body].join('\n\n')}\n`
}

function groups(print: Print): string {
  const all = groupsIn(print).map(({ heading, items }) => {
    const text = items.map((item) => itemText(item, heading.length > 0, print))
    return [
      ...(heading.length === 0 ? [] : [`## ${blocks(heading, print)}`]),
      ...(text.length === 0 ? [] : [text.join(print.layout === 'list' ? '\n' : '\n\n')]),
    ].join('\n\n')
  })
  return all.join('\n\n')
}

function itemText(item: Item, isInSection: boolean, print: Print): string {
  if (print.layout === 'list') return listItem(item, print)
  return print.layout === 'definitions' ? definition(item, print) : allFields(item, isInSection, print)
}

// Markdown numbers the items of a list itself, and would turn the Convention's second 15 into 16: so each number is text.
function listItem(item: Item, print: Print): string {
  const title = afterNumber(item, blocks(linesOf(item, 'title'), print))
  return `- ${stacked([title, ...others(item, print)])}${reason(item)}`
}

function definition(item: Item, print: Print): string {
  const defined = definitionsOf(item, print).map(({ language, term, definition }) => {
    const bold = term.length === 0 ? '' : `**"${escapeMarkdown(plainWords(term))}"** `
    return block(language, print, `${bold}${escapeMarkdown(plainWords(definition))}`)
  })
  return `${stacked([afterNumber(item, defined.join('')), ...others(item, print)])}${reason(item)}`
}

function allFields(item: Item, isInSection: boolean, print: Print): string {
  const name = item.number.length === 0 ? item.id : `${plainWords(item.number)} ${item.id}`
  const lines = item.fields.map((field) => `- ${named(field, print)}`)
  return `${isInSection ? '###' : '##'} ${escapeMarkdown(name)}\n\n${lines.join('\n')}${reason(item)}`
}

function groupedTable(print: Print, hasReasons: boolean): string {
  const rows = print.items.map((item) => [
    blocks(item.heading, print),
    numberBefore(item) + blocks(linesOf(item, 'name'), print),
    stacked([blocks(linesOf(item, 'description'), print), ...others(item, print)]),
    ...(hasReasons ? [escapeMarkdown(item.reason ?? '')] : []),
  ])
  return markdownTable(['Type', 'Name', 'Description', ...(hasReasons ? ['Why'] : [])], rows)
}

function others(item: Item, print: Print): string[] {
  return otherFields(item, print.layout).map((field) => named(field, print))
}

function named({ name, lines }: Field, print: Print): string {
  return `${escapeMarkdown(fieldHeading(name))}: ${blocks(lines, print)}`
}

// In a line that begins with a block of HTML, Markdown is not read: a zero-width space goes before the block.
function afterNumber(item: Item, words: string): string {
  if (item.number.length > 0) return numberBefore(item) + words
  return words.startsWith('<div') ? `&#8203;${words}` : words
}

function numberBefore({ number }: Item): string {
  return number.length === 0 ? '' : `${escapeMarkdown(plainWords(number))} `
}

function blocks(lines: readonly Line[], print: Print): string {
  return saidIn(lines)
    .map(({ language, segments }) => block(language, print, escapeMarkdown(plainWords(segments))))
    .join('')
}

function block(language: string, print: Print, markdown: string): string {
  return language === print.language ? markdown : `<div${languageOfBlock(language)}>${markdown}</div>`
}

function reason({ reason }: Item): string {
  return reason === undefined ? '' : `<br>${emphasized(reason)}`
}

// A star followed by a space would begin a list instead.
function emphasized(line: string): string {
  return `*${escapeMarkdown(line.trim())}*`
}

/** `title (en): …`, with deleted words struck through and inserted words underlined; long unchanged text is shortened. */
export function detailMarkdown({ kind, name, segments, remark }: Detail): string {
  const words = elide(segments).map(segmentMarkdown)
  const aside = remark === null ? '' : ` *(${escapeMarkdown(remark)})*`
  return `${escapeMarkdown(name)}: ${words.join(kind === 'value' ? ' ' : '')}${aside}`
}

// HTML elements, which git hosts allow: Markdown's own marks fail next to punctuation and inside words.
function segmentMarkdown({ kind, words }: Segment): string {
  if (kind === 'deleted') return `<del>${escapeMarkdown(words)}</del>`
  return kind === 'inserted' ? `<ins>${escapeMarkdown(words)}</ins>` : escapeMarkdown(words)
}

/** Returns a table in Markdown; its cells are Markdown already. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings.map(escapeMarkdown)), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}
