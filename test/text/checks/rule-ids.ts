import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RuleId } from '../../../src/treaty/index.ts'

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url))

/** The lists of ids and the pages of rules: an id that occurs only there belongs to no finding. */
const LISTS = /rule-ids\.ts$|rule-pages[/.]|schema-rules\.ts$|all-rules\.ts$/

/** Rules of the law are named without their group where these functions of src/law/decide/finding.ts are called. */
const NAMED_IN_LAW = /\b(?:forbids\(|refuses\(\s*[\w.]+,\s*[^,]+,)\s*'([a-z0-9-]+)'/g

/** Returns the ids that no source puts into a finding. */
export function unusedRuleIds(ids: readonly RuleId[]): RuleId[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((name) => name.endsWith('.ts') && !LISTS.test(name))
    .map((name) => readFileSync(SOURCES + name, 'utf8'))
  const sources = texts.join('\n')
  const inLaw = new Set([...sources.matchAll(NAMED_IN_LAW)].map(([, name]) => `law/${name}`))
  return ids.filter((id) => !sources.includes(`'${id}'`) && !inLaw.has(id))
}
