// Parties, proposals and events as files.
export { type EventOnFile, inOrderOfRecord, readEvents } from './events.ts'
export { parsePartiesFile } from './parties-file.ts'
export { documentPath, eventPath, isDocumentId, partiesPath, proposalPath, readingsPath, rulesPath } from './paths.ts'
export {
  listDocuments,
  listProposals,
  readDocument,
  readParties,
  readProposal,
  readReadings,
  readRules,
  readTreatyWords,
} from './read.ts'
