import type { Document, Entry, Section, Slug, Words } from '../../../treaty/index.ts'
import type { DocumentOptions } from '../../print/layout.ts'

/** The shape of `annex show --json`. */
export interface DocumentJson {
  document: Slug
  title: Words
  /** `annex-1/v2`; null where what is shown is no edition. */
  edition: string | null
  note?: Document['note']
  sections: Section[]
  entries: (Entry & { why?: string })[]
}

/** A document as data, in its own order, its words as they are. */
export function documentJson(
  document: Document,
  edition: string | null,
  { reasons }: DocumentOptions = {},
): DocumentJson {
  const withReason = (entry: Entry) => {
    const why = reasons?.get(entry.id)
    return why === undefined ? entry : { ...entry, why }
  }
  return {
    document: document.document,
    title: document.title,
    edition,
    ...(document.note === undefined ? {} : { note: document.note }),
    sections: document.sections ?? [],
    entries: document.entries.map(withReason),
  }
}
