import { daysAfter } from '../../treaty/index.ts'
import {
  admitCorrectionObjection,
  admitNotification,
  effectOfCorrection,
  lastDayToObjectToCorrection,
  objectionsToCorrection,
} from '../articles/correction/index.ts'
import type { LawContext } from '../decide/docket.ts'
import { referenceTo, type Verdict } from '../decide/verdict.ts'
import { counted, dayInWords } from '../decide/wording.ts'
import { allOf, onlyAfter, onlyOnce, type Procedure } from './admission-rules.ts'
import { draftVerdict } from './shared-verdicts.ts'

/** Vienna Convention, Article 79: the depositary proposes a correction, and one objection in time stops it. */
export const byCorrection: Procedure = {
  cite: 'VCLT 79(2)',
  admits: {
    circulated: allOf(onlyOnce('VCLT 79(2)'), admitNotification),
    'correction-objection': onlyAfter(['circulated'], 'VCLT 79(2)', admitCorrectionObjection),
  },
  judge,
}

function judge(context: LawContext): Verdict {
  const notified = context.docket.first.get('circulated')
  const nothing = draftVerdict(context, 'VCLT 79(2)')
  if (notified === undefined) return nothing
  const deadline = lastDayToObjectToCorrection(notified)
  const objections = objectionsToCorrection(context.docket)
  const sent = `The depositary notified the proposed correction on ${dayInWords(notified.on)}. Objections received on or before ${dayInWords(deadline)} count.`
  const because = [
    { cite: 'VCLT 79(2)', says: sent, event: referenceTo(notified) },
    { cite: 'VCLT 79(2)', says: `${counted(objections, 'objection')} received; one objection stops the correction.` },
  ]
  const known = { ...nothing, deadline, objections, blocksAt: 1, because, opened: notified.on }
  if (context.asOf <= deadline) return { ...known, status: 'circulated' }
  if (objections > 0) {
    const says = `Objections were received on or before ${dayInWords(deadline)}, so the correction is not made.`
    return { ...known, status: 'blocked', because: [...because, { cite: 'VCLT 79(2)', says }] }
  }
  const made = daysAfter(deadline, 1)
  const says = `No objection was received on or before ${dayInWords(deadline)}, so the correction is made: the corrected text holds from the beginning.`
  return {
    ...known,
    status: 'in-force',
    because: [...because, { cite: 'VCLT 79(4)', says }],
    entersIntoForce: context.register.inForce,
    replayedFrom: made,
    effectOn: (membership) => effectOfCorrection(membership, made),
  }
}
