// Vienna Convention on the Law of Treaties, Article 79. Correction of errors in texts or in certified copies of treaties
import { paragraph2 } from './paragraph-2-no-objection.ts'
import { paragraph4 } from './paragraph-4-from-the-beginning.ts'

export {
  admitCorrectionObjection,
  admitNotification,
  lastDayToObjectToCorrection,
  objectionsToCorrection,
  standingOfDepositary,
} from './paragraph-2-no-objection.ts'
export { effectOfCorrection } from './paragraph-4-from-the-beginning.ts'

export const correction = [paragraph2, paragraph4]
