import { factsRule, instrument, TITLE_OF_INSTRUMENT } from './title-against-facts.ts'

export const incomplete = factsRule(
  {
    id: 'facts/incomplete',
    level: 'warning',
    title: 'A title gives place and day',
    why: 'The items of Annex 1 name their instruments by title, place and day. One that lacks them can be taken for another of the same name.',
    good: { yaml: instrument('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: instrument('Convention on Safety (1988)'), ...TITLE_OF_INSTRUMENT },
  },
  ({ facts, printed }) => {
    const missing = [
      ...(facts.done?.place !== undefined && printed.place === undefined ? ['place'] : []),
      ...(facts.done?.date !== undefined && printed.day === undefined ? ['day'] : []),
    ]
    if (missing.length === 0) return undefined
    const known = [facts.done?.place, facts.done?.date].filter((one) => one !== undefined).join(', ')
    return { message: `The text prints no ${missing.join(' and no ')}`, hint: `Compare it with the facts: ${known}` }
  },
)
