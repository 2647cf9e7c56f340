import type { CalendarDay, Finding, Proposer } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { membershipOn, type Register } from '../../party/register.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '1. Any State Party may propose amendments for the purposes of revising the list of international legal instruments contained in Annex 1 to this Convention.'

export const paragraph1: Provision = {
  cite: '70(1)',
  cases: 'article-70/paragraph-1',
  quote,
  of: 'convention',
  readings: [],
}

/** Whether the proposer is a State for which the Convention is in force on the day; also asked under Article 68(1). */
export function standingOfState(
  by: Proposer | undefined,
  register: Register,
  day: CalendarDay,
  cite = '70(1)',
): Finding[] {
  const membership = by === undefined ? undefined : membershipOn(register, by, day)
  if (membership !== undefined && membership.party.organization === undefined) return []
  const who = by ?? 'Nobody'
  const what =
    membership === undefined ? `is not a State Party on ${dayInWords(day)}` : 'is a regional organization, not a State'
  return [
    forbids(
      'standing',
      cite,
      `${who} ${what}, so that it cannot propose under ${cite}.`,
      'Name as proposer (`by`) the code of a State for which the Convention is in force on that day.',
      { path: ['by'] },
    ),
  ]
}
