import type { RecordedAmendment } from '../../../treaty/index.ts'
import { type CalendarDay, type ChangelogItem, type Document, fingerprintOf } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import type { EntryHistories } from '../../print/entry-histories.ts'
import { wordsIn } from '../../print/layout.ts'
import { idMappings, passiveModifications } from './modifications.ts'

const BASE = '/akn/un/convention/information-crimes'

/** ISO 639-2/T codes of the languages of Article 72, as Akoma Ntoso's addresses have them. */
const THREE_LETTERS: Record<string, string> = { ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'zho' }

/** Returns the metadata of a text: its identification, lifecycle, amendments and references. */
export function aknMeta(document: Document, language: string, options: AknOptions, histories: EntryHistories): string {
  const parts = [
    identification(document, language, options),
    lifecycle(options),
    analysis(document, language, options, histories),
    references(document, language, options, histories),
  ]
  return `<meta>\n${parts.filter((part) => part !== '').join('\n')}\n</meta>`
}

function identification(document: Document, language: string, options: AknOptions): string {
  const { edition, base = BASE } = options
  const work = `${base}/${document.document}`
  const expression = expressionAddress(document, language, base, edition)
  const common = (uri: string, date: string) =>
    `<FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/>${date}<FRBRauthor href="#depositary"/>`
  return [
    '<identification source="#editors">',
    `<FRBRWork>${common(escapeXml(work), UNKNOWN_DAY)}<FRBRcountry value="un"/></FRBRWork>`,
    `<FRBRExpression>${common(escapeXml(expression), expressionDay(options))}<FRBRlanguage language="${threeLetters(language)}"/></FRBRExpression>`,
    `<FRBRManifestation>${common(escapeXml(`${expression}.xml`), UNKNOWN_DAY)}<FRBRformat value="application/akn+xml"/></FRBRManifestation>`,
    '</identification>',
  ].join('')
}

function threeLetters(language: string): string {
  return THREE_LETTERS[language] ?? escapeXml(language)
}

/** The address of an edition has its number; that of another text has a digest of its words. */
function expressionAddress(document: Document, language: string, base: string, edition: string | null): string {
  const version = edition === null ? `draft-${fingerprintOf(document)}` : edition.split('/')[1]
  return `${base}/${document.document}/${threeLetters(language)}@${version}`
}

/** The schema requires a day even if none is known: the first possible day, named `unknown`. */
const UNKNOWN_DAY = '<FRBRdate date="0001-01-01" name="unknown"/>'

// The Convention is a draft without a date, and so is a text that is not an edition: only an amendment dates a text.
function expressionDay({ edition, amendments }: AknOptions): string {
  const last = edition === null ? undefined : amendments.at(-1)
  const day = last && entryDay(last)
  return day ? `<FRBRdate date="${day.on}" name="${day.name}"/>` : UNKNOWN_DAY
}

/** Lists the amendments whose day is known; the day of the original text is not. */
function lifecycle({ amendments }: AknOptions): string {
  const events = amendments.flatMap((amendment) => {
    const day = entryDay(amendment)
    if (day === null) return []
    const { proposal } = amendment
    return [`<eventRef eId="event_${proposal}" date="${day.on}" source="#ref_${proposal}" type="amendment"/>`]
  })
  return events.length === 0 ? '' : `<lifecycle source="#editors">${events.join('')}</lifecycle>`
}

/** Returns the day of entry into force; if each Party has its own, the first. */
function entryDay({ entersIntoForce, bound: [first] }: ChangelogItem): { on: CalendarDay; name: string } | null {
  if (entersIntoForce !== null) return { on: entersIntoForce, name: 'entryIntoForce' }
  return first === undefined ? null : { on: first.from, name: 'firstPartyBound' }
}

function analysis(
  document: Document,
  language: string,
  { amendments, base = BASE }: AknOptions,
  histories: EntryHistories,
): string {
  const addressOf = (edition: string | null) => expressionAddress(document, language, base, edition)
  const modifications = passiveModifications(document, amendments, histories, addressOf)
  const said = modifications + idMappings(document, histories)
  return said === '' ? '' : `<analysis source="#editors">${said}</analysis>`
}

function references(
  document: Document,
  language: string,
  { amendments, base = BASE }: AknOptions,
  histories: EntryHistories,
): string {
  const title = escapeXml(wordsIn(document.title, language))
  const work = escapeXml(`${base}/${document.document}`)
  const each = amendments.map(
    ({ proposal, title: name }) =>
      `<passiveRef eId="ref_${proposal}" href="${escapeXml(`${base}/proposal/${proposal}`)}" showAs="${escapeXml(name)}"/>`,
  )
  const concepts = document.entries
    .filter(({ text }) => text.term !== undefined)
    .map(
      ({ id, text }) =>
        `<TLCConcept eId="concept_${id}" href="/ontology/concept/${histories.idsOf(id)[0] ?? id}" showAs="${escapeXml(wordsIn(text.term, language))}"/>`,
    )
  return [
    '<references source="#editors">',
    `<original eId="ref_original" href="${work}/${threeLetters(language)}@v1" showAs="${title}"/>`,
    ...each,
    '<TLCOrganization eId="depositary" href="/ontology/organization/un.secretary-general" showAs="Secretary-General of the United Nations"/>',
    '<TLCOrganization eId="editors" href="/ontology/organization/editors" showAs="Editors of the annexes"/>',
    ...concepts,
    '</references>',
  ].join('')
}

/** What an export in Akoma Ntoso needs besides the text. */
export interface AknOptions {
  /** `annex-1/v2`; null if the text is not an edition. */
  edition: string | null
  /** The amendments in this text, the earliest first. */
  amendments: readonly RecordedAmendment[]
  /** The beginning of identifiers, without a final slash (default: `/akn/un/convention/information-crimes`). */
  base?: string
  /** The language of the expression (default: English if the title has it, else the first of the title). */
  language?: string
}
