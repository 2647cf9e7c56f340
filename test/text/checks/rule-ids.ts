import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RuleId } from '../../../src/treaty/index.ts'

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url))

/** The lists of ids and the pages of rules: an id that occurs only there belongs to no finding. */
const LISTS = /rule-ids\.ts$|rule-pages[/.]|schema-rules\.ts$|all-rules\.ts$/

/** The page of a rule of the law: a constant in the file that raises the finding. */
const PAGE_OF_THE_LAW = /const ([A-Z0-9_]+) = \{\n {2}id: '(law\/[a-z0-9-]+)',/g

/** These functions of src/law/decide/finding.ts make a finding from the page of its rule. */
const RAISED_IN_LAW = /\b(?:forbids|refuses)\(\s*([A-Z0-9_]+),/g

/** Returns the ids that no source puts into a finding. */
export function unusedRuleIds(ids: readonly RuleId[]): RuleId[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((name) => name.endsWith('.ts') && !LISTS.test(name))
    .map((name) => readFileSync(SOURCES + name, 'utf8'))
  const sources = texts.join('\n')
  const raised = new Set([...sources.matchAll(RAISED_IN_LAW)].map(([, page]) => page))
  const pages = [...sources.matchAll(PAGE_OF_THE_LAW)]
  const inLaw = new Set(pages.flatMap(([, page, id]) => (raised.has(page) ? [id] : [])))
  const withoutPages = sources.replaceAll(PAGE_OF_THE_LAW, '')
  return ids.filter((id) => !withoutPages.includes(`'${id}'`) && !inLaw.has(id))
}
