import type { Difference, DocumentDifference, Slug } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { changeListOf, type Detail, type DocumentChanges, type ListedChange } from '../../print/changes.ts'
import { printOfDifference } from '../../print/print.ts'
import { asSentence } from '../../print/summary.ts'
import type { Item, Print } from '../../print/tree.ts'
import { blockInLanguage, htmlPage, inLanguage, languageOfBlock } from './page.ts'
import { itemsTable, itemWords, lineHtml, ownLanguage, segmentsHtml } from './words.ts'

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

/**
 * Returns the whole document with what was deleted and inserted in its place: a list, a table or definitions, as the Convention
 * prints it. The text has its own language and direction; the program's words in it are English.
 */
function markedText(difference: DocumentDifference): string {
  const print = printOfDifference(difference)
  return title(print) + entries(print)
}

/** The title, if it changed or is in several languages: the heading above already has it in one. */
function title({ title }: Print): string {
  const isChanged = title.some(({ segments }) => segments.some(({ kind }) => kind !== 'same'))
  if (!isChanged && title.length < 2) return ''
  return title
    .map(({ language, segments }) => `<h3${inEnglishPage(language)}>${segmentsHtml(segments)}</h3>\n`)
    .join('')
}

function entries(print: Print): string {
  const anchor = (item: Item) => anchorOf(print.document, item)
  const attributes = inEnglishPage(print.language)
  if (print.layout === 'table') {
    return itemsTable(print, {
      ...{ label: 'Marked-up table', attributes, anchor },
      beforeName: (item) => otherPlace(item, print),
    })
  }
  const items = print.items.map((item) => {
    const heading = item.heading.map((line) => `<div><strong>${lineHtml(line, print)}</strong></div>`).join('')
    const words = otherPlace(item, print) + itemWords(item, print)
    return `<li id="${escapeXml(anchor(item))}"><span>${segmentsHtml(item.number)}</span><div>${heading}${words}</div></li>`
  })
  return `<ol class="numbered"${attributes}>\n${items.join('\n')}\n</ol>`
}

/** Returns the id of an entry in the marked-up text. An entry that moved is there twice; its old place has an id of its own. */
export function anchorOf(document: Slug, { id, presence }: Pick<Item, 'id' | 'presence'>): string {
  return `${document}.${id}${presence === 'deleted' ? '.was' : ''}`
}

function inEnglishPage(language: string): string {
  return language === 'en' ? '' : languageOfBlock(language)
}

/** Says that an entry moved, with a link to its other place. */
function otherPlace({ elsewhere, presence }: Item, print: Print): string {
  if (elsewhere === null) return ''
  const [says, other] =
    presence === 'deleted' ? (['(moved from here)', 'both'] as const) : (['(moved here)', 'deleted'] as const)
  const target = escapeXml(anchorOf(print.document, { id: elsewhere, presence: other }))
  return `<span class="facts"${ownLanguage(print)}><a href="#${target}">${says}</a></span> `
}
