import type {
  Change,
  Difference,
  Document,
  Entry,
  RedlinedProposal,
  Section,
  Slug,
  Summary,
  Words,
} from '../../treaty/index.ts'
import type { DocumentOptions } from '../print/layout.ts'
import { otherDocument } from '../print/summary.ts'

/** The shape of `annex show --json`. */
export interface DocumentJson {
  document: Slug
  title: Words
  /** `annex-1/v2`; null if the text is not an edition. */
  edition: string | null
  note?: Document['note']
  sections: Section[]
  entries: (Entry & { why?: string })[]
}

/** Returns a document as data, in its own order, with its words unchanged. */
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

/** The shape of `annex diff --json`. */
export interface DifferenceJson {
  from: string
  to: string
  /** The proposal whose redline it is, if any. */
  proposal?: RedlinedProposal
  summary: Summary
  /** The ids of both versions, if they are two documents. */
  documents?: { before: Slug; after: Slug }[]
  changes: (Change & { fingerprint: string })[]
}

/** Returns a difference as data: every change, without grouping. */
export function diffJson({ from, to, proposal, summary, documents }: Difference): DifferenceJson {
  const marked = documents.flatMap(({ changes }) => changes)
  const others = documents.map(otherDocument).filter((other) => other !== null)
  return {
    from,
    to,
    ...(proposal === undefined ? {} : { proposal }),
    summary,
    ...(others.length === 0 ? {} : { documents: others }),
    changes: marked.map(({ change, fingerprint }) => ({ ...change, fingerprint })),
  }
}
