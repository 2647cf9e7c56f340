import { titled, WORDS_OF_TITLED } from '../example.ts'
import { spanOf } from '../passages.ts'
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
    const found = unpaired(words) && unpaired(words.replace(ENUMERATION, blankedOut))
    if (found === undefined) return undefined
    const [odd] = found
    const message = OPENS.has(odd) ? `A bracket ${odd} is never closed` : `A bracket ${odd} closes nothing`
    return { span: spanOf(found), message, hint: 'Take it out, or write its fellow' }
  },
)

/** The mark of an enumeration as blanks, so that what stands behind it stays in its place. */
function blankedOut(mark: string, before: string): string {
  return before.padEnd(mark.length)
}

function unpaired(words: string): RegExpExecArray | undefined {
  const open: RegExpExecArray[] = []
  for (const found of words.matchAll(BRACKETS)) {
    const opener = CLOSES[found[0]]
    if (OPENS.has(found[0])) open.push(found)
    else if (opener !== undefined && open.pop()?.[0] !== opener) return found
  }
  return open.at(-1)
}
