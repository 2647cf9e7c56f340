import type { CalendarDay, FiledEvent, Finding } from '../../treaty/index.ts'
import {
  admitAcceptance,
  admitObjection,
  admitObjectionOfASignatory,
  admitWithdrawal,
  effectOfAcceptanceAlone,
  effectOfSilence,
  entryAfter,
  isOneThird,
  lastDayToObject,
  tallyObjections,
  whyTallied,
} from '../articles/article-70/index.ts'
import type { LawContext } from '../decide/docket.ts'
import type { Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { reads } from '../readings/choice.ts'
import { allOf, noOtherTime, onlyAfter, onlyByStateParty, onlyOnce, type Procedure } from './admission-rules.ts'
import { draftVerdictOfRoute, noStatesToCount } from './shared-verdicts.ts'

/** Article 70(4), (5) and (7): the draft is sent out, and silence for six months binds unless one third object. */
export const bySilence: Procedure = {
  cite: '70(4)',
  admits: {
    circulated: allOf(onlyOnce('70(4)'), noOtherTime('70(4)')),
    objection: onlyAfter(['circulated'], '70(4)', byPartyOrSignatory),
    'objection-withdrawn': onlyAfter(['circulated'], '70(4)', onlyByStateParty('70(4)', admitWithdrawal)),
    acceptance: onlyAfter(['circulated'], '70(7)', onlyByStateParty('70(7)', admitAcceptance)),
  },
  judge,
}

// Reading `objection-of-a-signatory`: otherwise only a State Party objects.
function byPartyOrSignatory(event: FiledEvent, context: LawContext): Finding[] {
  return admitObjectionOfASignatory(event, context) ?? onlyByStateParty('70(4)', admitObjection)(event, context)
}

function judge(context: LawContext): Verdict {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined) return draftVerdictOfRoute(context, '70(4)', 'submitted')
  const deadline = lastDayToObject(sent.on)
  const counts = tallyObjections(context, sent)
  const because = whyTallied(context, sent, counts)
  const findings = noStatesToCount(context, counts.ratifying, '70(4)')
  const verdict = { deadline, ...counts, opened: sent.on, replayedFrom: null, findings }
  if (context.asOf <= deadline) {
    return { ...verdict, status: 'circulated', entersIntoForce: null, because, effectOn: null }
  }
  if (isOneThird(counts.objections, counts.ratifying)) {
    // Paragraph 5 requires that less than one third object. If no State Party is counted, no number is less than one third,
    // so the amendment does not enter into force. The status `blocked` says only that.
    const why =
      counts.ratifying === 0
        ? 'no State Party is counted, so the one-third test cannot be met'
        : `one third or more of the States Parties objected by ${dayInWords(deadline)}`
    const says = `${isOnlyRoute(context) ? 'The' : 'By silence the'} amendment does not enter into force: ${why}.`
    return {
      ...verdict,
      status: 'blocked',
      entersIntoForce: null,
      because: [...because, { cite: '70(4)', says }],
      effectOn: null,
    }
  }
  return { ...verdict, ...entering(context, because) }

  function entering(
    known: LawContext,
    reasons: Verdict['because'],
  ): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'because' | 'effectOn'> {
    const entry = entryAfter(deadline)
    const says = `Less than one third objected, so ${enters(known)} on ${dayInWords(entry)}, thirty days after ${dayInWords(deadline)}, for the States Parties that did not object.`
    return {
      status: known.asOf < entry ? 'awaiting-entry' : 'in-force',
      entersIntoForce: entry,
      replayedFrom: entry,
      because: [...reasons, { cite: '70(5)', says }],
      effectOn: (membership) => effectOfSilence(known, membership, deadline),
    }
  }
}

// What silence does is not yet the outcome where the Conference has a part in it.
function isOnlyRoute({ choice }: LawContext): boolean {
  return reads(choice, 'conference-route', 'by-proposer')
}

function enters(context: LawContext): string {
  if (isOnlyRoute(context)) return 'the amendment enters into force'
  if (reads(context.choice, 'conference-route', 'alternative')) return 'by silence the amendment enters into force'
  return 'this step is complete; if the Conference adopts the amendment, it enters into force at the earliest'
}

/**
 * Returns what silence means for each Party if the amendment may also enter into force by another route. A Party that
 * objected and then accepts is bound when the amendment enters into force, even if one third objected.
 *
 * @param entry the day on which the amendment enters into force by either route; null if it does not
 */
export function silenceIn(
  context: LawContext,
  { effectOn, deadline }: Verdict,
  entry: CalendarDay | null,
): Verdict['effectOn'] {
  if (entry === null || deadline === null) return effectOn
  if (effectOn === null) return (membership) => effectOfAcceptanceAlone(context, membership, entry)
  return (membership) => effectOfSilence(context, membership, deadline, entry)
}
