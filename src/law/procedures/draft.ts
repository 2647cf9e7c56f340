import type { Finding } from '../../treaty/index.ts'
import { ratifyingStates } from '../article-70/index.ts'
import { forbids } from '../finding.ts'
import type { Matter } from '../matter.ts'
import type { Verdict } from '../verdict.ts'
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
