import type { Change, Difference, Summary } from '../../treaty/index.ts'

/** The shape of `annex diff --json`. */
export interface DifferenceJson {
  from: string
  to: string
  summary: Summary
  changes: (Change & { fingerprint: string })[]
}

/** A difference as data: every change, none folded. */
export function diffJson({ from, to, summary, documents }: Difference): DifferenceJson {
  const marked = documents.flatMap(({ changes }) => changes)
  return { from, to, summary, changes: marked.map(({ change, fingerprint }) => ({ ...change, fingerprint })) }
}
