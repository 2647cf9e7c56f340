// Values to what people and programs read. Nothing here reads a clock, a disk or the environment.

export { documentAkn } from './akn/akn.ts'
export type { AknOptions } from './akn/options.ts'
export { type CalendarEvent, calendarIcs } from './calendar/calendar-ics.ts'
export { collisionsJson, collisionsText } from './collisions.ts'

export { type Colours, NO_COLOURS, TERMINAL_COLOURS } from './colours.ts'
export { type DifferenceJson, diffJson } from './differences/diff-json.ts'
export { diffMarkdown } from './differences/diff-markdown.ts'
export { diffText } from './differences/diff-text.ts'
export { summaryInWords } from './differences/summary-in-words.ts'
export { displayWidth, padEnd } from './display-width.ts'
export { documentCsv } from './documents/document-csv.ts'
export { type DocumentJson, documentJson } from './documents/document-json.ts'
export { documentLines } from './documents/document-lines.ts'
export { documentMarkdown } from './documents/document-markdown.ts'
export { type DocumentTextOptions, documentText } from './documents/document-text.ts'
export type { DocumentOptions } from './documents/layout.ts'
export type { Revision } from './docx/revisions.ts'
export { csv, csvCell } from './escape/csv.ts'
export { escapeHtml } from './escape/html.ts'
export { escapeMarkdown } from './escape/markdown.ts'
export { safeForTerminal } from './escape/terminal.ts'
export { escapeXml } from './escape/xml.ts'
export { excerpt, type Sources } from './findings/excerpt.ts'
export { githubAnnotations, githubSummary } from './findings/github.ts'
export { gitlabCodeQuality } from './findings/gitlab.ts'
export {
  countLevels,
  type FindingJson,
  type FindingsJson,
  findingFingerprint,
  findingJson,
  findingsJson,
} from './findings/json.ts'
export { junit } from './findings/junit.ts'
export { type RuleToShow, sarif, type Tool } from './findings/sarif.ts'
export { countText, findingsText } from './findings/text.ts'
export { changelogHtml } from './html/changelog-html.ts'
export { diffHtml } from './html/diff-html.ts'
export { documentHtml } from './html/document-html.ts'
export { markdownTable } from './markdown-table.ts'
export { changelogAtom } from './outcomes/changelog-atom.ts'
export { changelogMarkdown } from './outcomes/changelog-markdown.ts'
export { type ExplanationToShow, explanationText } from './outcomes/explanation-text.ts'
export { basisInWords, type Names, partyName, proposerName } from './outcomes/names.ts'
export { outcomeText } from './outcomes/outcome-text.ts'
export { type ReadingToShow, readingsText, readingText } from './outcomes/readings-text.ts'
export { type ProposalDetailsToShow, proposalText } from './proposal-text.ts'
export { rulePagesMarkdown, rulePageText } from './rules/rule-pages.ts'
export { documentSkos, type SkosOptions } from './skos.ts'
export { type TableOptions, table } from './table.ts'
export { wrap } from './wrap.ts'
