import { titled, WORDS_OF_TITLED } from '../example.ts'
import { codePoint } from '../passages.ts'
import { areMixed, scriptsOf, wordsBeyondAscii } from '../words/scripts.ts'
import { beyondAsciiRule } from '../words-rule.ts'

export const mixedScript = beyondAsciiRule(
  {
    id: 'text/mixed-script',
    level: 'error',
    title: 'A word is written in one script',
    why: 'A Cyrillic о in a Latin word looks like an o and is none: no search finds the word, and two texts that read the same differ.',
    good: { yaml: titled('Convention on Cybercrime') },
    bad: { yaml: titled('C\u043envention on Cybercrime'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    for (const { word, span } of wordsBeyondAscii(words)) {
      const scripts = scriptsOf(word)
      if (!areMixed(scripts)) continue
      const odd = [...word].find((letter) => !scriptsOf(letter).includes(scripts[0] ?? '')) ?? ''
      const message = `The word "${word}" mixes ${scripts.join(' and ')} letters (${codePoint(odd)})`
      return { span, message, hint: 'Type the word again on one keyboard' }
    }
    return undefined
  },
)
