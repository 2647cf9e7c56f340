import type { Document, Entry, Section, Slug } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { type EntryHistories, entryHistories } from '../../print/entry-histories.ts'
import { groupsOf, languageOf, layoutOf, type Wording, wordingIn } from '../../print/layout.ts'
import type { AknOptions } from './meta.ts'
import { aknMeta } from './meta.ts'

/**
 * Returns a document in Akoma Ntoso 3.0 (OASIS LegalDocML), with its lifecycle and a reference for each amendment. An expression is in
 * one language; words that do not exist in it stay in another, which their element names.
 * @see https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html
 */
export function documentAkn(document: Document, options: AknOptions): string {
  const language = languageOf(document, options.language)
  const histories = entryHistories(document, options.amendments)
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<doc name="${escapeXml(document.document)}">
${aknMeta(document, language, options, histories)}
<preface><p class="title">${element('docTitle', ' eId="docTitle"', wordingIn(document.title, language), language)}</p></preface>
<mainBody>
${mainBody(document, language, histories)}
</mainBody>
</doc>
</akomaNtoso>
`
}

function mainBody(document: Document, language: string, histories: EntryHistories): string {
  const isDefinitions = layoutOf(document) === 'definitions'
  const seen = new Map<Slug, number>()
  const groups = groupsOf(document).map(({ section, entries }) => {
    const items = entries.map((entry) => item(entry, language, isDefinitions, histories)).join('\n')
    // The schema requires content in a section without entries.
    return section === null ? items : group(section, items || '<content><p/></content>', language, seen)
  })
  // The schema requires content in the body of an empty document.
  return groups.length === 0 ? '<p/>' : groups.join('\n')
}

function group({ id, number, title }: Section, items: string, language: string, seen: Map<Slug, number>): string {
  const times = (seen.get(id) ?? 0) + 1
  seen.set(id, times)
  const own = times === 1 ? `sec_${id}` : `sec_${id}__${times}`
  const num = number === undefined ? '' : `<num>${escapeXml(number)}.</num>`
  return `<section eId="${own}">${num}${element('heading', '', wordingIn(title, language), language)}\n${items}\n</section>`
}

function item({ id, number, text }: Entry, language: string, isDefinition: boolean, histories: EntryHistories): string {
  const ids = idsOf(id, histories)
  const num = number === undefined ? '' : `<num>${escapeXml(number)}.</num>`
  const words = (field: string) => wordingIn(text[field], language)
  const paragraph = (field: string) => element('p', ` class="${escapeXml(field)}"`, words(field), language)
  if (isDefinition && text.term !== undefined) {
    const sentence = definition(words('term'), words('definition'), `refersTo="#concept_${id}"`, language)
    const others = Object.keys(text)
      .filter((field) => field !== 'term' && field !== 'definition')
      .map(paragraph)
    return point(ids, num, `<p>${sentence}</p>${others.join('')}`)
  }
  const heading = text.name === undefined ? '' : element('heading', '', words('name'), language)
  const paragraphs = Object.keys(text)
    .filter((field) => field !== 'name')
    .map(paragraph)
  return point(ids, num + heading, paragraphs.join('') || '<p/>')
}

function definition(term: Wording, says: Wording, refersTo: string, language: string): string {
  const words = says.language === language ? escapeXml(says.words) : element('span', '', says, language)
  return `&quot;${element('def', ` ${refersTo}`, term, language)}&quot; ${words}`
}

/** Returns words in an element, which names their language if it is not the language of the expression. */
function element(name: string, attributes: string, { language, words }: Wording, expression: string): string {
  const own = language === expression ? '' : ` xml:lang="${escapeXml(language)}"`
  return `<${name}${attributes}${own}>${escapeXml(words)}</${name}>`
}

/** Returns the id of an entry, and its first id if it had another (OASIS: `wId`). */
function idsOf(id: Slug, histories: EntryHistories): string {
  const [first = id] = histories.idsOf(id)
  return `eId="point_${id}"${first === id ? '' : ` wId="point_${first}"`}`
}

function point(ids: string, head: string, content: string): string {
  return `<point ${ids}>${head}<content>${content}</content></point>`
}
