import type { DataPath, Document, Finding, Note, Remark, RuleLevels } from '../../treaty/index.ts'
import { listOf } from './example.ts'
import type { DocumentRulePage } from './rule.ts'
import { levelOf } from './rule-levels.ts'

const remarked = (remark: string) => listOf(`  - id: one\n    text: {title: {en: One}}\n    note: [{${remark}}]\n`)

/** A known defect that no rule of ours finds is reported in its editors' own words. */
export const NOTED_DEFECT: DocumentRulePage<'text/noted-defect'> = {
  id: 'text/noted-defect',
  level: 'note',
  title: 'A defect of the text is known',
  why: 'The text is authentic with its defects: the program reports those that its editors noted, and corrects none.',
  good: { yaml: listOf('  - id: one\n    text: {title: {en: One}}\n') },
  bad: { yaml: remarked('says: The text lacks a word'), line: 6, column: 12 },
}

/** An acceptance must accept something, or it would hide the next defect of the same kind. */
export const UNUSED_ACCEPTANCE: DocumentRulePage<'text/unused-acceptance'> = {
  id: 'text/unused-acceptance',
  level: 'warning',
  title: 'A remark accepts a finding that there is',
  why: 'A remark left behind after the text was mended would silence the next finding of the same rule.',
  good: { yaml: remarked('says: The text lacks a word') },
  bad: { yaml: remarked('says: Two items 15., accepts: text/number-unique, by: A. Clerk'), line: 6, column: 12 },
}

interface Placed {
  remark: Remark
  path: DataPath
}

/** The ids of the rules that were asked, and of those that had nothing to go by; and how grave a remark's own findings are. */
export interface RulesAsked {
  asked: ReadonlySet<string>
  leftOut: ReadonlySet<string>
  /** The levels that the repository sets. */
  levels: RuleLevels
}

/**
 * Findings with the document's remarks taken into account: one that a remark of the same entry accepts becomes a note
 * that the remark explains; a remark of the document itself accepts what stands outside the entries. A remark for a
 * rule that was left out is reported as a defect that is noted.
 */
export function acceptRemarks(document: Document, findings: readonly Finding[], rules: RulesAsked): Finding[] {
  const remarks = remarksOf(document)
  const used = new Set<Placed>()
  const settled = findings.map((finding) => {
    const accepting = remarks.find((placed) => placed.remark.accepts === finding.rule && isBeside(placed, finding))
    if (accepting === undefined) return finding
    used.add(accepting)
    return accepted(finding, accepting.remark)
  })
  return [...settled, ...remarks.filter((placed) => !used.has(placed)).map((placed) => reported(placed, rules))]
}

function accepted(finding: Finding, { says, by }: Remark): Finding {
  const hint = by === undefined ? 'Known and accepted' : `Known and accepted by ${by}`
  return { ...finding, level: 'note', message: `${finding.message}. ${withoutStop(says)}`, hint }
}

/** A message is a sentence without a stop. */
function withoutStop(says: string): string {
  return says.replace(/\.$/, '')
}

function reported({ remark: { says, accepts }, path }: Placed, { asked, leftOut, levels }: RulesAsked): Finding {
  const at = { path }
  if (accepts === undefined || leftOut.has(accepts)) {
    return {
      rule: NOTED_DEFECT.id,
      level: levelOf(NOTED_DEFECT, levels),
      message: withoutStop(says),
      hint: 'Known to the editors',
      at,
    }
  }
  const message = asked.has(accepts)
    ? `Nothing here breaks ${accepts}: the remark accepts nothing`
    : `No remark can accept ${accepts}: only rules text/, facts/ and terms/ can be`
  return {
    rule: UNUSED_ACCEPTANCE.id,
    level: levelOf(UNUSED_ACCEPTANCE, levels),
    message,
    hint: 'Take the remark out',
    at,
  }
}

function isBeside({ path }: Placed, { at }: Finding): boolean {
  const [room, index] = at?.path ?? []
  return path[0] === 'entries' ? room === 'entries' && index === path[1] : room !== 'entries'
}

function remarksOf({ note, entries }: Document): Placed[] {
  const own = entries.flatMap((entry, index) => placed(entry.note, ['entries', index, 'note']))
  return [...placed(note, ['note']), ...own]
}

function placed(note: Note | undefined, path: DataPath): Placed[] {
  if (note === undefined) return []
  if (typeof note === 'string') return [{ remark: { says: note }, path }]
  return note.map((remark, index) => ({ remark, path: [...path, index] }))
}
