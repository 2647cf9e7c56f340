import type { FiledEvent, Finding } from '../../../treaty/index.ts'
import { type DecisionContext, firstOf } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import type { Membership } from '../../party/register.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '3. An amendment adopted in accordance with paragraph 1 of this Article shall be subject to ratification, acceptance or approval by States Parties.'

export const paragraph3: Provision = {
  cite: '68(3)',
  cases: 'article-68/paragraph-3',
  quote,
  of: 'convention',
  readings: [],
}

/** Whether a Party's instrument has effect: a ratification, an acceptance or an approval of the amendment, once. */
export function admitInstrument(event: FiledEvent, context: DecisionContext, membership: Membership): Finding[] {
  if (event.instrument === 'accession') {
    const message = 'An amendment is ratified, accepted or approved; accession is to the Convention.'
    return [
      refuses(event, 'instrument', 'instrument-of-an-amendment', '68(3)', message, 'Name the instrument deposited.'),
    ]
  }
  if (firstOf(context.docket, membership, 'ratification') === undefined) return []
  const message = `${membership.party.code} has deposited an instrument already.`
  return [refuses(event, 'party', 'ratification-once', '68(3)', message, 'File none: one instrument suffices.')]
}
