import type { CalendarDay, FiledEvent } from '../../treaty/index.ts'
import { admitConsent, admitVote, countVote, effectOfAdoption, ratifyingStates } from '../articles/article-70/index.ts'
import type { LawContext } from '../decide/docket.ts'
import { firstDayInForce, referenceTo, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { restingOn } from '../readings/choice.ts'
import {
  allOf,
  onlyAfter,
  onlyByStateParty,
  onlyOnce,
  onlyOneVote,
  type Procedure,
  whichVoteCounts,
} from './admission-rules.ts'
import { draftVerdict, draftVerdictOfRoute, noStatesToCount } from './shared-verdicts.ts'

/** Article 70(6): the Conference adopts by two thirds of all, and each Party is bound by its consent. */
export const byConference: Procedure = {
  cite: '70(6)',
  admits: {
    submitted: onlyOnce('70(2)'),
    'conference-vote': onlyAfter(['submitted'], '70(6)', allOf(onlyOneVote('70(6)', isAdoptedBy), admitVote)),
    consent: onlyAfter(['submitted'], '70(6)', onlyByStateParty('70(6)', admitConsent)),
  },
  judge,
}

function isAdoptedBy(context: LawContext, vote: FiledEvent): boolean {
  return countVote(context, vote).adopted
}

function judge(context: LawContext): Verdict {
  const submitted = context.docket.first.get('submitted')
  if (submitted === undefined) return draftVerdictOfRoute(context, '70(6)', 'circulated')
  const says = `The amendment was submitted to the Conference on ${dayInWords(submitted.on)}. The Conference decides on it.`
  const opening = restingOn(context.choice, 'conference-route', { cite: '70(6)', says, event: referenceTo(submitted) })
  const vote = context.docket.first.get('conference-vote')
  const pending: Verdict = {
    ...draftVerdict(context, '70(6)'),
    status: 'submitted',
    opened: submitted.on,
    because: [opening],
    findings: noStatesToCount(context, ratifyingStates(context, vote?.on ?? context.asOf).length, '70(6)'),
  }
  if (vote === undefined) return pending
  const { votes, adopted, because } = countVote(context, vote)
  const steps = [opening, ...because, ...whichVoteCounts(context, '70(6)', adopted)]
  const decided = { ...pending, votes, ratifying: votes.of, because: steps }
  return adopted ? { ...decided, ...entering(context, vote.on) } : { ...decided, status: 'rejected' }
}

function entering(
  context: LawContext,
  adopted: string,
): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'effectOn'> {
  const entry = firstDayInForce(context.register, (membership) => effectOfAdoption(context, membership, adopted, null))
  return {
    status: entry !== null && entry <= context.asOf ? 'in-force' : 'adopted',
    entersIntoForce: entry,
    replayedFrom: entry,
    effectOn: (membership) => effectOfAdoption(context, membership, adopted, entry),
  }
}

/**
 * Returns what the Conference's adoption means for a Party; null if the Conference has not adopted.
 * @param entry the day on which the amendment itself enters into force; null if not known: then only consent binds
 */
export function adoptionIn(context: LawContext, entry: CalendarDay | null): Verdict['effectOn'] {
  const vote = context.docket.first.get('conference-vote')
  if (vote === undefined || !countVote(context, vote).adopted) return null
  return (membership) => effectOfAdoption(context, membership, vote.on, entry)
}
