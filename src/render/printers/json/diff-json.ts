import type { Change, Difference, ProposalNamed, Slug, Summary } from '../../../treaty/index.ts'
import { otherDocument } from '../../print/other-document.ts'

/** The shape of `annex diff --json`. */
export interface DifferenceJson {
  from: string
  to: string
  /** The proposal that it is the redline of, where it is one's. */
  proposal?: ProposalNamed
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
