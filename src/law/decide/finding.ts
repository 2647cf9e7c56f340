import type { DataPath, FiledEvent, Finding, LawRuleId, RulePage } from '../../treaty/index.ts'

/** Where a finding points, and the provision that it depends on if the page of its rule names none. */
type Details = Pick<Finding, 'cite' | 'at'>

export const EFFECT_AFTER_ALL = {
  id: 'law/effect-after-all',
  level: 'warning',
  title: 'What was recorded as without effect has no effect',
  why: 'The law decides each time whether an event has effect, under the readings chosen. The mark `withoutEffect` only records what was found when the event was filed. This finding reports that the two differ: another reading is chosen, or another event was recorded since.',
} as const satisfies RulePage

export const EVENT_BY_PARTY = {
  id: 'law/event-by-party',
  level: 'error',
  title: 'An act of a Party names the Party, and the Party may act',
  why: 'An objection, an acceptance, a consent or an instrument counts for the State that made it. The State must be a Party on that day.',
} as const satisfies RulePage

/** Returns the finding of a rule: what is wrong, and what to do. */
export function forbids(page: RulePage<LawRuleId>, message: string, hint: string, details: Details = {}): Finding {
  const { id: rule, level } = page
  const { cite = page.cite, at } = details
  return {
    rule,
    level,
    message,
    hint,
    ...(cite === undefined ? {} : { cite }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Returns a finding about an event. It points to the event's file, at the member that is wrong. */
export function refuses(
  page: RulePage<LawRuleId>,
  event: FiledEvent,
  member: keyof FiledEvent,
  message: string,
  hint: string,
  cite = page.cite,
): Finding {
  const path: DataPath = event[member] === undefined ? [] : [member]
  const at = event.file === undefined ? { path } : { file: event.file, path }
  return forbids(page, message, hint, cite === undefined ? { at } : { cite, at })
}

/** Returns the remark that a fact has effect although it was recorded as without effect. */
export function effectAfterAll(what: string, details: Details): Finding {
  const message = `${what} was recorded as without effect, but it has effect under the readings chosen.`
  const hint = 'If it has effect, remove its `withoutEffect`. If not, check the readings chosen.'
  return forbids(EFFECT_AFTER_ALL, message, hint, details)
}

/** Returns the finding as a warning: a record without effect is worth knowing, but it is not a mistake in the question. */
export function asRemark(finding: Finding): Finding {
  return finding.level === 'error' ? { ...finding, level: 'warning' } : finding
}
