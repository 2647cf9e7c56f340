import type { ReadingId } from '../readings/index.ts'

/** A paragraph that the program applies: its number, its words, and the readings that decide how it applies. */
export interface Provision {
  /** `70(5)`, `17, second unnumbered paragraph`, `VCLT 79(2)`. */
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
