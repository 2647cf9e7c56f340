import type { ReadingId } from '../readings/index.ts'

/** A paragraph that the program applies: where it stands, its words, and the open questions it rests on. */
export interface Provision {
  /** `70(5)`, `17, second unnumbered paragraph`, `VCLT 79(2)`. */
  cite: string
  /** Its cases, a path below `test/law/cases/` without the ending: `article-70/paragraph-5`. */
  cases: string
  /** Its words, letter for letter; paragraphs parted by a space. */
  quote: string
  /** Whose words they are. */
  of: 'convention' | 'vienna-convention'
  /** The readings that may decide how it applies. */
  readings: readonly ReadingId[]
}
