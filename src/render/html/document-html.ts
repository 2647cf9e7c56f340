import type { Document, Entry } from '../../treaty/index.ts'
import {
  type DocumentOptions,
  fieldHeading,
  groupsOf,
  languageOf,
  layoutOf,
  sectionHeading,
  wordsIn,
} from '../documents/layout.ts'
import { escapeHtml } from '../escape/html.ts'
import { htmlPage } from './page.ts'

/** A document as the Convention prints it, as one HTML file without scripts. */
export function documentHtml(document: Document, options: DocumentOptions = {}): string {
  const language = languageOf(document, options.language)
  const title = wordsIn(document.title, language)
  const heading = (options.heading ?? []).map((line) => `<p class="facts">${escapeHtml(line)}</p>`).join('\n')
  return htmlPage({
    title,
    language,
    body: `<h1>${escapeHtml(title)}</h1>\n${heading}\n${body(document, language, options)}`,
  })
}

function body(document: Document, language: string, options: DocumentOptions): string {
  if (layoutOf(document) === 'table') return groupedTable(document, language, options)
  const items = document.entries.map((entry) => {
    const number = entry.number === undefined ? '' : `${entry.number}.`
    return `<li id="${escapeHtml(entry.id)}"><span>${escapeHtml(number)}</span><div>${wordsOf(entry, language)}${reason(entry, options)}</div></li>`
  })
  return `<ol class="numbered">\n${items.join('\n')}\n</ol>`
}

function wordsOf({ text }: Entry, language: string): string {
  const { title, term, definition, ...others } = text
  if (title && Object.keys(others).length === 0) return lines(wordsIn(title, language))
  if (term && definition) return lines(`"${wordsIn(term, language)}" ${wordsIn(definition, language)}`)
  return Object.entries(text)
    .map(
      ([field, words]) =>
        `<span class="facts">${escapeHtml(fieldHeading(field))}:</span> ${lines(wordsIn(words, language))}`,
    )
    .join('<br>')
}

function lines(words: string): string {
  return `<span class="lines">${escapeHtml(words)}</span>`
}

function reason({ id }: Entry, { reasons }: DocumentOptions): string {
  const why = reasons?.get(id)
  return why === undefined ? '' : `<div class="why">${escapeHtml(why)}</div>`
}

function groupedTable(document: Document, language: string, options: DocumentOptions): string {
  const rows = groupsOf(document).flatMap(({ section, entries }) =>
    entries.map((entry, index) => {
      const heading = section && index === 0 ? escapeHtml(sectionHeading(section, language)) : ''
      const first = heading === '' ? '<td></td>' : `<th scope="row">${heading}</th>`
      const { name, description } = entry.text
      return `<tr id="${escapeHtml(entry.id)}">${first}<td>${lines(wordsIn(name, language))}</td><td>${lines(wordsIn(description, language))}${reason(entry, options)}</td></tr>`
    }),
  )
  const head =
    '<thead><tr><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Description</th></tr></thead>'
  const label = escapeHtml(wordsIn(document.title, language))
  return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>${head}\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}
