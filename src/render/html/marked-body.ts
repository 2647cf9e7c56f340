import type { DocumentDifference, Redline, Slug } from '../../treaty/index.ts'
import { isTable, type MarkedEntry, markedEntries } from '../differences/marked-document.ts'
import { fieldHeading } from '../documents/layout.ts'
import { escapeHtml } from '../escape/html.ts'
import { inLanguage } from './page.ts'
import { segmentsHtml } from './segments.ts'

/** The whole document with what came and went in place: a list, a table or definitions, as the Convention prints it. */
export function markedBody(difference: DocumentDifference, language: string): string {
  const entries = markedEntries(difference, language)
  if (isTable(difference)) return marksTable(difference, entries, language)
  const items = entries.map(
    (entry) =>
      `<li id="${anchorOf(difference.document, entry)}">${numberOf(entry)}<div>${headingOf(entry)}${wordsOf(entry, language)}</div></li>`,
  )
  return `<ol class="numbered">\n${items.join('\n')}\n</ol>`
}

function marksTable({ document }: DocumentDifference, entries: readonly MarkedEntry[], language: string): string {
  const rows = entries.map((entry) => {
    const cell = (field: string) =>
      linesOf(
        entry.words.filter((words) => words.field === field),
        language,
      )
    const heading = segmentsHtml(entry.heading)
    const first = heading === '' ? '<td></td>' : `<th scope="row">${heading}</th>`
    return `<tr id="${anchorOf(document, entry)}">${first}<td>${cell('name')}</td><td>${cell('description')}</td></tr>`
  })
  const head =
    '<thead><tr><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Description</th></tr></thead>'
  return `<div class="scroll" tabindex="0" role="region" aria-label="Marked-up table"><table>${head}\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

/** Where a change of this entry is shown in the text; an entry that moved has two places, the later one is this. */
export function anchorOf(document: Slug, { id, presence }: Pick<MarkedEntry, 'id' | 'presence'>): string {
  return escapeHtml(`${document}.${id}${presence === 'deleted' ? '.was' : ''}`)
}

function headingOf({ heading }: MarkedEntry): string {
  return heading.length === 0 ? '' : `<div><strong>${segmentsHtml(heading)}</strong></div>`
}

function numberOf({ number }: MarkedEntry): string {
  return `<span>${segmentsHtml(number)}</span>`
}

function wordsOf({ words, moved, presence }: MarkedEntry, language: string): string {
  const place = moved
    ? `<span class="facts">${presence === 'deleted' ? '(moved from here)' : '(moved here)'}</span> `
    : ''
  const fields = new Set(words.map(({ field }) => field))
  const several = fields.size > 1 && !fields.has('term')
  return place + linesOf(words, language, several)
}

function linesOf(words: readonly Redline[], language: string, named = false): string {
  const lines = words.map(({ field, language: own, segments }) => {
    const name = named ? `<span class="facts">${escapeHtml(fieldHeading(field))}:</span> ` : ''
    return (
      name +
      inLanguage(
        own,
        language,
        `<span class="lines">${field === 'term' ? `"${segmentsHtml(segments)}"` : segmentsHtml(segments)}</span>`,
      )
    )
  })
  return lines.join(words.some(({ field }) => field === 'term') && !named ? ' ' : '<br>')
}
