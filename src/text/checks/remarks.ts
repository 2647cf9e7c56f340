import type { DataPath, Document, Finding, Note, Remark, RuleLevels } from '../../treaty/index.ts'
import { type DocumentRulePage, levelOf, listOf } from './rule.ts'

const remarked = (remark: string) => listOf(`  - id: one\n    text: {title: {en: One}}\n    note: [{${remark}}]\n`)

/** A defect that no rule finds is reported in the words of the editors. */
export const NOTED_DEFECT: DocumentRulePage<'text/noted-defect'> = {
  id: 'text/noted-defect',
  level: 'note',
  title: 'The text has no known defect',
  why: 'The text is authentic with its defects. The program reports the defects that the editors noted, and corrects none of them.',
  good: { yaml: listOf('  - id: one\n    text: {title: {en: One}}\n') },
  bad: { yaml: remarked('says: The text lacks a word'), line: 6, column: 12 },
}

export const UNUSED_ACCEPTANCE: DocumentRulePage<'text/unused-acceptance'> = {
  id: 'text/unused-acceptance',
  level: 'warning',
  title: 'A remark accepts an existing finding',
  why: 'If a remark stays in the file after the text was corrected, it hides the next finding of the same rule.',
  good: { yaml: remarked('says: The text lacks a word') },
  bad: { yaml: remarked('says: Two items 15., accepts: text/number-unique, by: A. Clerk'), line: 6, column: 12 },
}

interface LocatedRemark {
  remark: Remark
  path: DataPath
}

/** Which rules ran on a document, and the severities that the repository sets. */
export interface RulesRun {
  run: ReadonlySet<string>
  /** Rules that did not run because they lacked the treaty's text. */
  notRun: ReadonlySet<string>
  levels: RuleLevels
}

/**
 * Applies the document's remarks to its findings, and returns all findings.
 *
 * - A finding that a remark of the same entry accepts becomes a note, with the remark's words. A remark of the document
 *   accepts only findings outside the entries.
 * - A remark that accepts no rule, or one that did not run, is reported as a noted defect.
 * - Any other remark that accepts no finding is reported as unused.
 */
export function acceptRemarks(document: Document, findings: readonly Finding[], rules: RulesRun): Finding[] {
  const remarks = remarksOf(document)
  const used = new Set<LocatedRemark>()
  const settled = findings.map((finding) => {
    const accepting = remarks.find((each) => each.remark.accepts === finding.rule && isOfSameEntry(each, finding))
    if (accepting === undefined) return finding
    used.add(accepting)
    return accepted(finding, accepting.remark)
  })
  return [...settled, ...remarks.filter((each) => !used.has(each)).map((each) => reported(each, rules))]
}

function accepted(finding: Finding, { says, by }: Remark): Finding {
  const hint = by === undefined ? 'Known and accepted' : `Known and accepted by ${by}`
  return { ...finding, level: 'note', message: `${finding.message}. ${withoutStop(says)}`, hint }
}

/** Removes the final full stop: messages have none. */
function withoutStop(says: string): string {
  return says.replace(/\.$/, '')
}

function reported({ remark: { says, accepts }, path }: LocatedRemark, { run, notRun, levels }: RulesRun): Finding {
  const at = { path }
  if (accepts === undefined || notRun.has(accepts)) {
    return {
      rule: NOTED_DEFECT.id,
      level: levelOf(NOTED_DEFECT, levels),
      message: withoutStop(says),
      hint: 'Known to the editors',
      at,
    }
  }
  const message = run.has(accepts)
    ? `The remark accepts ${accepts}, but that rule finds nothing here`
    : `A remark cannot accept ${accepts}: only findings of text/, facts/ and terms/ can be accepted`
  return {
    rule: UNUSED_ACCEPTANCE.id,
    level: levelOf(UNUSED_ACCEPTANCE, levels),
    message,
    hint: 'Remove the remark',
    at,
  }
}

function isOfSameEntry({ path }: LocatedRemark, { at }: Finding): boolean {
  const [list, index] = at?.path ?? []
  return path[0] === 'entries' ? list === 'entries' && index === path[1] : list !== 'entries'
}

function remarksOf({ note, entries }: Document): LocatedRemark[] {
  const ofEntries = entries.flatMap((entry, index) => located(entry.note, ['entries', index, 'note']))
  return [...located(note, ['note']), ...ofEntries]
}

function located(note: Note | undefined, path: DataPath): LocatedRemark[] {
  if (note === undefined) return []
  if (typeof note === 'string') return [{ remark: { says: note }, path }]
  return note.map((remark, index) => ({ remark, path: [...path, index] }))
}
