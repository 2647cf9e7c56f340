// The Convention's rules, by article and paragraph. The door of the room.

export type { DeclarationInVain, Exclusion, Listing } from './article-17/index.ts'
export { conventionEntryIntoForce, entryIntoForceFor } from './article-67/index.ts'
export { type Amendment, amendmentsAhead, type Binding, bindingChanges, type RecordedProposal } from './binding.ts'
export { checkDenunciation } from './check-denunciation.ts'
export { checkEvent, deniesEffect } from './check-event.ts'
export { type CheckedProposal, checkProposal, examineProposal, type ProposalToCheck } from './check-proposal.ts'
export { type Calendar, type Deadline, deadlines } from './deadlines.ts'
export { decide } from './decide.ts'
export { decideScenario } from './decide-scenario.ts'
export {
  checkDeclaration,
  type DeclarationToCheck,
  exclusionsOf,
  inVainBy,
  remarksOnDeclaration,
} from './declarations.ts'
export type { Changed } from './divergences.ts'
export type { EntryAnswer } from './entry-answer.ts'
export { entriesCalled, type TextOfAParty } from './entry-called.ts'
export { type EntryDivergence, type EntryQuestion, type Explanation, explain, type Replay } from './explain.ts'
export { instrumentsBesideEachOther, standBesideEachOther, standsOn } from './instruments-beside-each-other.ts'
export { restsOn } from './judgement.ts'
export { partiesKnownOn } from './known-facts.ts'
export { isSameTreaty, listingFor } from './listing.ts'
export type { Provision } from './provision.ts'
export { provisions } from './provisions.ts'
export { chosenReadings } from './readings/choice.ts'
export { type Reading, type ReadingId, type ReadingOption, readingOf, readings } from './readings/index.ts'
export { isPartyOn, statesPartiesOn } from './register.ts'
export { LAW_RULE_PAGES } from './rule-pages/index.ts'
export { sentOutOn } from './sending-out.ts'
export { type TextDivergence, textDivergences } from './text-divergences.ts'
