import { daysAfter } from '../../treaty/index.ts'
import {
  admitCorrectionObjection,
  admitNotification,
  effectOfCorrection,
  lastDayToObjectToCorrection,
  objectionsToCorrection,
} from '../articles/correction/index.ts'
import type { Matter } from '../decide/matter.ts'
import { met, type Verdict } from '../decide/verdict.ts'
import { statesOn } from '../party/register.ts'
import { counted, inWords } from '../wording.ts'
import { draft } from './draft.ts'
import { after, inTurn, once } from './opening.ts'
import type { Procedure } from './procedure.ts'

/** Vienna Convention, Article 79: the depositary proposes a correction, and one objection in time stops it. */
export const byCorrection: Procedure = {
  cite: 'VCLT 79(2)',
  admits: {
    circulated: inTurn(once('VCLT 79(2)'), admitNotification),
    'correction-objection': after(['circulated'], 'VCLT 79(2)', admitCorrectionObjection),
  },
  judge,
}

function judge(matter: Matter): Verdict {
  const notified = matter.docket.first.get('circulated')
  const nothing = { ...draft(matter, 'VCLT 79(2)'), ratifying: statesOn(matter.register, matter.asOf).length }
  if (notified === undefined) return nothing
  const deadline = lastDayToObjectToCorrection(notified)
  const objections = objectionsToCorrection(matter.docket)
  const sent = `The depositary notified the proposed correction on ${inWords(notified.on)}; an objection could be raised until ${inWords(deadline)}.`
  const because = [
    { cite: 'VCLT 79(2)', says: sent, event: met(notified) },
    { cite: 'VCLT 79(2)', says: `${counted(objections, 'objection')} raised; one stops it.` },
  ]
  const known = { ...nothing, deadline, objections, blocksAt: 1, because, opened: notified.on }
  if (matter.asOf <= deadline) return { ...known, status: 'circulated' }
  if (objections > 0) return { ...known, status: 'blocked' }
  const made = daysAfter(deadline, 1)
  return {
    ...known,
    status: 'in-force',
    entersIntoForce: matter.register.inForce,
    replayedFrom: made,
    effectOn: (membership) => effectOfCorrection(membership, made),
  }
}
