import type { ChangelogItem, Document, Entry, Slug, Words } from '../treaty/index.ts'

/** Where a concept's address begins. */
export interface SkosOptions {
  /** An absolute IRI without a final slash (default: a `tag:` IRI that never changes). */
  base?: string
  /** The amendments, for `skos:changeNote`. */
  amendments: readonly ChangelogItem[]
}

const TAG = 'tag:treaty-annex.example,2026:convention'

/** A document's entries as concepts of one scheme, in JSON-LD. @see https://www.w3.org/TR/skos-reference/ */
export function documentSkos(document: Document, { base = TAG, amendments }: SkosOptions): object {
  const scheme = `${base}/${document.document}`
  const sectionIri = (section: Slug) => `${scheme}/section/${section}`
  return {
    '@context': {
      skos: 'http://www.w3.org/2004/02/skos/core#',
      prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
      definition: { '@id': 'skos:definition', '@container': '@language' },
      notation: 'skos:notation',
      changeNote: { '@id': 'skos:changeNote', '@container': '@language' },
      inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
      topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
      member: { '@id': 'skos:member', '@type': '@id' },
    },
    '@graph': [
      {
        '@id': scheme,
        '@type': 'skos:ConceptScheme',
        prefLabel: document.title,
        ...changeNotes(amendments, (entry) => entry === null || !document.entries.some(({ id }) => id === entry)),
      },
      ...(document.sections ?? []).map(({ id, number, title }) => ({
        '@id': sectionIri(id),
        '@type': 'skos:Collection',
        prefLabel: title,
        ...(number === undefined ? {} : { notation: number }),
        member: document.entries.filter(({ section }) => section === id).map((entry) => `${scheme}/${entry.id}`),
      })),
      ...document.entries.map((entry) => concept(entry, scheme, amendments)),
    ],
  }
}

function concept(entry: Entry, scheme: string, amendments: readonly ChangelogItem[]): object {
  const { id, number, text } = entry
  const label: Words | undefined = text.term ?? text.name ?? text.title ?? Object.values(text)[0]
  const definition = text.definition ?? text.description
  return {
    '@id': `${scheme}/${id}`,
    '@type': 'skos:Concept',
    inScheme: scheme,
    topConceptOf: scheme,
    prefLabel: label,
    ...(definition === undefined ? {} : { definition }),
    ...(number === undefined ? {} : { notation: number }),
    ...changeNotes(amendments, (entry) => entry === id),
  }
}

/** What the amendments say of some of the entries; what concerns no entry that is still there, the scheme tells. */
function changeNotes(amendments: readonly ChangelogItem[], tells: (entry: Slug | null) => boolean): object {
  const notes = amendments.flatMap(({ proposal, edition, changes }) =>
    changes.filter(({ entry }) => tells(entry)).map(({ says }) => `${edition ?? proposal}: ${says}`),
  )
  return notes.length === 0 ? {} : { changeNote: { en: notes } }
}
