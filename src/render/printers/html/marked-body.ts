import type { DocumentDifference, Redline, Slug } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { languageOf } from '../../print/layout.ts'
import { isTable, type Line, type MarkedEntry, markedEntries, markedTitle } from '../../print/marked-document.ts'
import { linesOfField, namedLines, type PrintedLine } from '../../print/printed-lines.ts'
import { blockInLanguage, languageOfBlock, stacked } from './page.ts'
import { segmentsHtml, wordsTable } from './words.ts'

/** What words stand in: the document's id, and the language of the text around them. */
interface Place {
  document: Slug
  language: string
}

/**
 * The whole document with what came and went in place: a list, a table or definitions, as the Convention prints it. The text is in
 * the document's own language and direction, words in others in blocks of theirs; what we say between is English.
 */
export function markedBody(difference: DocumentDifference): string {
  const place = { document: difference.document, language: languageOf(difference.after) }
  return titleHtml(difference) + entriesHtml(difference, place)
}

/** The title, where there is more to it than the heading above has said. */
function titleHtml(difference: DocumentDifference): string {
  const title = markedTitle(difference)
  const changed = title.some(({ segments }) => segments.some(({ kind }) => kind !== 'same'))
  if (!changed && title.length < 2) return ''
  return title
    .map(({ language, segments }) => `<h3${inEnglishPage(language)}>${segmentsHtml(segments)}</h3>\n`)
    .join('')
}

function entriesHtml(difference: DocumentDifference, place: Place): string {
  const entries = markedEntries(difference)
  if (isTable(difference)) return marksTable(entries, place)
  const items = entries.map(
    (entry) =>
      `<li id="${anchorOf(place.document, entry)}">${numberOf(entry)}<div>${headingOf(entry, place)}${wordsOf(entry, place)}</div></li>`,
  )
  return `<ol class="numbered"${inEnglishPage(place.language)}>\n${items.join('\n')}\n</ol>`
}

function marksTable(entries: readonly MarkedEntry[], place: Place): string {
  const rows = entries.map((entry) => ({
    id: anchorOf(place.document, entry),
    type: entry.heading.map((line) => lineHtml(line, place)).join(''),
    name: otherPlace(entry, place) + numbered(entry, stacked(fieldHtml(entry, 'name', place))),
    description: stacked([
      ...fieldHtml(entry, 'description', place),
      ...namedLines(entry.words, ['name', 'description']).map((line) => namedHtml(line, place)),
    ]),
  }))
  const { language } = place
  return wordsTable(rows, { label: 'Marked-up table', language, attributes: inEnglishPage(language) })
}

function numbered({ number }: MarkedEntry, name: string): string {
  return number.length === 0 ? name : `${segmentsHtml(number)} ${name}`
}

/** Where a change of this entry is shown in the text; an entry that moved has two places, the later one is this. */
export function anchorOf(document: Slug, { id, presence }: Pick<MarkedEntry, 'id' | 'presence'>): string {
  return escapeXml(`${document}.${id}${presence === 'deleted' ? '.was' : ''}`)
}

function inEnglishPage(language: string): string {
  return language === 'en' ? '' : languageOfBlock(language)
}

/** What an element says whose words are ours. */
function ours({ language }: Place): string {
  return language === 'en' ? '' : languageOfBlock('en')
}

function headingOf({ heading }: MarkedEntry, place: Place): string {
  return heading.map((line) => `<div><strong>${lineHtml(line, place)}</strong></div>`).join('')
}

function lineHtml({ language, segments }: Line, place: Place): string {
  return blockInLanguage(language, place.language, segmentsHtml(segments))
}

function numberOf({ number }: MarkedEntry): string {
  return `<span>${segmentsHtml(number)}</span>`
}

function wordsOf(entry: MarkedEntry, place: Place): string {
  const pieces = [
    ...fieldHtml(entry, 'title', place),
    ...definitions(entry.words, place),
    ...namedLines(entry.words, ['title', 'term', 'definition']).map((line) => namedHtml(line, place)),
  ]
  return otherPlace(entry, place) + stacked(pieces)
}

/** Says that an entry moved, and leads to its other place. */
function otherPlace({ elsewhere, presence }: MarkedEntry, place: Place): string {
  if (elsewhere === null) return ''
  const [says, other] =
    presence === 'deleted' ? (['(moved from here)', 'both'] as const) : (['(moved here)', 'deleted'] as const)
  const link = `<a href="#${anchorOf(place.document, { id: elsewhere, presence: other })}">${says}</a>`
  return `<span class="facts"${ours(place)}>${link}</span> `
}

/** `"Term" definition`, language by language. */
function definitions(words: readonly Redline[], place: Place): string[] {
  const parts = ['term', 'definition'].flatMap((name) =>
    words.filter(({ field, segments }) => field === name && segments.length > 0),
  )
  const languages = [...new Set(parts.map(({ language }) => language))]
  return languages.map((language) => {
    const spans = parts
      .filter((each) => each.language === language)
      .map(({ field, segments }) =>
        linesHtml(field === 'term' ? `"${segmentsHtml(segments)}"` : segmentsHtml(segments)),
      )
    return blockInLanguage(language, place.language, spans.join(' '))
  })
}

/** The lines of a field, one a language. */
function fieldHtml({ words }: MarkedEntry, field: string, place: Place): string[] {
  return linesOfField(words, field).map(({ language, segments }) =>
    blockInLanguage(language, place.language, linesHtml(segmentsHtml(segments))),
  )
}

function namedHtml({ name, language, segments }: PrintedLine, place: Place): string {
  const words = blockInLanguage(language, place.language, linesHtml(segmentsHtml(segments)))
  return `<span class="facts"${ours(place)}>${escapeXml(`${name}:`)}</span> ${words}`
}

function linesHtml(html: string): string {
  return `<span class="lines">${html}</span>`
}
