import type { Finding, Level, RuleLevels, RulePage } from '../../treaty/index.ts'

/** A level set for a rule that there is not does nothing, and whoever set it believes that it does. */
export const UNKNOWN_RULE: RulePage<'text/unknown-rule'> = {
  id: 'text/unknown-rule',
  level: 'warning',
  title: 'A level is set for a rule that there is',
  why: 'The file annexes/rules.yaml sets levels by the ids of rules. An id that no rule has was misspelt, or its rule is gone.',
}

/** How grave the findings of a rule are: as the repository says, or as the rule itself does. */
export function levelOf({ id, level }: Pick<RulePage, 'id' | 'level'>, levels: RuleLevels): Level {
  return levels[id] ?? level
}

/** What is wrong with the levels set in annexes/rules.yaml. @param known the ids of the rules there are */
export function checkLevels(levels: RuleLevels, known: ReadonlySet<string>): Finding[] {
  const unknown = Object.keys(levels).filter((id) => !known.has(id))
  return unknown.map((id) => ({
    rule: UNKNOWN_RULE.id,
    level: levelOf(UNKNOWN_RULE, levels),
    message: `There is no rule ${id}`,
    hint: 'Correct its spelling, or take it out: annex rules lists them',
    at: { path: ['levels', id] },
  }))
}
