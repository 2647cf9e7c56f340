import { factsRule, instrument, TEXT_OR_FACTS, TITLE_OF_INSTRUMENT } from './title-against-facts.ts'

export const place = factsRule(
  {
    id: 'facts/place',
    level: 'warning',
    title: 'The place printed is where the instrument was done, or opened',
    why: 'Instruments are told apart by place and day. A wrong place, or one spelt otherwise, makes an instrument hard to find.',
    good: { yaml: instrument('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: instrument('Convention on Safety (Paris, 10 March 1988)'), ...TITLE_OF_INSTRUMENT },
  },
  ({ facts, printed }) => {
    const known = [facts.done?.place, facts.opened?.place].filter((one) => one !== undefined)
    const stated = printed.place
    if (known.length === 0 || stated === undefined) return undefined
    const names = known.flatMap((one) => [one, ...one.split(/ and | & |, | \/ /)])
    if (names.some((name) => withoutArticle(name) === withoutArticle(stated))) return undefined
    return { message: `The text prints ${stated}, where the facts say ${known.join(' and ')}`, hint: TEXT_OR_FACTS }
  },
)

/** `the Hague` is The Hague. */
function withoutArticle(place: string): string {
  return place.replace(/^the /i, '')
}
