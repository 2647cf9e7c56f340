import type { Change } from '../../treaty/index.ts'

/** A change that cannot be applied, because the document differs from what the change expects. */
export interface Mismatch {
  change: Change
  /** The field that differs: `entry`, `id`, `number`, `section`, `facts`, or a field and language of the text, `title (en)`. */
  field: string
  /** What the change expects there; null: nothing. */
  expected: string | null
  /** What the document has there; null: nothing. */
  found: string | null
}

/** Returns the mismatch of a change whose entry is not in the document. */
export function missingEntry(change: Change, id: string): Mismatch {
  return { change, field: 'entry', expected: id, found: null }
}

/** Returns the words in quotation marks, cut to 120 characters; `missing` for null. */
export function quoted(words: string | null): string {
  if (words === null) return 'missing'
  const characters = Array.from(words)
  return characters.length > 120 ? `“${characters.slice(0, 119).join('')}…”` : `“${words}”`
}
