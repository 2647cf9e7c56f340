// Article 68. Amendments
import { paragraph1 } from './paragraph-1-five-years.ts'
import { paragraph2 } from './paragraph-2-votes-of-organizations.ts'
import { paragraph3 } from './paragraph-3-instruments.ts'
import { paragraph4 } from './paragraph-4-ninety-days.ts'
import { paragraph5 } from './paragraph-5-who-is-bound.ts'

export {
  afterFiveYears,
  FIVE_YEARS,
  firstDayToPropose,
  fiveYearsBind,
  isAnnex,
  tooEarlyToPropose,
} from './paragraph-1-five-years.ts'
export { organizationsNotCounted, votersOf, votesOfStatesParties } from './paragraph-2-votes-of-organizations.ts'
export { admitInstrument, notYetAdopted } from './paragraph-3-instruments.ts'
export { effectOfInstrument } from './paragraph-4-ninety-days.ts'
export { boundByConsent } from './paragraph-5-who-is-bound.ts'

export const article68 = [paragraph1, paragraph2, paragraph3, paragraph4, paragraph5]
