// Article 62. International Technical Commission
import { paragraph9 } from './paragraph-9-recommendation.ts'
import { paragraph10 } from './paragraph-10-suggestion.ts'

export { type ConferenceDecision, decisionInWords, declinesToSuggest, isAdoptedUnder68 } from './conference-decision.ts'
export {
  failsConsensus,
  opposition,
  recommendationInWords,
  standingOfCommission,
} from './paragraph-9-recommendation.ts'
export { admitAcceptanceOfSuggestion, boundByAcceptance, effectOfSuggestion } from './paragraph-10-suggestion.ts'

export const article62 = [paragraph9, paragraph10]
