import type { Document, Finding, RuleLevels } from '../../treaty/index.ts'
import { ALL_RULES } from './all-rules.ts'
import { titledEntries } from './facts/printed-title.ts'
import { isAscii, passagesOf, wordingsOf } from './passages.ts'
import { acceptRemarks } from './remarks.ts'
import { type CheckContext, levelOf, type Rule } from './rule.ts'

/** What a check may use besides the documents. */
export interface CheckOptions {
  /** The treaty's text outside the documents. Without it, terms/unused does not run. */
  body?: string
  /** The severities that the repository sets, by rule id. */
  levels?: RuleLevels
}

/**
 * Checks a document by the rules text/, facts/ and terms/. A finding that a remark of the document accepts becomes a note.
 * @param others the other documents of the same treaty
 * @returns findings with `at.path`, in the order of the rules
 */
export function checkDocument(
  document: Document,
  others: readonly Document[] = [],
  options: CheckOptions = {},
): Finding[] {
  const { body, levels = {} } = options
  const runs = ({ needsBody }: Rule) => needsBody === undefined || body !== undefined
  const wordings = wordingsOf(document)
  const titled = titledEntries(document)
  const passages = passagesOf(wordings)
  const beyondAscii = passages.filter(({ words }) => !isAscii(words))
  const context = { wordings, passages, beyondAscii, titled, others, ...(body !== undefined && { body }) }
  const findings = ALL_RULES.filter(runs).flatMap((rule) => findingsOf(rule, document, context, levels))
  return acceptRemarks(document, findings, {
    run: idsOf(ALL_RULES.filter(runs)),
    notRun: idsOf(ALL_RULES.filter((rule) => !runs(rule))),
    levels,
  })
}

function idsOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id))
}

function findingsOf(rule: Rule, document: Document, context: CheckContext, levels: RuleLevels): Finding[] {
  const { id, cite, check } = rule
  const level = levelOf(rule, levels)
  return check(document, context).map(({ path, span, message, hint }) => {
    const at = span === undefined ? { path } : { path, span }
    return { rule: id, level, message, hint, ...(cite !== undefined && { cite }), at }
  })
}
