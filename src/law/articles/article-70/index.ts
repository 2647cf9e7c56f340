// Article 70. Revision of Annex 1
import { paragraph1 } from './paragraph-1-any-state-party.ts'
import { paragraph2 } from './paragraph-2-the-secretariat.ts'
import { paragraph3 } from './paragraph-3-which-instruments.ts'
import { paragraph4 } from './paragraph-4-one-third-objects.ts'
import { paragraph5 } from './paragraph-5-enters-into-force.ts'
import { paragraph6 } from './paragraph-6-conference-adopts.ts'
import { paragraph7 } from './paragraph-7-acceptance-by-an-objector.ts'

export { ACCEPTANCE_ONCE, admitAcceptance } from './accepting.ts'
export {
  admitObjection,
  admitObjectionOfASignatory,
  admitWithdrawal,
  KEEP_WITHOUT_EFFECT,
  OBJECTION_IN_TIME,
  OBJECTION_ONCE,
} from './objecting.ts'
export { STANDING, standingOfState } from './paragraph-1-any-state-party.ts'
export { standingOfSecretariat } from './paragraph-2-the-secretariat.ts'
export { instrumentsQualify } from './paragraph-3-which-instruments.ts'
export { isOneThird, lastDayToObject } from './paragraph-4-one-third-objects.ts'
export { effectOfSilence, entryAfter } from './paragraph-5-enters-into-force.ts'
export { countVote, effectOfAdoption } from './paragraph-6-conference-adopts.ts'
export { effectOfAcceptanceAlone } from './paragraph-7-acceptance-by-an-objector.ts'
export { ratifyingStates, tallyObjections, whyTallied } from './tally.ts'
export { admitConsent, admitVote } from './voting-and-consenting.ts'

export const article70 = [paragraph1, paragraph2, paragraph3, paragraph4, paragraph5, paragraph6, paragraph7]
