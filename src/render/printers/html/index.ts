// HTML pages without scripts.
import type { Changelog, ChangelogDocument, ChangelogItem } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { changelogFacts, nothingAdopted } from '../../outcomes/changelog-facts.ts'
import type { Names } from '../../outcomes/names.ts'
import { redlineDetail } from '../../print/changes.ts'
import { wordsIn } from '../../print/layout.ts'
import { detailHtml } from './diff-html.ts'
import { htmlPage } from './page.ts'

export { diffHtml } from './diff-html.ts'
export { documentHtml } from './document-html.ts'

/** A changelog as one HTML file without scripts. */
export function changelogHtml({ asOf, asked, documents, exercise }: Changelog, names: Names): string {
  const head = `<h1>Changelog</h1>\n<p class="facts">Generated from the record; whom it binds is as of ${asOf}.</p>`
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
