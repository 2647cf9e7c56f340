import type { Document, Entry } from '../../treaty/index.ts'
import {
  definitionWordings,
  headingWordings,
  type Print,
  printOf,
  type Wording,
  wordings,
} from '../documents/languages.ts'
import { type DocumentOptions, fieldHeading, groupsOf, layoutOf, wordsIn } from '../documents/layout.ts'
import { escapeHtml } from '../escape/html.ts'
import { blockInLanguage, htmlPage, languageOfBlock } from './page.ts'
import { wordsTable } from './words-table.ts'

/**
 * A document as the Convention prints it, as one HTML file without scripts. The page is in the language of its title; words in
 * others stand in blocks of their own.
 */
export function documentHtml(document: Document, options: DocumentOptions = {}): string {
  const print = printOf(document, options)
  const ours = print.language === 'en' ? '' : languageOfBlock('en')
  const heading = (options.heading ?? []).map((line) => `<p class="facts"${ours}>${escapeHtml(line)}</p>`)
  return htmlPage({
    title: wordsIn(print.document.title, print.language),
    language: print.language,
    body: `${title(print)}\n${heading.join('\n')}\n${body(print, options)}`,
  })
}

function title(print: Print): string {
  const [first, ...others] = wordings(print.document.title, print)
  const own = (language: string) => (language === print.language ? '' : languageOfBlock(language))
  return [
    `<h1${own(first?.language ?? print.language)}>${escapeHtml(first?.words ?? '')}</h1>`,
    ...others.map(({ language, words }) => `<p${own(language)}><strong>${escapeHtml(words)}</strong></p>`),
  ].join('\n')
}

function body(print: Print, options: DocumentOptions): string {
  if (layoutOf(print.document) === 'table') return groupedTable(print, options)
  const items = print.document.entries.map((entry) => {
    const number = entry.number === undefined ? '' : `${entry.number}.`
    return `<li id="${escapeHtml(entry.id)}"><span>${escapeHtml(number)}</span><div>${wordsOf(entry, print)}${reason(entry, print, options)}</div></li>`
  })
  return `<ol class="numbered">\n${items.join('\n')}\n</ol>`
}

function wordsOf({ text }: Entry, print: Print): string {
  const { title, term, definition, ...others } = text
  if (title && Object.keys(others).length === 0) return lines(wordings(title, print), print)
  if (term && definition) return lines(definitionWordings(text, print), print)
  const ours = print.language === 'en' ? '' : languageOfBlock('en')
  const fields = Object.entries(text).map(
    ([field, words]) =>
      `<span class="facts"${ours}>${escapeHtml(fieldHeading(field))}:</span> ${lines(wordings(words, print), print)}`,
  )
  // A block ends its line.
  return fields.reduce((html, field) => `${html}${html.endsWith('</div>') ? '' : '<br>'}${field}`)
}

function lines(all: readonly Wording[], print: Print): string {
  return all
    .map(({ language, words }) =>
      blockInLanguage(language, print.language, `<span class="lines">${escapeHtml(words)}</span>`),
    )
    .join('')
}

function reason({ id }: Entry, { language }: Print, { reasons }: DocumentOptions): string {
  const why = reasons?.get(id)
  const ours = language === 'en' ? '' : languageOfBlock('en')
  return why === undefined ? '' : `<div class="why"${ours}>${escapeHtml(why)}</div>`
}

function groupedTable(print: Print, options: DocumentOptions): string {
  const cell = (all: readonly Wording[]) => lines(all, print)
  const heading = (all: readonly Wording[]) =>
    all.map(({ language, words }) => blockInLanguage(language, print.language, escapeHtml(words))).join('')
  const rows = groupsOf(print.document).flatMap(({ section, entries }) =>
    entries.map((entry, index) => ({
      id: entry.id,
      type: section && index === 0 ? heading(headingWordings(section, print)) : '',
      name: cell(wordings(entry.text.name, print)),
      description: cell(wordings(entry.text.description, print)) + reason(entry, print, options),
    })),
  )
  return wordsTable(rows, { label: wordsIn(print.document.title, print.language), language: print.language })
}
