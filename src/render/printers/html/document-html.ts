import type { Document, Entry, Section, Words } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
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
  layoutOf,
  otherFields,
  rowsOf,
  wordsIn,
} from '../../print/layout.ts'
import { blockInLanguage, htmlPage, languageOfBlock, stacked } from './page.ts'
import { wordsTable } from './words.ts'

/**
 * A document as the Convention prints it, as one HTML file without scripts. The page is in the language of its title; words in
 * others stand in blocks of their own.
 */
export function documentHtml(document: Document, options: DocumentOptions = {}): string {
  const print = printOf(document, options)
  const ours = print.language === 'en' ? '' : languageOfBlock('en')
  const heading = (options.heading ?? []).map((line) => `<p class="facts"${ours}>${escapeXml(line)}</p>`)
  return htmlPage({
    title: wordsIn(print.document.title, print.language),
    language: print.language,
    body: `${title(print)}\n${heading.join('\n')}\n${body(print, options)}`,
  })
}

function title(print: Print): string {
  return heading('h1', wordings(print.document.title, print), print)
}

/** A heading, and below it what it is in other languages: they are no headings of their own. */
function heading(level: 'h1' | 'h2', [first, ...others]: readonly Wording[], print: Print): string {
  const own = (language: string) => (language === print.language ? '' : languageOfBlock(language))
  return [
    `<${level}${own(first?.language ?? print.language)}>${escapeXml(first?.words ?? '')}</${level}>`,
    ...others.map(({ language, words }) => `<p${own(language)}><strong>${escapeXml(words)}</strong></p>`),
  ].join('\n')
}

function body(print: Print, options: DocumentOptions): string {
  if (layoutOf(print.document) === 'table') return groupedTable(print, options)
  const groups = groupsOf(print.document)
  if (groups.length === 0) return list([], print, options)
  const parts = groups.flatMap(({ section, entries }) => [
    ...(section === null ? [] : [sectionHead(section, print)]),
    ...(entries.length === 0 ? [] : [list(entries, print, options)]),
  ])
  return parts.join('\n')
}

function sectionHead(section: Section, print: Print): string {
  return heading('h2', headingWordings(section, print), print)
}

function list(entries: readonly Entry[], print: Print, options: DocumentOptions): string {
  const items = entries.map((entry) => {
    const number = entry.number === undefined ? '' : `${entry.number}.`
    return `<li id="${escapeXml(entry.id)}"><span>${escapeXml(number)}</span><div>${wordsOf(entry, print)}${reason(entry, print, options)}</div></li>`
  })
  return `<ol class="numbered">\n${items.join('\n')}\n</ol>`
}

/** A title and a definition as the Convention prints them, and each other field with its name. */
function wordsOf({ text }: Entry, print: Print): string {
  const { title, term, definition, ...others } = text
  return stacked([
    title === undefined ? '' : lines(wordings(title, print), print),
    term === undefined && definition === undefined ? '' : lines(definitionWordings(text, print), print),
    ...Object.entries(others).map((field) => named(field, print)),
  ])
}

function named([field, words]: [string, Words], print: Print): string {
  const ours = print.language === 'en' ? '' : languageOfBlock('en')
  const name = `<span class="facts"${ours}>${escapeXml(fieldHeading(field))}:</span>`
  return `${name} ${lines(wordings(words, print), print)}`
}

function lines(all: readonly Wording[], print: Print): string {
  return all
    .map(({ language, words }) =>
      blockInLanguage(language, print.language, `<span class="lines">${escapeXml(words)}</span>`),
    )
    .join('')
}

function reason({ id }: Entry, { language }: Print, { reasons }: DocumentOptions): string {
  const why = reasons?.get(id)
  const ours = language === 'en' ? '' : languageOfBlock('en')
  return why === undefined ? '' : `<div class="why"${ours}>${escapeXml(why)}</div>`
}

function groupedTable(print: Print, options: DocumentOptions): string {
  const type = (all: readonly Wording[]) =>
    all.map(({ language, words }) => blockInLanguage(language, print.language, escapeXml(words))).join('')
  const rows = groupsOf(print.document).flatMap((group) =>
    rowsOf(group).map((entry, index) => ({
      id: entry.id,
      type: group.section && index === 0 ? type(headingWordings(group.section, print)) : '',
      name: numbered(entry, lines(wordings(entry.text.name, print), print)),
      description: description(entry, print) + reason(entry, print, options),
    })),
  )
  return wordsTable(rows, { label: wordsIn(print.document.title, print.language), language: print.language })
}

function numbered({ number }: Entry, name: string): string {
  return number === undefined ? name : `${escapeXml(`${number}.`)} ${name}`
}

function description({ text }: Entry, print: Print): string {
  const others = otherFields(text, 'table').map((field) => named(field, print))
  const own = text.description === undefined ? '' : lines(wordings(text.description, print), print)
  return stacked([own, ...others])
}
