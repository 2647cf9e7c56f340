import type { Difference } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { changeListOf, type Detail, type DocumentChanges, type ListedChange } from '../../print/changes.ts'
import { asSentence } from '../../print/summary.ts'
import { anchorOf, markedText } from './marked-text.ts'
import { blockInLanguage, htmlPage, inLanguage } from './page.ts'
import { segmentsHtml } from './words.ts'

/**
 * Returns a redline as one HTML file: a table of contents, the list of changes in the terms of treaty drafting, and each whole document
 * with the changes in place. It opens from disk, without a network and without scripts.
 */
export function diffHtml(difference: Difference): string {
  const { from, to, proposal } = difference
  const list = changeListOf(difference)
  const title = `Redline: ${proposal === undefined ? `${from} to ${to}` : list.title}`
  const head = [
    `<h1>${escapeXml(title)}</h1>`,
    list.by === '' ? '' : `<p>${escapeXml(asSentence(list.by))}</p>`,
    `<p>${escapeXml(asSentence(list.summary))}</p>`,
    list.revisions === '' ? '' : `<p class="facts"><small>${escapeXml(list.revisions)}</small></p>`,
  ]
    .filter((line) => line !== '')
    .join('\n')
  const body = [head, contents(list.documents), ...list.documents.map(documentPart)].join('\n')
  return htmlPage({ title, language: 'en', body })
}

function contents(documents: readonly DocumentChanges[]): string {
  if (documents.length === 0) return ''
  const items = documents.map((each) => {
    const id = escapeXml(each.difference.document)
    return `<li>${titleOf(each)}<ul><li><a href="#${id}-changes">What changed</a></li><li><a href="#${id}-text">The text with its changes</a></li></ul></li>`
  })
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>${items.join('')}</ul></nav>`
}

function documentPart(document: DocumentChanges): string {
  const { difference, changes } = document
  const id = escapeXml(difference.document)
  const title = titleOf(document)
  const items = changes.map((change) => changeItem(change, difference.document))
  return [
    `<section aria-labelledby="${id}-changes"><h2 id="${id}-changes">${title}: what changed</h2>`,
    `<ul>${items.join('\n')}</ul></section>`,
    `<section aria-labelledby="${id}-text"><h2 id="${id}-text">${title}: the text with its changes</h2>`,
    `${markedText(difference)}</section>`,
  ].join('\n')
}

function titleOf({ title, language }: DocumentChanges): string {
  return inLanguage(language, 'en', escapeXml(title))
}

function changeItem({ subject, says, target, details }: ListedChange, document: string): string {
  const words = escapeXml(subject)
  const linked = target === null ? words : `<a href="#${escapeXml(anchorOf(document, target))}">${words}</a>`
  const name = subject === '' ? '' : `<strong>${linked}</strong> `
  // The words of an entry that was added or removed are in the text below.
  const shown = details.filter(({ kind }) => kind !== 'entry').map((detail) => `<div>${detailHtml(detail)}</div>`)
  return `<li>${name}${escapeXml(says)}${shown.join('')}</li>`
}

/** `title (en): …` with its changes, on a page in English. */
export function detailHtml({ name, language, segments, remark }: Detail): string {
  const aside = remark === null ? '' : ` <span class="facts">(${escapeXml(remark)})</span>`
  return `<span class="facts">${escapeXml(name)}:</span> ${blockInLanguage(language, 'en', segmentsHtml(segments))}${aside}`
}
