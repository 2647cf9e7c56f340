import { type CalendarDay, type Party, yearsAfter } from '../../treaty/index.ts'
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
