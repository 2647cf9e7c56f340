import type { FiledEvent, Finding, RulePage } from '../../../treaty/index.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { contradicts } from '../../decide/second-letter.ts'
import type { Membership } from '../../party/register.ts'
import { provision } from '../provision.ts'

export const quote =
  '3. An amendment adopted in accordance with paragraph 1 of this Article shall be subject to ratification, acceptance or approval by States Parties.'

export const paragraph3 = provision('68(3)', quote)

export const INSTRUMENT_OF_AN_AMENDMENT = {
  id: 'law/instrument-of-an-amendment',
  level: 'error',
  cite: '68(3)',
  title: 'An amendment is ratified, accepted or approved',
  why: 'A State accedes to the Convention, not to an amendment of it.',
} as const satisfies RulePage

export const RATIFICATION_ONCE = {
  id: 'law/ratification-once',
  level: 'warning',
  cite: '68(3)',
  title: 'A Party deposits one instrument for an amendment',
  why: 'The ninety days are counted from the first instrument.',
} as const satisfies RulePage

export const RATIFICATION_OF_AN_ADOPTED_AMENDMENT = {
  id: 'law/ratification-of-an-adopted-amendment',
  level: 'error',
  cite: '68(3)',
  title: 'An amendment is ratified after it was adopted',
  why: 'An instrument has no effect if the Conference has not adopted the text by consensus or by two thirds of the States Parties.',
} as const satisfies RulePage

/** Returns the finding that an instrument is about an amendment that the Conference has not adopted. */
export function notYetAdopted(event: FiledEvent): Finding {
  const message = 'The Conference has not adopted the amendment, so there is nothing to ratify.'
  return refuses(RATIFICATION_OF_AN_ADOPTED_AMENDMENT, event, 'on', message, 'Record the vote first.')
}

/** Checks a Party's instrument: it is a ratification, an acceptance or an approval of the amendment, and the first one. */
export function admitInstrument(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  if (event.instrument === 'accession') {
    const message =
      'A State accedes to the Convention, not to an amendment. An amendment is ratified, accepted or approved.'
    return [refuses(INSTRUMENT_OF_AN_AMENDMENT, event, 'instrument', message, 'Name the instrument deposited.')]
  }
  const earlier = firstOf(context.docket, membership, 'ratification')
  if (earlier === undefined) return []
  const says = `${membership.party.code} has already deposited an instrument`
  return [contradicts(RATIFICATION_ONCE, event, earlier, says, '68(3)')]
}
