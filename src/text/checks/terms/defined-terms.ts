import type { DataPath, Document } from '../../../treaty/index.ts'

/** A term or a name that a document explains. */
export interface DefinedTerm {
  term: string
  /** The words that explain it, where there are any in the same language. */
  definition: string
  language: string
  path: DataPath
}

/** Fields that hold a term, and the field that explains each. */
const EXPLAINED_BY: Readonly<Record<string, string>> = { term: 'definition', name: 'description' }

/** Terms that the Convention explains outside Article 4, and where. */
export const DEFINED_ELSEWHERE = [
  { term: 'ICT', where: 'the preamble' },
  { term: 'subscriber information', where: 'Article 25(3)' },
]

/** Every term and name of a document, in every language. */
export function definedTerms({ entries }: Document): DefinedTerm[] {
  return entries.flatMap(({ text }, index) =>
    Object.entries(EXPLAINED_BY).flatMap(([field, explained]) =>
      Object.entries(text[field] ?? {}).map(([language, term]) => {
        const path = ['entries', index, 'text', field, language]
        return { term, definition: text[explained]?.[language] ?? '', language, path }
      }),
    ),
  )
}

/** Two terms with the same key are the same term: case and spacing aside. */
export function termKey(term: string): string {
  return term.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Whether a text says a term, as whole words, case aside; to be asked about many terms the text is made ready once. */
export function saysIn(text: string): (term: string) => boolean {
  const where = text.toLowerCase()
  return (term) => {
    // A regular expression made for each term would cost more to compile than the search takes.
    const what = term.toLowerCase()
    if (what === '') return false
    for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + what.length)) {
      if (!endsInWord(where.slice(0, at)) && !beginsWithWord(where.slice(at + what.length))) return true
    }
    return false
  }
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(-2))
}

function beginsWithWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text)
}
