import { titled, WORDS_OF_TITLED } from '../example.ts'
import { wordsRule } from '../words-rule.ts'

export const unbalancedQuote = wordsRule(
  {
    id: 'text/unbalanced-quote',
    level: 'warning',
    title: 'Quotation marks come in pairs',
    why: 'A quotation that never ends leaves open which words are quoted. Single marks are not counted: most of them are apostrophes.',
    good: { yaml: titled('The term "botnet"') },
    bad: { yaml: titled('The term "botnet'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    if (!/["“”„«»]/.test(words)) return undefined
    const straight = words.split('"').length - 1
    const curled = (words.match(/[“”„]/g) ?? []).length
    const angled = words.split('«').length - words.split('»').length
    if (straight % 2 === 0 && curled % 2 === 0 && angled === 0) return undefined
    return { message: 'A quotation mark has no fellow', hint: 'Take it out, or write its fellow' }
  },
)
