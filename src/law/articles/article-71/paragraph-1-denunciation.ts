import { type CalendarDay, type Finding, type Party, yearsAfter } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '1. A State Party may denounce this Convention by written notification to the Secretary-General of the United Nations. Such denunciation shall become effective one year after the date of receipt of the notification by the Secretary-General.'

export const paragraph1: Provision = {
  cite: '71(1)',
  cases: 'article-71/paragraph-1',
  quote,
  of: 'convention',
  readings: [],
}

/** The first day on which a Party that denounced is no longer one; null if it did not denounce. */
export function endOfMembership(party: Party): CalendarDay | null {
  return party.denounced === undefined ? null : yearsAfter(party.denounced, 1)
}

/**
 * Whether a denunciation is received from a State Party, which alone may denounce; empty for who has not denounced.
 * @param from the day on which the Convention enters into force for it; null while that is not known
 */
export function denouncedAsAParty({ code, denounced }: Party, from: CalendarDay | null): Finding[] {
  if (denounced === undefined || (from !== null && from <= denounced)) return []
  const since = from === null ? 'the Convention is not in force' : `it becomes one on ${dayInWords(from)}`
  return [
    forbids(
      'denunciation-by-a-party',
      '71(1)',
      `${code} is no State Party on ${dayInWords(denounced)}, and a State Party denounces: ${since}.`,
      'Check the day on which the denunciation was received.',
    ),
  ]
}
