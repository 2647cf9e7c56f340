// HTML pages without scripts.

import type { Changelog, ChangelogDocument, ChangelogItem, Document } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { changelogFacts, nothingAdopted } from '../../outcomes/changelog-facts.ts'
import type { Names } from '../../outcomes/names.ts'
import { redlineDetail } from '../../print/changes.ts'
import { type DocumentOptions, wordsIn } from '../../print/layout.ts'
import { printOf } from '../../print/print.ts'
import { groupsIn, type Item, type Line, type Print, saidIn } from '../../print/tree.ts'
import { detailHtml } from './diff-html.ts'
import { htmlPage, languageOfBlock } from './page.ts'
import { itemsTable, itemWords, ownLanguage, reasonHtml, segmentsHtml } from './words.ts'

export { diffHtml } from './diff-html.ts'

/** A changelog as one HTML file without scripts. */
export function changelogHtml({ asOf, asked, documents, exercise }: Changelog, names: Names): string {
  const head = `<h1>Changelog</h1>\n<p class="facts">Generated from the record; the Parties bound are those on ${asOf}.</p>`
  const said = exercise === undefined ? '' : `<p class="facts">${escapeXml(exercise)}</p>`
  const parts = documents.map((document) => changelogPart(document, names))
  const body = [head, said, ...(parts.length === 0 ? [`<p>${escapeXml(nothingAdopted(asked))}</p>`] : parts)].join('\n')
  return htmlPage({ title: 'Changelog', language: 'en', body })
}

function changelogPart({ title, items }: ChangelogDocument, names: Names): string {
  return `<h2>${escapeXml(wordsIn(title, 'en'))}</h2>\n${items.map((item) => amendmentPart(item, names)).join('\n')}`
}

function amendmentPart(item: ChangelogItem, names: Names): string {
  const changes = item.changes
    .map(({ says, words = [] }) => {
      const redlines = words.map((redline) => `<div>${detailHtml(redlineDetail(redline))}</div>`)
      return `<li>${escapeXml(says)}${redlines.join('')}</li>`
    })
    .join('')
  const facts = changelogFacts(item, names).map(
    ([name, says]) => `<li><strong>${escapeXml(name)}:</strong> ${escapeXml(says)}</li>`,
  )
  const title = `${item.edition ?? 'Under way'}: ${item.title}`
  return `<h3 id="${escapeXml(item.proposal)}">${escapeXml(title)}</h3>\n<ul>${changes}</ul>\n<ul class="facts">${facts.join('')}</ul>`
}

/**
 * Returns a document as the Convention prints it, as one HTML file without scripts. The page is in the language of its title; words
 * in other languages are in blocks of their own.
 */
export function documentHtml(document: Document, options: DocumentOptions = {}): string {
  const print = printOf(document, options)
  const title = wordsIn(document.title, print.language)
  const lines = print.heading.map((line) => `<p class="facts"${ownLanguage(print)}>${escapeXml(line)}</p>`)
  const text =
    print.layout === 'table' ? itemsTable(print, { label: title, anchor: ({ id }) => id }) : groupsHtml(print)
  return htmlPage({
    title,
    language: print.language,
    body: `${heading('h1', print.title, print)}\n${lines.join('\n')}\n${text}`,
  })
}

/** A heading; its other languages are paragraphs below it, not headings of their own. */
function heading(level: 'h1' | 'h2', lines: readonly Line[], print: Print): string {
  const own = (language: string) => (language === print.language ? '' : languageOfBlock(language))
  const [first, ...others] = saidIn(lines)
  return [
    `<${level}${own(first?.language ?? print.language)}>${segmentsHtml(first?.segments ?? [])}</${level}>`,
    ...others.map(({ language, segments }) => `<p${own(language)}><strong>${segmentsHtml(segments)}</strong></p>`),
  ].join('\n')
}

function groupsHtml(print: Print): string {
  const groups = groupsIn(print)
  if (groups.length === 0) return list([], print)
  const parts = groups.flatMap((group) => [
    ...(group.heading.length === 0 ? [] : [heading('h2', group.heading, print)]),
    ...(group.items.length === 0 ? [] : [list(group.items, print)]),
  ])
  return parts.join('\n')
}

function list(items: readonly Item[], print: Print): string {
  const all = items.map(
    (item) =>
      `<li id="${escapeXml(item.id)}"><span>${segmentsHtml(item.number)}</span><div>${itemWords(item, print)}${reasonHtml(item, print)}</div></li>`,
  )
  return `<ol class="numbered">\n${all.join('\n')}\n</ol>`
}
