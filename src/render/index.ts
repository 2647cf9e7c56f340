// Values to what people and programs read. Nothing here reads a clock, a disk or the environment.

export {
  csv,
  csvCell,
  escapeMarkdown,
  escapeXml,
  jsonText,
  safeForTerminal,
  safeLines,
  safePainted,
} from './escape.ts'
export { githubAnnotations, githubSummary } from './findings/github.ts'
export { gitlabCodeQuality } from './findings/gitlab.ts'
export {
  type FindingJson,
  type FindingsJson,
  findingsJson,
} from './findings/json.ts'
export { junit } from './findings/junit.ts'
export { rulePagesMarkdown, rulePageText } from './findings/rule-pages.ts'
export { type RuleToShow, sarif, type Tool } from './findings/sarif.ts'
export { countText, excerpt, findingsText, type Sources } from './findings/text.ts'
export { changelogCommand, readMade } from './outcomes/changelog-facts.ts'
export {
  type ExplanationToShow,
  explanationText,
  type ReadingToShow,
  readingsText,
  readingText,
} from './outcomes/explanation-text.ts'
export type { Names } from './outcomes/names.ts'
export {
  collisionsJson,
  collisionsText,
  type JudgedToShow,
  judgedText,
  outcomeText,
  type ProposalDetailsToShow,
  proposalText,
} from './outcomes/proposal-text.ts'
export { type DocumentOptions, languageOf, languagesOf } from './print/layout.ts'
export { documentAkn } from './printers/akn/index.ts'
export type { AknOptions } from './printers/akn/meta.ts'
export { changelogAtom, type FeedOptions } from './printers/atom.ts'
export { type CalendarEvent, calendarIcs } from './printers/calendar.ts'
export { documentCsv } from './printers/csv.ts'
export type { Revision } from './printers/docx/revisions.ts'
export { changelogHtml, diffHtml, documentHtml } from './printers/html/index.ts'
export { type DifferenceJson, type DocumentJson, diffJson, documentJson } from './printers/json.ts'
export { changelogMarkdown, diffMarkdown, documentMarkdown } from './printers/markdown/index.ts'
export { documentSkos, type SkosOptions } from './printers/skos.ts'
export { type DocumentTextOptions, diffText, documentLines, documentText } from './printers/text/index.ts'
export {
  type Colours,
  displayWidth,
  NO_COLOURS,
  padEnd,
  type TableOptions,
  TERMINAL_COLOURS,
  table,
  wrap,
} from './terminal.ts'
