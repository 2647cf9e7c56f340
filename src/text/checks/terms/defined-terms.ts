import type { DataPath, Document } from '../../../treaty/index.ts'

/** A term or name that a document defines. */
export interface DefinedTerm {
  term: string
  /** Its definition in the same language; empty if it does not exist. */
  definition: string
  language: string
  path: DataPath
}

/** Each field that contains a term, and the field that contains its definition. */
const DEFINED_BY: Readonly<Record<string, string>> = { term: 'definition', name: 'description' }

/** Terms that the Convention defines outside Article 4, and where. */
export const DEFINED_ELSEWHERE = [
  { term: 'ICT', where: 'the preamble' },
  { term: 'subscriber information', where: 'Article 25(3)' },
]

/** Returns every term and name of a document, in every language. */
export function definedTerms({ entries }: Document): DefinedTerm[] {
  return entries.flatMap(({ text }, index) =>
    Object.entries(DEFINED_BY).flatMap(([field, definedBy]) =>
      Object.entries(text[field] ?? {}).map(([language, term]) => {
        const path = ['entries', index, 'text', field, language]
        return { term, definition: text[definedBy]?.[language] ?? '', language, path }
      }),
    ),
  )
}

/** Returns the same key for terms that differ only in case or spacing. */
export function termKey(term: string): string {
  return term.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Returns a function that says whether the text contains a term as whole words, in upper or lower case. */
export function saysIn(text: string): (term: string) => boolean {
  const where = text.toLowerCase()
  return (term) => {
    // Compiling a regular expression for each term would take longer than this search.
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
