import type { Document, Finding, RuleLevels } from '../../treaty/index.ts'
import { ALL_RULES } from './all-rules.ts'
import { titledEntries } from './facts/printed-title.ts'
import { isAscii, passagesOf, wordingsOf } from './passages.ts'
import { acceptRemarks } from './remarks.ts'
import type { Rule, Surroundings } from './rule.ts'
import { levelOf } from './rule-levels.ts'

/** What a check may be given besides the documents. */
export interface CheckOptions {
  /** The treaty's own words outside the documents; without them terms/unused is not asked. */
  body?: string
  /** The levels that the repository sets, by rule. */
  levels?: RuleLevels
}

/**
 * Holds a document against the rules text/, facts/ and terms/, and takes its remarks into account.
 * @param others the other documents of the same treaty
 * @returns findings with `at.path`, in the order of the rules
 */
export function checkDocument(
  document: Document,
  others: readonly Document[] = [],
  options: CheckOptions = {},
): Finding[] {
  const { body, levels = {} } = options
  const isAsked = ({ needsBody }: Rule) => needsBody === undefined || body !== undefined
  const wordings = wordingsOf(document)
  const titled = titledEntries(document)
  const passages = passagesOf(wordings)
  const beyondAscii = passages.filter(({ words }) => !isAscii(words))
  const around = { wordings, passages, beyondAscii, titled, others, ...(body !== undefined && { body }) }
  const findings = ALL_RULES.filter(isAsked).flatMap((rule) => findingsOf(rule, document, around, levels))
  return acceptRemarks(document, findings, {
    asked: idsOf(ALL_RULES.filter(isAsked)),
    leftOut: idsOf(ALL_RULES.filter((rule) => !isAsked(rule))),
    levels,
  })
}

function idsOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id))
}

function findingsOf(rule: Rule, document: Document, around: Surroundings, levels: RuleLevels): Finding[] {
  const { id, cite, check } = rule
  const level = levelOf(rule, levels)
  return check(document, around).map(({ path, span, message, hint }) => {
    const at = span === undefined ? { path } : { path, span }
    return { rule: id, level, message, hint, ...(cite !== undefined && { cite }), at }
  })
}
