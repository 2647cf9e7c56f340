// The Convention's rules, by article and paragraph. The door of the room.

export type { Exclusion, IneffectiveDeclaration, Listing } from './articles/article-17/index.ts'
export { conventionEntryIntoForce, entryIntoForceFor } from './articles/article-67/index.ts'
export { provisions } from './articles/index.ts'
export type { Provision } from './articles/provision.ts'
export { checkEvent, deniesEffect } from './check/check-event.ts'
export { type CheckedProposal, checkProposal, examineProposal, type ProposalToCheck } from './check/check-proposal.ts'
export {
  doInstrumentsOverlap,
  isInstrumentInEffectOn,
  overlappingInstruments,
  voidDenunciations,
} from './check/check-register.ts'
export { type Deadline, deadlines } from './check/deadlines.ts'
export { partiesKnownOn } from './check/known-facts.ts'
export { isStateCode, nearestCodes, unknownCodes } from './check/party-codes.ts'
export { decide, decideScenario } from './decide/decide.ts'
export type { Changed } from './decide/divergences.ts'
export { restsOn } from './decide/judgement.ts'
export { sentOutOn } from './decide/sending-out.ts'
export {
  type Amendment,
  amendmentsForInstrument,
  type Binding,
  bindingChanges,
  type RecordedProposal,
} from './party/binding.ts'
export {
  type BoundText,
  boundText,
  type Replay,
  type TextDivergence,
  textBasis,
  textDivergences,
} from './party/bound-text.ts'
export {
  checkDeclaration,
  type DeclarationToCheck,
  declaredBy,
  exclusionsOf,
  remarksOnDeclaration,
} from './party/declarations.ts'
export type { EntryAnswer, EntryQuestion } from './party/entry-answer.ts'
export { entryLookup } from './party/entry-lookup.ts'
export { type EntryDivergence, type Explanation, explain } from './party/explain.ts'
export { isSameTreaty, listingFor } from './party/listing.ts'
export { isPartyOn, statesPartiesOn } from './party/register.ts'
export { chosenReadings } from './readings/choice.ts'
export { type Reading, type ReadingId, type ReadingOption, readingOf, readings } from './readings/index.ts'
export type { EventFile } from './rectify/chains.ts'
export { rectifyCommand } from './rectify/findings.ts'
export { type RectifiedEvents, rectifiedEvents, saidBy } from './rectify/rectified-events.ts'
export { LAW_RULE_PAGES } from './rules.ts'
