import type { RecordedAmendment } from '../../../treaty/index.ts'
import { type CalendarDay, type ChangelogItem, type Document, fingerprintOf } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import type { EntryHistories } from '../../print/entry-histories.ts'
import { wordsIn } from '../../print/layout.ts'
import { idMappings, passiveModifications } from './modifications.ts'

const BASE = '/akn/un/convention/information-crimes'

/** ISO 639-2/T codes of the languages of Article 72, as Akoma Ntoso's addresses have them. */
const THREE_LETTERS: Record<string, string> = { ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'zho' }

/** What is said about the text: what it is, its lifecycle, what amended it, and who and what is meant. */
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

/** An edition is known by its number; a text that is none, by its words. */
function expressionAddress(document: Document, language: string, base: string, edition: string | null): string {
  const version = edition === null ? `draft-${fingerprintOf(document)}` : edition.split('/')[1]
  return `${base}/${document.document}/${threeLetters(language)}@${version}`
}

/** The schema asks for a day where none is known: the first that it can name, under a name that says so. */
const UNKNOWN_DAY = '<FRBRdate date="0001-01-01" name="unknown"/>'

// The Convention is a draft without a date, and what is no edition has none: only an amendment gives a text its day.
function expressionDay({ edition, amendments }: AknOptions): string {
  const last = edition === null ? undefined : amendments.at(-1)
  const day = last && entryDay(last)
  return day ? `<FRBRdate date="${day.on}" name="${day.name}"/>` : UNKNOWN_DAY
}

/** The amendments whose day is known; that of the text itself, and of its making, is not. */
function lifecycle({ amendments }: AknOptions): string {
  const events = amendments.flatMap((amendment) => {
    const day = entryDay(amendment)
    if (day === null) return []
    const { proposal } = amendment
    return [`<eventRef eId="event_${proposal}" date="${day.on}" source="#ref_${proposal}" type="amendment"/>`]
  })
  return events.length === 0 ? '' : `<lifecycle source="#editors">${events.join('')}</lifecycle>`
}

/** The day of its entry into force; where that is each Party's own, the first. */
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

/** What an export in Akoma Ntoso says beside the text. */
export interface AknOptions {
  /** `annex-1/v2`; null where it is no edition. */
  edition: string | null
  /** The amendments that this text has taken, the earliest first. */
  amendments: readonly RecordedAmendment[]
  /** Where identifiers begin, without a final slash (default: `/akn/un/convention/information-crimes`). */
  base?: string
  /** The language of the expression (default: English where the title has it, else the title's first). */
  language?: string
}
