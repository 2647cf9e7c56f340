import type { Level, RuleLevels, RulePage } from '../../treaty/index.ts'

export const UNKNOWN_RULE: RulePage<'text/unknown-rule'> = {
  id: 'text/unknown-rule',
  level: 'warning',
  title: 'Severities are set for existing rules',
  why: 'The file annexes/rules.yaml sets severities (`levels`) by rule id. An unknown id is misspelt, or its rule was removed. A severity set for an unknown rule has no effect.',
}

/** Returns the severity of a rule's findings: the one that the repository sets, or else the rule's own. */
export function levelOf({ id, level }: Pick<RulePage, 'id' | 'level'>, levels: RuleLevels): Level {
  return levels[id] ?? level
}
