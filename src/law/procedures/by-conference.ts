import type { CalendarDay } from '../../treaty/index.ts'
import { admitConsent, admitVote, countVote, effectOfAdoption, ratifyingStates } from '../articles/article-70/index.ts'
import { firstDayFor } from '../decide/first-day.ts'
import type { Matter } from '../decide/matter.ts'
import { met, type Verdict } from '../decide/verdict.ts'
import { restingOn } from '../readings/choice.ts'
import { inWords } from '../wording.ts'
import { draft, draftOfRoute, nobodyToCount } from './draft.ts'
import { after, byStateParty, inTurn, once } from './opening.ts'
import type { Procedure } from './procedure.ts'

/** Article 70(6): the Conference adopts by two thirds of all, and consent binds. */
export const byConference: Procedure = {
  cite: '70(6)',
  admits: {
    submitted: once('70(2)'),
    'conference-vote': after(['submitted'], '70(6)', inTurn(once('70(6)'), admitVote)),
    consent: after(['submitted'], '70(6)', byStateParty('70(6)', admitConsent)),
  },
  judge,
}

function judge(matter: Matter): Verdict {
  const submitted = matter.docket.first.get('submitted')
  if (submitted === undefined) return draftOfRoute(matter, '70(6)', 'circulated')
  const says = `The amendment was submitted to the Conference on ${inWords(submitted.on)}, which decides on it.`
  const opening = restingOn(matter.choice, 'conference-route', { cite: '70(6)', says, event: met(submitted) })
  const vote = matter.docket.first.get('conference-vote')
  const pending: Verdict = {
    ...draft(matter, '70(6)'),
    status: 'submitted',
    opened: submitted.on,
    because: [opening],
    findings: nobodyToCount(matter, ratifyingStates(matter, vote?.on ?? matter.asOf).length, '70(6)'),
  }
  if (vote === undefined) return pending
  const { votes, adopted, because } = countVote(matter, vote)
  const decided = { ...pending, votes, ratifying: votes.of, because: [opening, ...because] }
  return adopted ? { ...decided, ...entering(matter, vote.on) } : { ...decided, status: 'rejected' }
}

function entering(
  matter: Matter,
  adopted: string,
): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'effectOn'> {
  const entry = firstDayFor(matter.register, (membership) => effectOfAdoption(matter, membership, adopted, null))
  return {
    status: entry !== null && entry <= matter.asOf ? 'in-force' : 'adopted',
    entersIntoForce: entry,
    replayedFrom: entry,
    effectOn: (membership) => effectOfAdoption(matter, membership, adopted, entry),
  }
}

/**
 * What the Conference's adoption means for a Party where the amendment itself enters into force on a day of its own; null
 * where it has not adopted.
 *
 * @param entry null while that day is not known: what each Party's own consent gives it
 */
export function adoptionIn(matter: Matter, entry: CalendarDay | null): Verdict['effectOn'] {
  const vote = matter.docket.first.get('conference-vote')
  if (vote === undefined || !countVote(matter, vote).adopted) return null
  return (membership) => effectOfAdoption(matter, membership, vote.on, entry)
}
