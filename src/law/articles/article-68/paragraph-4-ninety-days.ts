import { daysAfter } from '../../../treaty/index.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { provision } from '../provision.ts'

export const quote =
  '4. An amendment adopted in accordance with paragraph 1 of this Article shall enter into force in respect of a State Party ninety days after the date of the deposit with the Secretary-General of the United Nations of an instrument of ratification, acceptance or approval of such an amendment.'

export const paragraph4 = provision('68(4)', quote)

const DAYS_AFTER_DEPOSIT = 90

/** Returns from which day a Party's own instrument binds it; null if it has deposited none. */
export function effectOfInstrument(context: LawContext, membership: Membership): Effect | null {
  const deposit = firstOf(context.docket, membership, 'ratification')
  if (deposit === undefined) return null
  const boundFrom = daysAfter(deposit.on, DAYS_AFTER_DEPOSIT)
  const kind = deposit.instrument ?? 'ratification'
  const says = `${membership.party.code} deposited its instrument of ${kind} of the amendment on ${dayInWords(deposit.on)}. The amendment enters into force for it on ${dayInWords(boundFrom)}, ninety days later.`
  return { boundFrom, reasons: [{ cite: '68(4)', says, event: referenceTo(deposit) }] }
}
