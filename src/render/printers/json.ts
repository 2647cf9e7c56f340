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

/** The shape of `annex diff --json`. */
export interface DifferenceJson {
  from: string
  to: string
  /** The proposal that it is the redline of, where it is one's. */
  proposal?: RedlinedProposal
  summary: Summary
  /** Where the two sides are two documents: the ids of both. */
  documents?: { before: Slug; after: Slug }[]
  changes: (Change & { fingerprint: string })[]
}

/** A difference as data: every change, none folded. */
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
