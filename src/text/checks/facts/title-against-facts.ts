import type { CheckedRuleId } from '../../../treaty/index.ts'
import type { DocumentRulePage, Problem, Rule } from '../rule.ts'
import type { TitledEntry } from './printed-title.ts'

/** What to do if text and facts differ: the program never decides which of the two is right. */
const TEXT_OR_FACTS =
  'Correct the facts if they are wrong; if the text is wrong, propose a correction or accept the finding with a remark'

const FACTS = 'facts: {officialTitle: "Convention on Safety", done: {place: Rome, date: 1988-03-10}}'
const GOOD = { yaml: instrument('Convention on Safety (Rome, 10 March 1988)') }

/** Returns a document of one instrument with this title; its facts say Rome, 10 March 1988. */
function instrument(title: string): string {
  return `document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: "${title}"}}\n    ${FACTS}\n`
}

function bad(title: string) {
  return { yaml: instrument(title), line: 5, column: 24 }
}

/** Makes a rule that compares an instrument's facts with the title that the text prints. */
function factsRule<Id extends CheckedRuleId>(
  page: Omit<DocumentRulePage<Id>, 'good' | 'level'>,
  compare: (entry: TitledEntry) => Omit<Problem, 'path'> | undefined,
): Rule<Id> {
  return {
    ...page,
    level: 'warning',
    good: GOOD,
    check: (_document, { titled }) =>
      titled.flatMap((entry) => {
        const problem = compare(entry)
        return problem === undefined ? [] : [{ path: ['entries', entry.index, 'text', 'title', 'en'], ...problem }]
      }),
  }
}

export const date = factsRule(
  {
    id: 'facts/date',
    title: 'The printed day is the day on which the instrument was done or opened for signature',
    why: 'A wrong day may identify another instrument, or none. The printed text is authentic all the same: the program reports the difference and never corrects the text.',
    bad: bad('Convention on Safety (Rome, 11 March 1988)'),
  },
  ({ facts, printed }) => {
    const known = [facts.done?.date, facts.opened?.date].filter((day) => day !== undefined)
    const stated = printed.day ?? printed.year
    if (known.length === 0 || stated === undefined || known.some((day) => day.startsWith(stated))) return undefined
    return { message: `The text prints ${stated}, but the facts say ${known.join(' and ')}`, hint: TEXT_OR_FACTS }
  },
)

export const place = factsRule(
  {
    id: 'facts/place',
    title: 'The printed place is where the instrument was done or opened for signature',
    why: 'Instruments are identified by place and day. With a wrong place, or another spelling of it, an instrument is hard to find.',
    bad: bad('Convention on Safety (Paris, 10 March 1988)'),
  },
  ({ facts, printed }) => {
    const known = [facts.done?.place, facts.opened?.place].filter((one) => one !== undefined)
    const stated = printed.place
    if (known.length === 0 || stated === undefined) return undefined
    const names = known.flatMap((one) => [one, ...one.split(/ and | & |, | \/ /)])
    if (names.some((name) => withoutArticle(name) === withoutArticle(stated))) return undefined
    return { message: `The text prints ${stated}, but the facts say ${known.join(' and ')}`, hint: TEXT_OR_FACTS }
  },
)

/** `the Hague` and `The Hague` are the same place. */
function withoutArticle(name: string): string {
  return name.replace(/^the /i, '')
}

export const title = factsRule(
  {
    id: 'facts/title',
    title: "The printed title is the instrument's official title",
    why: 'A title with one word more or less may identify another instrument.',
    bad: bad('United Nations Convention on Safety (Rome, 10 March 1988)'),
  },
  ({ facts, printed }) => {
    const { officialTitle } = facts
    if (officialTitle === undefined || officialTitle === printed.name) return undefined
    return { message: `The text prints "${printed.name}", but the facts say "${officialTitle}"`, hint: TEXT_OR_FACTS }
  },
)

export const incomplete = factsRule(
  {
    id: 'facts/incomplete',
    title: 'A title states place and day',
    why: 'Annex 1 lists instruments by title, place and day. An instrument without place or day can be mistaken for another of the same title.',
    bad: bad('Convention on Safety (1988)'),
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
