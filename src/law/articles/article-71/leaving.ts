import type { Effect } from '../../decide/verdict.ts'
import type { Membership } from '../../party/register.ts'
import { inWords } from '../../wording.ts'

/** An amendment does not bind a State that is no longer a Party on the day it would enter into force for it. */
export function unlessItLeavesBefore(effect: Effect, { party, until }: Membership): Effect {
  if (effect.boundFrom === null || until === null || effect.boundFrom < until) return effect
  const says = `${party.code} ceases to be a Party on ${inWords(until)}, before the amendment would enter into force for it on ${inWords(effect.boundFrom)}.`
  return { boundFrom: null, reasons: [...effect.reasons, { cite: '71(1)', says }] }
}
