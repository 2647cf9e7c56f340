import type { CalendarDay, Finding, Proposer, RulePage } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { membershipOn, type Register } from '../../party/register.ts'
import { provision } from '../provision.ts'

export const quote =
  '1. Any State Party may propose amendments for the purposes of revising the list of international legal instruments contained in Annex 1 to this Convention.'

export const paragraph1 = provision('70(1)', quote, ['withdrawal-of-a-proposal'])

export const STANDING = {
  id: 'law/standing',
  level: 'error',
  title: 'The proposer has the right to propose',
  why: 'A State Party proposes under 70(1) and 68(1), the Secretariat under 70(2), the International Technical Commission under 62(9). The depositary proposes a correction. A State must be a Party on the day it proposes (`proposed`); if that day is not recorded, on the day the proposal is sent out.',
} as const satisfies RulePage

/** Checks that the proposer is a State for which the Convention is in force on the day. Article 68(1) asks the same. */
export function standingOfState(
  by: Proposer | undefined,
  register: Register,
  day: CalendarDay,
  cite = '70(1)',
): Finding[] {
  const membership = by === undefined ? undefined : membershipOn(register, by, day)
  if (membership !== undefined && membership.party.organization === undefined) return []
  const why =
    membership === undefined ? `is not a State Party on ${dayInWords(day)}` : 'is a regional organization, not a State'
  const message =
    by === undefined
      ? `The proposal names no proposer, but a State Party proposes under ${cite}.`
      : `${by} ${why}, so it cannot propose under ${cite}.`
  const hint =
    'Set `by` to the code of a State for which the Convention is in force on that day, and `proposed` to the day of its proposal.'
  return [forbids(STANDING, message, hint, { cite, at: { path: ['by'] } })]
}
