import type { Finding, Proposer } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { provision } from '../provision.ts'
import { STANDING } from './paragraph-1-any-state-party.ts'

export const quote =
  '2. The Secretariat shall be obliged to monitor newly adopted international legal instruments which may influence the scope of application of this Convention and to submit proposed amendments to Annex 1 to the next session of the Conference of the States Parties.'

export const paragraph2 = provision('70(2)', quote)

/** Checks that the Secretariat makes the proposal. */
export function standingOfSecretariat(by: Proposer | undefined): Finding[] {
  if (by === 'secretariat') return []
  const message = `Only the Secretariat submits amendments under 70(2), but the proposer is ${by ?? 'missing'}.`
  const hint = 'Set `by: secretariat`, or propose under 70(1) as a State Party.'
  return [forbids(STANDING, message, hint, { cite: '70(2)', at: { path: ['by'] } })]
}
