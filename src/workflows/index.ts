// The workflows: each is one step of the work, or one question about the record.
// A workflow reads the record from main, asks the law, computes everything that it would write, and then writes all of it at
// once. What findings do not allow is not written.
// Every workflow that writes to main does so through `recordOnMain` (record/record-on-main.ts): if main has moved since it was
// read, the workflow judges again by the new record.

export { differenceOfFiles, editDocument, formatFiles } from './documents/document-files.ts'
export { addEntry, moveEntry, removeEntry, renameEntry, renumberEntry, rewordEntry } from './documents/entry-changes.ts'
export {
  ATTRIBUTE_LINES,
  DOCUMENT_ATTRIBUTES,
  filesUnder,
  initializeRepository,
  setUpDrivers,
} from './documents/set-up.ts'
export { type ChangedKeys, changeKeys, type ListedKeys, listKeys } from './keys/change-keys.ts'
export { addedKey, changedPolicy, type KeyChange, removedKey } from './keys/key-changes.ts'
export { fingerprintOfKey, isValidAt, type KeyLine, typeOfKey } from './keys/key-line.ts'
export { type MergedFile, mergeFiles, type ThreeFiles } from './merging/merge-files.ts'
export { type ChangedParty, declare, denounce, lapse } from './parties/change-party.ts'
export { partiesInOrder } from './parties/party-on-record.ts'
export { type PartyRectificationAsked, rectifyPartyRecord } from './parties/rectify-party.ts'
export { type Registered, readPartiesFile, registerParties } from './parties/register-parties.ts'
export { adoptProposal, approveAdoption } from './proposal/adopt-proposal.ts'
export { closeProposal } from './proposal/close-proposal.ts'
export { collisionsOf } from './proposal/collisions/find-collisions.ts'
export { type DraftJudged, judgeDraft } from './proposal/judge-draft.ts'
export { newProposal } from './proposal/new-proposal.ts'
export { listAllProposals, proposalDetails, proposalStatus } from './proposal/proposal-status.ts'
export { dayOfSendingOut, differenceBetween, proposedChanges } from './proposal/proposed-changes.ts'
export { recordEvent } from './proposal/record-event.ts'
export { type RectificationAsked, rectifyEvent } from './proposal/rectify-event.ts'
export { type SendingOut, sendOut } from './proposal/send-out.ts'
export { changelogOf, feedOrigin } from './questions/changelog-on-record.ts'
export { documentFor } from './questions/document-for.ts'
export { type LoggedChange, logEntries } from './questions/entry-log.ts'
export { deadlinesOnRecord, explainEntry, simulate } from './questions/law-questions.ts'
export { setReading } from './readings/set-reading.ts'
export { editionNumber, editionOf, proposalOnBranch } from './record/editions-and-branches.ts'
export { type KnownOn, repositoryKnownOn } from './record/known-on.ts'
export { readingsInForce, refuseUnknownReadings } from './record/readings-in-force.ts'
export { CONVENTION_DOCUMENTS, isAnnexFile, isWithin } from './record/record-paths.ts'
export { readSoundDocument, refuseUnknownDocument } from './record/sound-files.ts'
export { readRecord } from './record/treaty-record.ts'
export { openToVerify, openTreatyRepository } from './record/treaty-repository.ts'
export { mergeRegister, synchronize } from './sync/synchronize.ts'
export { ALL_RULE_PAGES } from './validate/rule-pages.ts'
export { type ReportProgress, type Validated, validateAll, validateFiles, validateWithin } from './validate/validate.ts'
export { acceptMain, type VerifiedClone, verifyClone } from './verify/known-main.ts'
export { judgePush } from './verify/push/judge-push.ts'
export { readPushedRefs } from './verify/push/pushed-refs.ts'
export { type Verified, type VerifiedCounts, verify, verifyBeyondMain } from './verify/verify.ts'
