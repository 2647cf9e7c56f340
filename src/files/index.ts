// YAML in, with line and column; the schemas; canonical YAML out; the files of the register.

export { type Anchor, type Comments, commentsIn } from './canonical/comments.ts'
export { existing, renameEntries, renameEntry } from './canonical/settle-comments.ts'
export { checkSchema, parseFile, parseScenarios } from './parse-file.ts'
export { type EventOnFile, inOrderOfRecord, readEvents } from './register/events.ts'
export { parsePartiesFile } from './register/parties-file.ts'
export {
  approvalsFolder,
  documentPath,
  eventPath,
  isDocumentId,
  keysPath,
  partiesPath,
  policyPath,
  proposalPath,
  readingsPath,
  rulesPath,
} from './register/paths.ts'
export {
  listDocuments,
  listProposals,
  missingFile,
  readDocument,
  readParties,
  readProposal,
  readReadings,
  readRules,
  readTreatyWords,
} from './register/read.ts'
export { isValid } from './schemas/schema-errors.ts'
export { SCHEMA_RULE_PAGES } from './schemas/schema-rules.ts'
export {
  anchorsIn,
  type FormattedFile,
  formatFile,
  type SerializedBlock,
  schemaPathFor,
  serialize,
  serializeInBlocks,
} from './serialize.ts'
export { type DataOf, type FileKind, type FileOfKind, locateFindings, type ParsedFile, type Source } from './source.ts'
export { type MarkedText, readMarked } from './yaml/conflict-markers.ts'
export { decodeGiven, onReading } from './yaml/decode.ts'
export { emptyItemCache, type ItemCache, textsOfItems } from './yaml/items.ts'
