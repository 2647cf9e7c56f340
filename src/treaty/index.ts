// The nouns. This room imports nothing of ours.
export { AnnexError, type AnnexErrorCode, isKnownError, type KnownError } from './annex-error.ts'
export {
  compareDays,
  daysAfter,
  earliestOf,
  isCalendarDay,
  LAST_DAY,
  laterOf,
  monthsAfter,
  yearsAfter,
} from './calendar-day.ts'
export { canonicalJson, digestOf, fingerprintOf } from './canonical-json.ts'
export type {
  BoundFrom,
  Changelog,
  ChangelogAsked,
  ChangelogDocument,
  ChangelogItem,
  ChangelogLine,
  ChangelogReference,
  RecordedAmendment,
} from './changelog.ts'
export type { Collision, Collisions, Obstacles } from './collision.ts'
export type { Conflict } from './conflict.ts'
export type {
  Difference,
  DocumentDifference,
  MarkedChange,
  ProposalNamed,
  Redline,
  Segment,
  Summary,
} from './difference.ts'
export { type DataPath, type Finding, hasErrors, type Level, type Place, type Position, type Span } from './finding.ts'
export type {
  Added,
  Basis,
  CalendarDay,
  Change,
  Count,
  Declaration,
  DocumentFile as Document,
  EditorialRemarks,
  Entry,
  EntryText,
  EventKind,
  EventRecord,
  FactChanged,
  Facts,
  Files,
  Frozen,
  InstrumentKind,
  Moved,
  Note,
  NoteChanged,
  PartiesFile,
  Party,
  PartyCode,
  Place as EntryPlace,
  ProposalFile as Proposal,
  Proposer,
  ReadingChoice,
  ReadingsFile,
  Remark,
  Removed,
  Renamed,
  Renumbered,
  Reworded,
  RewordedPart,
  RuleLevels,
  RulesFile,
  Scenario,
  Section,
  SectionsChanged,
  Slug,
  TitleChanged,
  Words,
} from './generated/files.ts'
export { isPartyCode, isSlug } from './identifiers.ts'
export { idsOfEntries } from './ids-of-entries.ts'
export { inOrderOfProcedure, type Step } from './order-of-procedure.ts'
export type {
  Divergence,
  FiledEvent,
  Outcome,
  PartyEffect,
  ProposalFacts,
  Reason,
  Situation,
  Status,
} from './outcome.ts'
export {
  CHECKED_RULE_IDS,
  type CheckedRuleId,
  type DocumentRuleId,
  LAW_RULE_IDS,
  type LawRuleId,
  REMARK_RULE_IDS,
  type RuleId,
  SCHEMA_RULE_IDS,
  type SchemaRuleId,
  VERIFY_RULE_IDS,
  type VerifyRuleId,
} from './rule-ids.ts'
export { type BadExample, type Example, pagesOf, type RulePage, type RulePages } from './rule-page.ts'
