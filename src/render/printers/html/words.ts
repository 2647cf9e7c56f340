import type { Segment } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'

/** A redline in HTML; what sight knows by colour and line, a voice says in words. */
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
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(label)}"${attributes}><table><thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.map(rowHtml).join('\n')}\n</tbody></table></div>`
}

function rowHtml({ id, type, name, description }: WordsRow): string {
  const first = type === '' ? '<td></td>' : `<th scope="row">${type}</th>`
  return `<tr id="${escapeXml(id)}">${first}<td>${name}</td><td>${description}</td></tr>`
}
