import type { Document, Entry, RecordedAmendment, Slug, Words } from '../../treaty/index.ts'
import { type EntryHistories, entryHistories } from '../print/entry-histories.ts'

/** How concepts are exported. */
export interface SkosOptions {
  /** An absolute IRI without a final slash (default: a `tag:` IRI that never changes). */
  base?: string
  /** The amendments, for `skos:changeNote`. */
  amendments: readonly RecordedAmendment[]
}

const TAG = 'tag:treaty-annex.example,2026:convention'

/**
 * Returns the entries of a document as concepts of one scheme, in JSON-LD. The address of a concept is made from the first id of its entry,
 * and stays when the id changes; the addresses of later ids are `owl:sameAs`.
 * @see https://www.w3.org/TR/skos-reference/
 */
export function documentSkos(document: Document, { base = TAG, amendments }: SkosOptions): object {
  const scheme = `${base}/${document.document}`
  const histories = entryHistories(document, amendments)
  const addressOf = (id: Slug) => `${scheme}/${histories.idsOf(id)[0] ?? id}`
  const sectionIri = (section: Slug) => `${scheme}/section/${section}`
  return {
    '@context': {
      skos: 'http://www.w3.org/2004/02/skos/core#',
      dcterms: 'http://purl.org/dc/terms/',
      owl: 'http://www.w3.org/2002/07/owl#',
      prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
      definition: { '@id': 'skos:definition', '@container': '@language' },
      notation: 'skos:notation',
      changeNote: { '@id': 'skos:changeNote', '@container': '@language' },
      identifier: 'dcterms:identifier',
      sameAs: { '@id': 'owl:sameAs', '@type': '@id' },
      inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
      topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
      member: { '@id': 'skos:member', '@type': '@id' },
    },
    '@graph': [
      {
        '@id': scheme,
        '@type': 'skos:ConceptScheme',
        prefLabel: document.title,
        ...changeNotes(amendments, histories, null),
      },
      ...(document.sections ?? []).map(({ id, number, title }) => ({
        '@id': sectionIri(id),
        '@type': 'skos:Collection',
        prefLabel: title,
        ...(number === undefined ? {} : { notation: number }),
        member: document.entries.filter(({ section }) => section === id).map(({ id }) => addressOf(id)),
      })),
      ...document.entries.map((entry) => concept(entry, scheme, amendments, histories)),
    ],
  }
}

function concept(
  entry: Entry,
  scheme: string,
  amendments: readonly RecordedAmendment[],
  histories: EntryHistories,
): object {
  const { id, number, text } = entry
  const label: Words | undefined = text.term ?? text.name ?? text.title ?? Object.values(text)[0]
  const definition = text.definition ?? text.description
  const [first = id, ...later] = histories.idsOf(id)
  return {
    '@id': `${scheme}/${first}`,
    '@type': 'skos:Concept',
    ...(later.length === 0 ? {} : { identifier: id, sameAs: later.map((each) => `${scheme}/${each}`) }),
    inScheme: scheme,
    topConceptOf: scheme,
    prefLabel: label,
    ...(definition === undefined ? {} : { definition }),
    ...(number === undefined ? {} : { notation: number }),
    ...changeNotes(amendments, histories, id),
  }
}

/** Returns what the amendments say about an entry, under any of its ids; for null, what concerns no present entry. */
function changeNotes(amendments: readonly RecordedAmendment[], histories: EntryHistories, id: Slug | null): object {
  const notes = amendments.flatMap((amendment) => {
    const { proposal, edition, changes } = amendment
    const now = (entry: Slug | null) => (entry === null ? null : histories.now(amendment, entry))
    return changes.filter(({ entry }) => now(entry) === id).map(({ says }) => `${edition ?? proposal}: ${says}`)
  })
  return notes.length === 0 ? {} : { changeNote: { en: notes } }
}
