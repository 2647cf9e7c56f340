import type { Segment } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { fieldHeading } from '../../print/layout.ts'
import {
  definitionsOf,
  type Field,
  type Item,
  type Line,
  linesOf,
  otherFields,
  type Print,
  saidIn,
} from '../../print/tree.ts'
import { blockInLanguage, languageOfBlock, stacked } from './page.ts'

/** Returns a redline in HTML. What the eye sees by colour and line, a screen reader says in words. */
export function segmentsHtml(segments: readonly Segment[]): string {
  return segments.map(segmentHtml).join('')
}

function segmentHtml({ kind, words }: Segment): string {
  const html = escapeXml(words)
  if (kind === 'deleted') return `<del>${hidden('[deleted: ')}${html}${hidden(']')}</del>`
  if (kind === 'inserted') return `<ins>${hidden('[inserted: ')}${html}${hidden(']')}</ins>`
  return html
}

function hidden(words: string): string {
  return `<span class="hidden">${words}</span>`
}

/** Returns the attributes of an element that holds the program's own words, in a text in another language than English. */
export function ownLanguage({ language }: Print): string {
  return language === 'en' ? '' : languageOfBlock('en')
}

/** Returns a line of a heading or a title; a language other than the page's gets a block of its own. */
export function lineHtml({ language, segments }: Line, print: Print): string {
  return blockInLanguage(language, print.language, segmentsHtml(segments))
}

/** Returns the words of an entry: its title, its term and definition, and each other field with its name. */
export function itemWords(item: Item, print: Print): string {
  const others = item.fields.filter(({ name }) => !['title', 'term', 'definition'].includes(name))
  const definitions = definitionsOf(item, print).map(({ language, term, definition }) => {
    const quoted = term.length === 0 ? '' : `&quot;${segmentsHtml(term)}&quot; `
    return blockInLanguage(language, print.language, linesSpan(quoted + segmentsHtml(definition)))
  })
  return stacked([
    fieldLines(linesOf(item, 'title'), print),
    definitions.join(''),
    ...others.map((field) => named(field, print)),
  ])
}

function named({ name, lines }: Field, print: Print): string {
  const label = `<span class="facts"${ownLanguage(print)}>${escapeXml(fieldHeading(name))}:</span>`
  return `${label} ${fieldLines(saidIn(lines), print)}`
}

function fieldLines(lines: readonly Line[], print: Print): string {
  return lines
    .map(({ language, segments }) => blockInLanguage(language, print.language, linesSpan(segmentsHtml(segments))))
    .join('')
}

function linesSpan(html: string): string {
  return `<span class="lines">${html}</span>`
}

/** Returns the reason of an entry as a block. */
export function reasonHtml({ reason }: Item, print: Print): string {
  return reason === undefined ? '' : `<div class="why"${ownLanguage(print)}>${escapeXml(reason)}</div>`
}

/** How a table of entries is printed. */
export interface TableOptions {
  /** What a screen reader calls the table. */
  label: string
  /** HTML attributes of the frame, such as `lang`. */
  attributes?: string
  /** The id of an entry's row. */
  anchor: (item: Item) => string
  /** HTML before the name of an entry. */
  beforeName?: (item: Item) => string
}

/** Returns entries as a table of types, names and descriptions, in a frame that scrolls if the page is narrow. */
export function itemsTable(print: Print, { label, attributes = '', anchor, beforeName }: TableOptions): string {
  const own = print.language === 'en' ? '' : ' lang="en"'
  const heads = ['Type', 'Name', 'Description'].map((name) => `<th scope="col"${own}>${name}</th>`)
  const rows = print.items.map((item) => {
    const type = item.heading.map((line) => lineHtml(line, print)).join('')
    const first = type === '' ? '<td></td>' : `<th scope="row">${type}</th>`
    const name = (beforeName?.(item) ?? '') + numberedName(item, print)
    return `<tr id="${escapeXml(anchor(item))}">${first}<td>${name}</td><td>${description(item, print)}</td></tr>`
  })
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(label)}"${attributes}><table><thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

function numberedName(item: Item, print: Print): string {
  const name = fieldLines(linesOf(item, 'name'), print)
  return item.number.length === 0 ? name : `${segmentsHtml(item.number)} ${name}`
}

function description(item: Item, print: Print): string {
  const others = otherFields(item, 'table').map((field) => named(field, print))
  return stacked([fieldLines(linesOf(item, 'description'), print), ...others]) + reasonHtml(item, print)
}
