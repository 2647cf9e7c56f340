import type { CalendarDay } from '../../treaty/index.ts'
import {
  admitAcceptance,
  admitObjection,
  admitWithdrawal,
  effectOfAccepting,
  effectOfSilence,
  entryAfter,
  isOneThird,
  lastDayToObject,
  tallyObjections,
  whyTallied,
} from '../articles/article-70/index.ts'
import type { Matter } from '../decide/matter.ts'
import type { Verdict } from '../decide/verdict.ts'
import { inWords } from '../wording.ts'
import { draftOfRoute, nobodyToCount } from './draft.ts'
import { after, byStateParty, inTurn, once, timeSetBy } from './opening.ts'
import type { Procedure } from './procedure.ts'

/** Article 70(4), (5) and (7): the draft is sent out, and silence for six months binds unless one third object. */
export const bySilence: Procedure = {
  cite: '70(4)',
  admits: {
    circulated: inTurn(once('70(4)'), timeSetBy('70(4)')),
    objection: after(['circulated'], '70(4)', byStateParty('70(4)', admitObjection)),
    'objection-withdrawn': after(['circulated'], '70(4)', byStateParty('70(4)', admitWithdrawal)),
    acceptance: after(['circulated'], '70(7)', byStateParty('70(7)', admitAcceptance)),
  },
  judge,
}

function judge(matter: Matter): Verdict {
  const sent = matter.docket.first.get('circulated')
  if (sent === undefined) return draftOfRoute(matter, '70(4)', 'submitted')
  const deadline = lastDayToObject(sent.on)
  const counts = tallyObjections(matter, sent)
  const because = whyTallied(matter, sent, counts)
  const findings = nobodyToCount(matter, counts.ratifying, '70(4)')
  const verdict = { deadline, ...counts, opened: sent.on, replayedFrom: null, findings }
  if (matter.asOf <= deadline) {
    return { ...verdict, status: 'circulated', entersIntoForce: null, because, effectOn: null }
  }
  if (isOneThird(counts.objections, counts.ratifying)) {
    // Of none, nobody objected; but paragraph 5 asks that less than one third object, and nothing is less than a third of
    // none. So it has not come into force for anybody: blocked says that, and says no more than that.
    const why =
      counts.ratifying === 0
        ? 'no State Party is counted, so that less than one third of them cannot be shown to object'
        : `one third or more of the States Parties objected by ${inWords(deadline)}`
    const says = `The amendment does not enter into force: ${why}.`
    return {
      ...verdict,
      status: 'blocked',
      entersIntoForce: null,
      because: [...because, { cite: '70(4)', says }],
      effectOn: null,
    }
  }
  return { ...verdict, ...entering(matter, because) }

  function entering(
    known: Matter,
    reasons: Verdict['because'],
  ): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'because' | 'effectOn'> {
    const entry = entryAfter(deadline)
    const says = `Less than one third objected: the amendment enters into force on ${inWords(entry)}, thirty days after ${inWords(deadline)}, for the States Parties that did not object.`
    return {
      status: known.asOf < entry ? 'awaiting-entry' : 'in-force',
      entersIntoForce: entry,
      replayedFrom: entry,
      because: [...reasons, { cite: '70(5)', says }],
      effectOn: (membership) => effectOfSilence(known, membership, deadline),
    }
  }
}

/**
 * What the silence of the Parties means for each of them where the amendment itself may enter into force by another route:
 * who objected and accepts is bound no earlier than by that, and by that even if one third objected.
 *
 * @param entry the day on which the amendment enters into force, by whichever route; null while it does not
 */
export function silenceIn(
  matter: Matter,
  { effectOn, deadline }: Verdict,
  entry: CalendarDay | null,
): Verdict['effectOn'] {
  if (entry === null || deadline === null) return effectOn
  if (effectOn === null) return (membership) => effectOfAccepting(matter, membership, entry)
  return (membership) => effectOfSilence(matter, membership, deadline, entry)
}
