import type { CalendarDay } from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import type { Effect } from '../../decide/verdict.ts'
import type { Membership } from '../../party/register.ts'
import { provision } from '../provision.ts'
import { applyLateJoinerRule } from '../vienna-convention/index.ts'

export const quote =
  '5. When an amendment enters into force, it shall be binding upon those States Parties which have expressed their consent to be bound by it. Other States Parties shall continue to be bound by the provisions of this Convention or any amendments which they have ratified, accepted or approved earlier.'

export const paragraph5 = provision('68(5)', quote, ['late-joiner'])

/**
 * Returns what an amendment that binds by consent means for a Party. Only its own consent binds it, unless it became a
 * Party after the amendment entered into force: then the reading `late-joiner` decides.
 *
 * @param consent the effect of the Party's own act, if any
 * @param entry the first day on which the amendment is in force for any Party; null if it is in force for none
 */
export function boundByConsent(
  context: LawContext,
  membership: Membership,
  consent: Effect | null,
  entry: CalendarDay | null,
): Effect {
  return applyLateJoinerRule(context, membership, consent ?? notConsented(membership), entry, '68(5)')
}

function notConsented({ party }: Membership): Effect {
  const says = `${party.code} has not expressed its consent to be bound by the amendment, so it remains bound by the text without it.`
  return { boundFrom: null, reasons: [{ cite: '68(5)', says }] }
}
