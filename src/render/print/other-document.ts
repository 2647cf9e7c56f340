import type { DocumentDifference, Slug } from '../../treaty/index.ts'

/** The ids of both sides, where they are two documents. */
export function otherDocument({ before, after }: DocumentDifference): { before: Slug; after: Slug } | null {
  return before.document === after.document ? null : { before: before.document, after: after.document }
}

/** `annex-1`; `annex-1 → technical-annex` where the two sides are two documents. */
export function documentName(difference: DocumentDifference): string {
  const other = otherDocument(difference)
  return other === null ? difference.document : `${other.before} → ${other.after}`
}

/** `another document (annex-1 before, technical-annex after)`, for each that is one. */
export function otherDocumentsInWords(documents: readonly DocumentDifference[]): string[] {
  return documents
    .map(otherDocument)
    .filter((other) => other !== null)
    .map(({ before, after }) => `another document (${before} before, ${after} after)`)
}
