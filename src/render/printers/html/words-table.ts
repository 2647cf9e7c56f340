import { escapeHtml } from '../../escape/html.ts'

/** A row of a table of names and descriptions; all but the id is HTML. */
export interface WordsRow {
  id: string
  type: string
  name: string
  description: string
}

/**
 * A table of names and descriptions, in a frame that can be scrolled where the page is narrow.
 * @param language that of what stands around it; the columns' heads are English
 * @param attributes what the frame says of the language of its words
 */
export function wordsTable(
  rows: readonly WordsRow[],
  { label, language, attributes = '' }: { label: string; language: string; attributes?: string },
): string {
  const ours = language === 'en' ? '' : ' lang="en"'
  const heads = ['Type', 'Name', 'Description'].map((name) => `<th scope="col"${ours}>${name}</th>`)
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"${attributes}><table><thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.map(rowHtml).join('\n')}\n</tbody></table></div>`
}

function rowHtml({ id, type, name, description }: WordsRow): string {
  const first = type === '' ? '<td></td>' : `<th scope="row">${type}</th>`
  return `<tr id="${escapeHtml(id)}">${first}<td>${name}</td><td>${description}</td></tr>`
}
