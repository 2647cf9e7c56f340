import type { CalendarDay, Change, ChangelogItem, Document } from '../../treaty/index.ts'
import { wordsIn } from '../documents/layout.ts'
import { escapeHtml } from '../escape/html.ts'
import type { AknOptions } from './options.ts'

const BASE = '/akn/un/convention/information-crimes'

/** ISO 639-2/T codes of the languages of Article 72, as Akoma Ntoso's addresses have them. */
const THREE_LETTERS: Record<string, string> = { ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'zho' }

/** What is said about the text: what it is, its lifecycle, what amended it, and who and what is meant. */
export function aknMeta(document: Document, language: string, options: AknOptions): string {
  return `<meta>
${identification(document, language, options)}
${lifecycle(options)}
${analysis(options)}${references(document, language, options)}
</meta>`
}

function identification({ document }: Document, language: string, options: AknOptions): string {
  const { asOf, edition, base = BASE } = options
  const work = `${base}/${document}`
  const expression = `${work}/${THREE_LETTERS[language] ?? language}@${edition === null ? asOf : edition.split('/')[1]}`
  const common = (uri: string) =>
    `<FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/><FRBRdate date="${asOf}" name="asExported"/><FRBRauthor href="#depositary"/>`
  return [
    '<identification source="#editors">',
    `<FRBRWork>${common(escapeHtml(work))}<FRBRcountry value="un"/></FRBRWork>`,
    `<FRBRExpression>${common(escapeHtml(expression))}<FRBRlanguage language="${escapeHtml(language)}"/></FRBRExpression>`,
    `<FRBRManifestation>${common(escapeHtml(`${expression}.xml`))}<FRBRformat value="application/akn+xml"/></FRBRManifestation>`,
    '</identification>',
  ].join('')
}

// The text's own day of generation is not known before the Convention is adopted: the earliest day on record stands for it.
function lifecycle({ asOf, amendments }: AknOptions): string {
  const days = amendments.map((item) => entryDay(item, asOf))
  const first = [asOf, ...days].sort()[0] ?? asOf
  const events = amendments.map(
    ({ proposal }, index) =>
      `<eventRef eId="event_${proposal}" date="${days[index] ?? asOf}" source="#ref_${proposal}" type="amendment"/>`,
  )
  return `<lifecycle source="#editors"><eventRef eId="event_original" date="${first}" source="#ref_original" type="generation"/>${events.join('')}</lifecycle>`
}

function entryDay({ entersIntoForce, bound }: ChangelogItem, asOf: CalendarDay): CalendarDay {
  return entersIntoForce ?? bound[0]?.from ?? asOf
}

const MODIFICATIONS: Partial<Record<Change['kind'], string>> = {
  added: 'insertion',
  removed: 'repeal',
  reworded: 'substitution',
  renumbered: 'renumbering',
}

function analysis({ amendments }: AknOptions): string {
  const modifications = amendments.flatMap(({ proposal, changes }) =>
    changes.flatMap(({ entry, kinds: [kind] }, index) => {
      const type = kind === undefined ? undefined : MODIFICATIONS[kind]
      if (entry === null || type === undefined) return []
      return [
        `<textualMod type="${type}" eId="mod_${proposal}_${index + 1}"><source href="#ref_${proposal}"/><destination href="#point_${entry}"/></textualMod>`,
      ]
    }),
  )
  if (modifications.length === 0) return ''
  return `<analysis source="#editors"><passiveModifications>${modifications.join('')}</passiveModifications></analysis>\n`
}

function references(document: Document, language: string, { amendments, base = BASE }: AknOptions): string {
  const title = escapeHtml(wordsIn(document.title, language))
  const work = escapeHtml(`${base}/${document.document}`)
  const each = amendments.map(
    ({ proposal, title: name }) =>
      `<passiveRef eId="ref_${proposal}" href="${escapeHtml(`${base}/proposal/${proposal}`)}" showAs="${escapeHtml(name)}"/>`,
  )
  const concepts = document.entries
    .filter(({ text }) => text.term !== undefined)
    .map(
      ({ id, text }) =>
        `<TLCConcept eId="concept_${id}" href="/ontology/concept/${id}" showAs="${escapeHtml(wordsIn(text.term, language))}"/>`,
    )
  return [
    '<references source="#editors">',
    `<original eId="ref_original" href="${work}/${THREE_LETTERS[language] ?? escapeHtml(language)}@v1" showAs="${title}"/>`,
    ...each,
    '<TLCOrganization eId="depositary" href="/ontology/organization/un.secretary-general" showAs="Secretary-General of the United Nations"/>',
    '<TLCOrganization eId="editors" href="/ontology/organization/editors" showAs="Editors of the annexes"/>',
    ...concepts,
    '</references>',
  ].join('')
}
