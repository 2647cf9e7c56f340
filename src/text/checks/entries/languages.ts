import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'

const first = '  - {id: one, text: {title: {en: One, fr: Un}}}\n'

export const missingLanguage = {
  id: 'text/missing-language',
  level: 'note',
  cite: '72(2)',
  title: 'What is worded in one language is worded in all that the document has',
  why: 'The six languages are equally authentic. While a document is being translated, this shows what is still to be done; a document in one language has nothing missing.',
  good: { yaml: `document: list\ntitle: {en: List, fr: Liste}\nentries:\n${first}` },
  bad: { yaml: listOf(first), line: 2, column: 8 },
  check(_document, { wordings: all }) {
    const languages = [...new Set(all.flatMap(({ words }) => Object.keys(words)))].sort()
    return all.flatMap(({ words, path }) => {
      const missing = languages.filter((language) => words[language] === undefined)
      if (missing.length === 0) return []
      return [
        { path, message: `There are no words in ${missing.join(', ')}`, hint: 'Add them when the text is established' },
      ]
    })
  },
} satisfies Rule
