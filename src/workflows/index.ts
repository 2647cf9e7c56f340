// The workflows: each is one step of the work, or one question about the record.
// A workflow reads the record from main, asks the law, computes everything that it would write, and then writes all of it at
// once. What findings do not allow is not written.
// Every workflow that writes to main does so through `recordOnMain` (record/record-on-main.ts): if main has moved since it was
// read, the workflow judges again by the new record.

export {
  differenceOfFiles,
  type Edited,
  editDocument,
  formatFiles,
  mergeFiles,
  type ThreeFiles,
} from './documents/document-files.ts'
export {
  addEntry,
  moveEntry,
  type NewEntry,
  removeEntry,
  renameEntry,
  renumberEntry,
  rewordEntry,
} from './documents/entry-changes.ts'
export {
  type Beginnings,
  DOCUMENT_ATTRIBUTES,
  filesUnder,
  initializeRepository,
  type Settings,
  setUpDrivers,
} from './documents/set-up.ts'
export { type ChangedParty, declare, denounce, lapse } from './parties/change-party.ts'
export { type ListedParty, partiesInOrder } from './parties/party-on-record.ts'
export { type Registered, readPartiesFile, registerParties } from './parties/register-parties.ts'
export { type Adopted, adoptProposal } from './proposal/adopt-proposal.ts'
export { type CheckedDraft, checkDraft } from './proposal/check-draft.ts'
export { closeProposal } from './proposal/close-proposal.ts'
export { collisionsOf } from './proposal/collisions/find-collisions.ts'
export { type DraftJudged, type DraftQuestion, judgeDraft } from './proposal/judge-draft.ts'
export { newProposal } from './proposal/new-proposal.ts'
export {
  type ListedProposal,
  listAllProposals,
  type ProposalDetails,
  type ProposalStatus,
  proposalDetails,
  proposalStatus,
} from './proposal/proposal-status.ts'
export { dayOfSendingOut, differenceBetween, proposedChanges } from './proposal/proposed-changes.ts'
export { type Draft, readDraft } from './proposal/read-draft.ts'
export { type RecordedEvent, recordEvent } from './proposal/record-event.ts'
export { type SendingOut, type SentOut, sendOut } from './proposal/send-out.ts'
export { type ChangelogQuestion, changelogOf, type FeedOrigin, feedOrigin } from './questions/changelog-on-record.ts'
export { type BindingAmendment, type BoundDocument, documentFor } from './questions/document-for.ts'
export { type LoggedChange, type LogQuestion, logEntries } from './questions/entry-log.ts'
export { type DeadlinesOnRecord, deadlinesOnRecord, explainEntry, simulate } from './questions/law-questions.ts'
export {
  type Edition,
  editionNumber,
  editionOf,
  editionsOf,
  originalText,
  proposalOnBranch,
} from './record/editions-and-branches.ts'
export {
  type ReadingInForce,
  type ReadingsInForce,
  readingsInForce,
  refuseUnknownReadings,
} from './record/readings-in-force.ts'
export { CONVENTION_DOCUMENTS, isAnnexFile, isWithin } from './record/record-paths.ts'
export { readSoundDocument, refuseUnknownDocument } from './record/sound-files.ts'
export { readRecord, situationOf, type TreatyRecord } from './record/treaty-record.ts'
export { openTreatyRepository } from './record/treaty-repository.ts'
export { mergeRegister, synchronize } from './sync/synchronize.ts'
export { ALL_RULE_PAGES } from './validate/rule-pages.ts'
export { type TellProgress, type Validated, validateAll, validateFiles, validateWithin } from './validate/validate.ts'
export { type Verified, type VerifiedCounts, verify } from './verify/verify.ts'
