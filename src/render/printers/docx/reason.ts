import type { Slug } from '../../../treaty/index.ts'
import type { Reviser } from './revisions.ts'

/** Why an entry stands in a document, by its id. */
export type Reasons = ReadonlyMap<Slug, string>

/** Why this one does, as a paragraph of its own; nothing where no reason is given. */
export function reason(id: Slug, reasons: Reasons, write: Reviser, indent?: number): string {
  const words = reasons.get(id)
  if (words === undefined) return ''
  return write.paragraph('Edition', 'both', 'en', write.runs([{ kind: 'same', words }], 'en'), indent)
}
