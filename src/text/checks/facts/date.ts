import { factsRule, instrument, TEXT_OR_FACTS, TITLE_OF_INSTRUMENT } from './title-against-facts.ts'

export const date = factsRule(
  {
    id: 'facts/date',
    level: 'warning',
    title: 'The day printed is the day the instrument was done, or opened',
    why: 'A wrong day may name another instrument, or none. The text is authentic all the same: it is reported, and never corrected by the program.',
    good: { yaml: instrument('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: instrument('Convention on Safety (Rome, 11 March 1988)'), ...TITLE_OF_INSTRUMENT },
  },
  ({ facts, printed }) => {
    const known = [facts.done?.date, facts.opened?.date].filter((day) => day !== undefined)
    const stated = printed.day ?? printed.year
    if (known.length === 0 || stated === undefined || known.some((day) => day.startsWith(stated))) return undefined
    const message = `The text prints ${stated}, where the facts say ${known.join(' and ')}`
    return { message, hint: TEXT_OR_FACTS }
  },
)
