import { type CalendarDay, laterOf, type Reason } from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import type { Effect } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'

export const quote =
  '5. Any State which becomes a party to the treaty after the entry into force of the amending agreement shall, failing an expression of a different intention by that State: (a) be considered as a party to the treaty as amended; and (b) be considered as a party to the unamended treaty in relation to any party to the treaty not bound by the amending agreement.'

export const article40Paragraph5 = provision('VCLT 40(5)', quote, ['late-joiner'], {
  cases: 'vienna-convention/article-40-paragraph-5',
  of: 'vienna-convention',
})

/**
 * Returns what an amendment means for a State that became a Party too late to object or consent (reading `late-joiner`).
 * It is bound from its own entry into force or the amendment's, whichever is later; or it is not bound.
 */
export function effectOnLateJoiner(
  context: LawContext,
  membership: Membership,
  entry: CalendarDay,
  late: Reason,
): Effect {
  const { code } = membership.party
  if (reads(context.choice, 'late-joiner', 'unamended')) {
    const says = `Under the reading chosen, ${code} became a Party to the Convention without the amendment.`
    return { boundFrom: null, reasons: [late, restingOn(context.choice, 'late-joiner', { cite: late.cite, says })] }
  }
  const boundFrom = laterOf(membership.from, entry)
  const says = `${code} became a Party to the Convention as amended. It is bound from ${dayInWords(boundFrom)}: its own entry into force or the amendment's, whichever is later.`
  return { boundFrom, reasons: [late, restingOn(context.choice, 'late-joiner', { cite: 'VCLT 40(5)(a)', says })] }
}

/**
 * Applies the reading `late-joiner` to an amendment that binds by consent. A State that became a Party after the amendment
 * entered into force joins the Convention as amended; under the other option it must consent like any other Party.
 *
 * @param own the effect of the Party's own act
 * @param entry the first day on which the amendment is in force for any Party; null if it is in force for none
 * @param cite the provision by which consent binds
 */
export function applyLateJoinerRule(
  context: LawContext,
  membership: Membership,
  own: Effect,
  entry: CalendarDay | null,
  cite: string,
): Effect {
  if (entry === null || membership.from <= entry) return own
  const says = `The amendment entered into force on ${dayInWords(entry)}, before ${membership.party.code} became a Party.`
  const late = effectOnLateJoiner(context, membership, entry, { cite, says })
  return late.boundFrom === null ? { boundFrom: own.boundFrom, reasons: [...late.reasons, ...own.reasons] } : late
}
