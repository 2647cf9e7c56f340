import type { EventKind, Finding } from '../../treaty/index.ts'
import { ratifyingStates } from '../articles/article-70/index.ts'
import { forbids } from '../decide/finding.ts'
import type { Matter } from '../decide/matter.ts'
import type { Verdict } from '../decide/verdict.ts'
import { restingOn } from '../readings/choice.ts'
import { inWords } from '../wording.ts'

/** The verdict on what has not been sent out yet. */
export function draft(matter: Matter, cite: string): Verdict {
  return {
    status: 'draft',
    deadline: null,
    entersIntoForce: null,
    ratifying: ratifyingStates(matter, matter.asOf).length,
    objections: 0,
    blocksAt: null,
    because: [{ cite, says: `Nothing that opens the procedure is recorded on or before ${inWords(matter.asOf)}.` }],
    opened: null,
    replayedFrom: null,
    findings: [],
    effectOn: null,
  }
}

/**
 * The same under Article 70, for a route that nothing has opened: where something is on record that opens the other route,
 * that it is not taken is a reading.
 *
 * @param other the event that opens the other route
 */
export function draftOfRoute(matter: Matter, cite: string, other: EventKind): Verdict {
  const nothing = draft(matter, cite)
  if (!matter.docket.outOfPlace.has(other)) return nothing
  const says = `"${other}" is recorded, which opens the other way: by the reading taken that way is not open to the proposal.`
  return { ...nothing, because: [...nothing.because, restingOn(matter.choice, 'conference-route', { cite, says })] }
}

/** Where there is no State to count, no share of them can be taken, and nothing can enter into force for anybody. */
export function nobodyToCount(matter: Matter, ratifying: number, cite: string): Finding[] {
  if (ratifying > 0) return []
  const { inForce } = matter.register
  const message =
    inForce === null || inForce > matter.asOf
      ? `The Convention is not in force on ${inWords(matter.asOf)}: it takes thirty instruments of States and ninety days.`
      : 'No State Party is left to be counted, so that the amendment cannot enter into force for anybody.'
  return [
    forbids('no-states-parties', inForce === null ? '67(1)' : cite, message, 'Complete the register of Parties.', {
      path: ['parties'],
    }),
  ]
}
