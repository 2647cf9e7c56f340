import { titled, WORDS_OF_TITLED } from '../example.ts'
import { wordsRule } from '../words-rule.ts'

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '」': '「', '》': '《' }
const OPENS = new Set(Object.values(CLOSES))
const BRACKETS = /[()[\]{}（）「」《》]/g
/** `a)` or `12)` before an item of an enumeration opens nothing. */
const ENUMERATION = /(^|[\s;,:])(?:[a-z]{1,4}|\d{1,3})\)/gi

export const unbalancedBracket = wordsRule(
  {
    id: 'text/unbalanced-bracket',
    level: 'warning',
    title: 'Brackets come in pairs',
    why: 'A bracket that closes nothing, or is never closed, shows that words were lost or doubled.',
    good: { yaml: titled('Convention (Rome, 10 March 1988)') },
    bad: { yaml: titled('Convention (Rome, 10 March 1988))'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const odd = unpaired(words) && unpaired(words.replace(ENUMERATION, '$1'))
    if (odd === undefined || odd === '') return undefined
    const message = OPENS.has(odd) ? `A bracket ${odd} is never closed` : `A bracket ${odd} closes nothing`
    return { message, hint: 'Take it out, or write its fellow' }
  },
)

function unpaired(words: string): string | undefined {
  const open: string[] = []
  for (const [character] of words.matchAll(BRACKETS)) {
    const opener = CLOSES[character]
    if (OPENS.has(character)) open.push(character)
    else if (opener !== undefined && open.pop() !== opener) return character
  }
  return open.at(-1)
}
