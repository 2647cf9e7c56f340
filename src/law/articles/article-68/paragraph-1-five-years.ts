import { type CalendarDay, type FiledEvent, type Finding, type Slug, yearsAfter } from '../../../treaty/index.ts'
import type { DecisionContext } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '1. After the expiry of five years from the entry into force of this Convention, a State Party may propose an amendment and send it to the Secretary-General of the United Nations, who shall thereupon communicate the proposed amendment to the States Parties and to the Conference of the States Parties to the Convention for the purposes of considering and deciding on the proposal. The Conference of the States Parties shall make every effort to achieve consensus on each amendment. If all efforts to achieve consensus have been exhausted and no agreement has been reached, the amendment shall, as a last resort, require for its adoption a two-thirds majority vote of the States Parties.'

export const paragraph1: Provision = {
  cite: '68(1)',
  cases: 'article-68/paragraph-1',
  quote,
  of: 'convention',
  readings: ['five-year-bar'],
}

const YEARS = 5
const ANNEXES: ReadonlySet<Slug> = new Set(['annex-1', 'technical-annex'])

/**
 * The first day on which an amendment may be proposed: the fifth anniversary of the Convention's entry into force, when
 * it has been in force for five whole years.
 */
export function firstDayToPropose(inForce: CalendarDay): CalendarDay {
  return yearsAfter(inForce, YEARS)
}

/** Whether the document is an annex, so that the reading `five-year-bar` decides whether the five years bind it. */
export function isAnnex(document: Slug): boolean {
  return ANNEXES.has(document)
}

/** Whether the five years have to have passed before the document is amended by the procedure of Article 68. */
export function fiveYearsBind(document: Slug, choice: Choice): boolean {
  return !isAnnex(document) || reads(choice, 'five-year-bar', 'annexes-too')
}

/** Refuses what opens the procedure before five years have passed; the day of the proposal counts, where it is recorded. */
export function afterFiveYears(event: FiledEvent, { proposal, register, choice }: DecisionContext): Finding[] {
  if (!fiveYearsBind(proposal.document, choice)) return []
  const day = proposal.proposed ?? event.on
  const first = register.inForce === null ? null : firstDayToPropose(register.inForce)
  if (first !== null && first <= day) return []
  const when = first === null ? 'the Convention is not in force' : `the first day is ${dayInWords(first)}`
  return [
    refuses(
      event,
      'on',
      'five-years',
      '68(1)',
      `An amendment may be proposed only when the Convention has been in force for five years: ${when}.`,
      'Wait until then; the annexes may be amended under Articles 62 and 70 before.',
    ),
  ]
}
