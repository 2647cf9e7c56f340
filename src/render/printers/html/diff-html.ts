import type { Difference, DocumentDifference, MarkedChange, Redline, Segment } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { type ValueChange, valueChanges, valueSegments } from '../../print/facts-changed.ts'
import { asSentence, headingOf } from '../../print/heading.ts'
import { inWords, type Numbers, numbersOf } from '../../print/in-words.ts'
import { languageOf, wordsIn } from '../../print/layout.ts'
import { looksTheSame } from '../../print/looks-the-same.ts'
import { foldNumbers, type NumberRun } from '../../print/number-runs.ts'
import { summaryInWords } from '../../print/summary-in-words.ts'
import { anchorOf, markedText } from './marked-text.ts'
import { blockInLanguage, htmlPage, inLanguage } from './page.ts'
import { segmentsHtml } from './words.ts'

/**
 * A redline as one HTML file: a table of contents, what changed in the terms of treaty drafting, and each document whole with the
 * changes in place. It opens from disk, without a network and without scripts.
 */
export function diffHtml(difference: Difference): string {
  const { from, to, proposal, documents } = difference
  const heading = headingOf(difference)
  const title = `Redline: ${proposal === undefined ? `${from} to ${to}` : heading.title}`
  const head = [
    `<h1>${escapeXml(title)}</h1>`,
    heading.by === '' ? '' : `<p>${escapeXml(asSentence(heading.by))}</p>`,
    `<p>${escapeXml(asSentence(summaryInWords(difference)))}</p>`,
    heading.small === '' ? '' : `<p class="facts"><small>${escapeXml(heading.small)}</small></p>`,
  ]
    .filter((line) => line !== '')
    .join('\n')
  const body = [head, contents(documents), ...documents.map(documentPart)].join('\n')
  return htmlPage({ title, language: 'en', body })
}

function contents(documents: readonly DocumentDifference[]): string {
  if (documents.length === 0) return ''
  const items = documents.map((each) => {
    const id = escapeXml(each.document)
    return `<li>${titleOf(each)}<ul><li><a href="#${id}-changes">What changed</a></li><li><a href="#${id}-text">The text with its changes</a></li></ul></li>`
  })
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>${items.join('')}</ul></nav>`
}

function documentPart(difference: DocumentDifference): string {
  const id = escapeXml(difference.document)
  const title = titleOf(difference)
  const numbers = numbersOf(difference)
  const items = foldNumbers(difference).map((marked) => changeItem(marked, numbers))
  return [
    `<section aria-labelledby="${id}-changes"><h2 id="${id}-changes">${title}: what changed</h2>`,
    `<ul>${items.join('\n')}</ul></section>`,
    `<section aria-labelledby="${id}-text"><h2 id="${id}-text">${title}: the text with its changes</h2>`,
    `${markedText(difference)}</section>`,
  ].join('\n')
}

function titleOf({ after }: DocumentDifference): string {
  const language = languageOf(after)
  return inLanguage(language, 'en', escapeXml(wordsIn(after.title, language)))
}

function changeItem(marked: MarkedChange | NumberRun, numbers: Numbers): string {
  const { subject, says } = inWords(marked, numbers)
  const name = subject === '' ? '' : `<strong>${linked(marked, numbers, escapeXml(subject))}</strong> `
  const details =
    'kind' in marked
      ? ''
      : detailsOf(marked)
          .map((detail) => `<div>${detail}</div>`)
          .join('')
  return `<li>${name}${escapeXml(says)}${details}</li>`
}

function linked(marked: MarkedChange | NumberRun, { document }: Numbers, html: string): string {
  if ('kind' in marked || marked.change.entry === null) return html
  const presence = marked.change.kind === 'removed' ? 'deleted' : 'both'
  return `<a href="#${escapeXml(anchorOf(document, { id: marked.change.entry, presence }))}">${html}</a>`
}

function detailsOf(marked: MarkedChange): string[] {
  return [...marked.redlines.map(redlineHtml), ...valueChanges(marked).map(valueHtml)]
}

/** `title (en): …` with its changes, on a page in English. */
export function redlineHtml({ field, language, segments }: Redline): string {
  return detailHtml(`${field} (${language})`, language, segments)
}

function valueHtml(value: ValueChange): string {
  return detailHtml(value.name, value.language ?? 'en', valueSegments(value))
}

function detailHtml(name: string, language: string, segments: readonly Segment[]): string {
  const remark = looksTheSame(segments)
  const aside = remark === null ? '' : ` <span class="facts">(${escapeXml(remark)})</span>`
  return `<span class="facts">${escapeXml(name)}:</span> ${blockInLanguage(language, 'en', segmentsHtml(segments))}${aside}`
}
