// The steps in the life of a proposal, and what is asked of the record.
export { type Adopted, adoptProposal } from './adopt.ts'
export { CONVENTION_DOCUMENTS, isAnnexFile, isWithin } from './annex-files.ts'
export { type BindingAmendment, type BoundDocument, documentFor } from './binding.ts'
export { type ChangedParty, declare, denounce, lapse } from './change-party.ts'
export { type ChangelogQuestion, changelogOf } from './changelog.ts'
export { type CheckedDraft, checkDraft } from './check.ts'
export { closeProposal } from './close.ts'

export { collisionsOf } from './collisions/collisions.ts'

export { type DeadlinesOnRecord, deadlinesOnRecord } from './deadlines.ts'

export { type ProposalDetails, proposalDetails } from './details.ts'
export { dayOfSendingOut, differenceBetween, proposedChanges } from './difference.ts'
export { differenceOfFiles } from './difference-of-files.ts'
export { type Draft, readDraft } from './draft.ts'
export { type Edited, editDocument } from './edit-document.ts'
export { editionOf } from './edition-of.ts'
export { type Edition, editionNumber, editionsOf, originalText } from './editions.ts'
export {
  addEntry,
  moveEntry,
  type NewEntry,
  removeEntry,
  renameEntry,
  renumberEntry,
  rewordEntry,
} from './entry-changes.ts'
export { type LoggedChange, type LogQuestion, logEntries } from './entry-log.ts'
export { explainEntry } from './explanation.ts'
export { type FeedOrigin, feedOrigin } from './feed.ts'
export { type Filed, fileEvent } from './file-event.ts'
export { formatFiles } from './format.ts'
export { type Beginnings, filesUnder, initializeRepository } from './initialize.ts'
export { type DraftJudged, type DraftQuestion, judgeDraft } from './judge-draft.ts'
export { type ListedProposal, listAllProposals } from './list-proposals.ts'
export { mergeFiles, type ThreeFiles } from './merge-files.ts'
export { newProposal } from './new-proposal.ts'
export { type ListedParty, partiesInOrder } from './parties-in-order.ts'
export {
  type ReadingInForce,
  type ReadingsInForce,
  readingsInForce,
  refuseUnknownReadings,
} from './readings-in-force.ts'
export { readRecord, situationOf, type TreatyRecord } from './record.ts'
export { type Registered, registerParties } from './register-parties.ts'
export { ALL_RULE_PAGES } from './rule-pages.ts'
export { type SendingOut, type SentOut, sendOut } from './send-out.ts'
export { settleRegister } from './settle-register.ts'
export { simulate } from './simulate.ts'
export { readSoundDocument, refuseUnknownDocument } from './sound-document.ts'
export { type ProposalStatus, proposalStatus } from './status.ts'
export { synchronize } from './synchronize.ts'
export type { TellProgress } from './tell-progress.ts'
export { type Validated, validateAll, validateFiles, validateWithin } from './validate.ts'
export { type Verified, type VerifiedCounts, verify } from './verify/verify.ts'
