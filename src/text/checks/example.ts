/** A small document around the entries given, which begin on its fourth line. */
export function listOf(entries: string): string {
  return `document: list\ntitle: {en: List}\nentries:\n${entries}`
}

/** A document of one entry with this title in English; the words begin at line 6, column 19. */
export function titled(words: string): string {
  return listOf(`  - id: one\n    text:\n      title: {en: ${JSON.stringify(words)}}\n`)
}

/** Where the words of `titled` stand. */
export const WORDS_OF_TITLED = { line: 6, column: 19 }
