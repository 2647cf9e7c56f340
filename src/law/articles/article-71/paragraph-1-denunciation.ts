import { type CalendarDay, type Finding, type Party, type RulePage, yearsAfter } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { provision } from '../provision.ts'

export const quote =
  '1. A State Party may denounce this Convention by written notification to the Secretary-General of the United Nations. Such denunciation shall become effective one year after the date of receipt of the notification by the Secretary-General.'

export const paragraph1 = provision('71(1)', quote)

export const DENUNCIATION_BY_A_PARTY = {
  id: 'law/denunciation-by-a-party',
  level: 'error',
  cite: '71(1)',
  title: 'A State denounces while it is a Party',
  why: 'The paragraph gives the denunciation to a State Party. A State for which the Convention is not yet in force cannot denounce it.',
} as const satisfies RulePage

/** Returns the first day on which a Party that denounced is no longer a Party; null if it did not denounce. */
export function endOfMembership(party: Party): CalendarDay | null {
  return party.denounced === undefined ? null : yearsAfter(party.denounced, 1)
}

/**
 * Checks that a denunciation comes from a State Party. Empty without a denunciation.
 * @param from the day on which the Convention enters into force for the State; null if not known
 */
export function denouncedAsAParty({ code, denounced }: Party, from: CalendarDay | null): Finding[] {
  if (denounced === undefined || (from !== null && from <= denounced)) return []
  const why = from === null ? 'the Convention is not in force' : `it becomes a Party on ${dayInWords(from)}`
  const message = `${code} is not a State Party on ${dayInWords(denounced)}, so it cannot denounce: ${why}.`
  return [forbids(DENUNCIATION_BY_A_PARTY, message, 'Check the day on which the denunciation was received.')]
}
