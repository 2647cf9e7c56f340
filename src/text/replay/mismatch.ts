import type { Change, Finding } from '../../treaty/index.ts'

/** A change that could not be made, because the document is not as the change says that it was. */
export interface Mismatch {
  change: Change
  /** Which field differs: `number`, `section`, `facts`, or a field of the text with its language, `title (en)`. */
  field: string
  /** What the change says stood there; null: nothing. */
  expected: string | null
  /** What stands there; null: nothing. */
  found: string | null
}

/** The finding that says so, naming the entry and the field. */
export function mismatchFinding({ change, field, expected, found }: Mismatch): Finding {
  const entry = change.entry === null ? change.document : `${change.document}, ${change.entry}`
  return {
    rule: 'law/before-does-not-match',
    level: 'error',
    message: `${entry}: the change (${change.kind}) says that ${field} was ${quoted(expected)}, but it is ${quoted(found)}`,
    hint: 'Draft it again from the text that it is to change; the change was not made.',
  }
}

/** The words in quotation marks, cut where they are long; `absent` for none. */
export function quoted(words: string | null): string {
  if (words === null) return 'absent'
  const characters = Array.from(words)
  return characters.length > 120 ? `“${characters.slice(0, 119).join('')}…”` : `“${words}”`
}
