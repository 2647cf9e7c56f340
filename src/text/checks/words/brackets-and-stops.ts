import { spanOf } from '../passages.ts'
import { titled, WORDS_OF_TITLED, wordsRule } from '../rule.ts'

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '」': '「', '》': '《' }
const OPENS = new Set(Object.values(CLOSES))
const BRACKETS = /[()[\]{}（）「」《》]/g
/** `a)` or `12)` before an item of an enumeration: this bracket needs no opening bracket. */
const ENUMERATION = /(^|[\s;,:])(?:[a-z]{1,4}|\d{1,3})\)/gi

export const unbalancedBracket = wordsRule(
  {
    id: 'text/unbalanced-bracket',
    level: 'warning',
    title: 'Brackets come in pairs',
    why: 'A bracket without its counterpart is a sign that words were lost or repeated.',
    good: { yaml: titled('Convention (Rome, 10 March 1988)') },
    bad: { yaml: titled('Convention (Rome, 10 March 1988))'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const found = firstUnpaired(words) && firstUnpaired(words.replace(ENUMERATION, blankedOut))
    if (found === undefined) return undefined
    const [odd] = found
    const message = OPENS.has(odd) ? `The bracket ${odd} is never closed` : `The bracket ${odd} is never opened`
    return { span: spanOf(found), message, hint: 'Remove it, or add the matching bracket' }
  },
)

/** Replaces the mark of an enumeration by blanks, so that the words after it keep their position. */
function blankedOut(mark: string, before: string): string {
  return before.padEnd(mark.length)
}

function firstUnpaired(words: string): RegExpExecArray | undefined {
  const open: RegExpExecArray[] = []
  for (const found of words.matchAll(BRACKETS)) {
    const opener = CLOSES[found[0]]
    if (OPENS.has(found[0])) open.push(found)
    else if (opener !== undefined && open.pop()?.[0] !== opener) return found
  }
  return open.at(-1)
}

export const unbalancedQuote = wordsRule(
  {
    id: 'text/unbalanced-quote',
    level: 'warning',
    title: 'Quotation marks come in pairs',
    why: 'If a quotation has no end, nobody knows which words are quoted. Single quotation marks are not counted, because most of them are apostrophes.',
    good: { yaml: titled('The term "botnet"') },
    bad: { yaml: titled('The term "botnet'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    if (!/["“”„«»]/.test(words)) return undefined
    const straight = words.split('"').length - 1
    const curled = (words.match(/[“”„]/g) ?? []).length
    const angled = words.split('«').length - words.split('»').length
    if (straight % 2 === 0 && curled % 2 === 0 && angled === 0) return undefined
    return { message: 'A quotation mark is not paired', hint: 'Remove it, or add the matching quotation mark' }
  },
)

export const strayStop = wordsRule(
  {
    id: 'text/stray-stop',
    level: 'warning',
    title: 'No full stop before or after the brackets of a title',
    why: 'The place and day in brackets are part of the title, so a full stop before or after the brackets is a mistake.',
    good: { yaml: titled('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: titled('Convention on Safety. (Rome, 10 March 1988).'), ...WORDS_OF_TITLED },
  },
  ({ words, path }) => {
    const found = path.includes('title') ? /\.(?=\s*\()|(?<=\))\.$/.exec(words) : null
    if (found === null) return undefined
    return { span: spanOf(found), message: 'There is a full stop before or after the brackets', hint: 'Remove it' }
  },
)
