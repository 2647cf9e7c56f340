import { titled, WORDS_OF_TITLED } from '../example.ts'
import { wordsRule } from '../words-rule.ts'

export const noWords = wordsRule(
  {
    id: 'text/no-words',
    level: 'error',
    title: 'Words are there',
    why: 'An entry that says nothing in a language says that the language has no text: then the language is left out.',
    good: { yaml: titled('Worms') },
    bad: { yaml: titled(''), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    if (/\S/.test(words)) return undefined
    return { message: `There are no words under ${language}`, hint: 'Write them, or take the language out' }
  },
)
