import type { ReadingId } from '../readings/index.ts'

/** A paragraph that the program applies: its number, its words, and the readings that decide how it applies. */
export interface Provision {
  /** `70(5)`, `17, last paragraph`, `VCLT 79(2)`. */
  cite: string
  /** The file of its cases, below `test/law/cases/` and without extension: `article-70/paragraph-5`. */
  cases: string
  /** Its exact words; a space separates paragraphs. */
  quote: string
  /** The treaty that it is quoted from. */
  of: 'convention' | 'vienna-convention'
  /** The readings that may decide how it applies. */
  readings: readonly ReadingId[]
}

/**
 * Returns a paragraph of the Convention. The file of its cases follows from its number: `70(4)` has `article-70/paragraph-4`.
 * @param readings the readings that may decide how it applies
 * @param other what differs for a paragraph without a number, or of another treaty
 */
export function provision(
  cite: string,
  quote: string,
  readings: readonly ReadingId[] = [],
  other: Partial<Pick<Provision, 'cases' | 'of'>> = {},
): Provision {
  const cases = cite.replace(/^(\d+)\((\d+)\)$/, 'article-$1/paragraph-$2')
  return { cite, cases, quote, of: 'convention', readings, ...other }
}
