import { factsRule, instrument, TEXT_OR_FACTS, TITLE_OF_INSTRUMENT } from './title-against-facts.ts'

export const title = factsRule(
  {
    id: 'facts/title',
    level: 'warning',
    title: "The title printed is the instrument's own",
    why: 'A title with a word more or less may name another instrument.',
    good: { yaml: instrument('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: instrument('United Nations Convention on Safety (Rome, 10 March 1988)'), ...TITLE_OF_INSTRUMENT },
  },
  ({ facts, printed }) => {
    const { officialTitle } = facts
    if (officialTitle === undefined || officialTitle === printed.name) return undefined
    const message = `The text prints "${printed.name}", where the facts say "${officialTitle}"`
    return { message, hint: TEXT_OR_FACTS }
  },
)
