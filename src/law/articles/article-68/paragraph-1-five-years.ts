import {
  type CalendarDay,
  type FiledEvent,
  type Finding,
  type ProposalFacts,
  type RulePage,
  type Slug,
  yearsAfter,
} from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Register } from '../../party/register.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import { provision } from '../provision.ts'

export const quote =
  '1. After the expiry of five years from the entry into force of this Convention, a State Party may propose an amendment and send it to the Secretary-General of the United Nations, who shall thereupon communicate the proposed amendment to the States Parties and to the Conference of the States Parties to the Convention for the purposes of considering and deciding on the proposal. The Conference of the States Parties shall make every effort to achieve consensus on each amendment. If all efforts to achieve consensus have been exhausted and no agreement has been reached, the amendment shall, as a last resort, require for its adoption a two-thirds majority vote of the States Parties.'

export const paragraph1 = provision('68(1)', quote, ['five-year-bar', 'article-68-for-annex-1', 'second-vote'])

export const FIVE_YEARS = {
  id: 'law/five-years',
  level: 'error',
  cite: '68(1)',
  title: 'The Convention has been in force for five years',
  why: 'A State Party may propose an amendment only after the Convention has been in force for five years. Whether this also applies to an annex amended by the same procedure is a reading: five-year-bar.',
} as const satisfies RulePage

const YEARS = 5
const ANNEXES: ReadonlySet<Slug> = new Set(['annex-1', 'technical-annex'])

/** Returns the first day on which an amendment may be proposed: the fifth anniversary of the entry into force. */
export function firstDayToPropose(inForce: CalendarDay): CalendarDay {
  return yearsAfter(inForce, YEARS)
}

/** Returns whether the document is an annex. For an annex the reading `five-year-bar` decides whether the five years apply. */
export function isAnnex(document: Slug): boolean {
  return ANNEXES.has(document)
}

/** Returns whether the five years apply to an amendment of the document by the procedure of Article 68. */
export function fiveYearsBind(document: Slug, choice: Choice): boolean {
  return !isAnnex(document) || reads(choice, 'five-year-bar', 'annexes-too')
}

/** Refuses an event that starts the procedure before five years have passed. */
export function afterFiveYears(event: FiledEvent, { proposal, register, choice }: LawContext): Finding[] {
  const message = tooEarlyToPropose(proposal, register, event.on, choice)
  if (message === undefined) return []
  const hint = 'Wait until then. Articles 62 and 70 allow the annexes to be amended before that day.'
  return [refuses(FIVE_YEARS, event, 'on', message, hint)]
}

/**
 * Returns the message that an amendment is proposed before five years have passed; undefined if it is not too early.
 * @param day the day to test if the proposal does not record when it was proposed
 */
export function tooEarlyToPropose(
  { document, proposed }: ProposalFacts,
  { inForce }: Register,
  day: CalendarDay,
  choice: Choice,
): string | undefined {
  if (!fiveYearsBind(document, choice)) return undefined
  const first = inForce === null ? null : firstDayToPropose(inForce)
  if (first !== null && first <= (proposed ?? day)) return undefined
  const when = first === null ? 'the Convention is not in force' : `the first day is ${dayInWords(first)}`
  return `An amendment may be proposed only after the Convention has been in force for five years: ${when}.`
}
