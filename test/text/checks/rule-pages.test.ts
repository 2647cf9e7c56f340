import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFile, SCHEMA_RULE_PAGES } from '../../../src/files/index.ts'
import { rulePagesMarkdown, rulePageText } from '../../../src/render/index.ts'
import { RULE_PAGES } from '../../../src/text/index.ts'
import { ALL_RULE_PAGES } from '../../../src/workflows/index.ts'
import { unusedRuleIds } from './rule-ids.ts'

const found = (yaml: string) =>
  parseFile('document', { file: 'example.yaml', bytes: new TextEncoder().encode(yaml) }).findings

describe('the ids of rules', () => {
  it('are unique, and each is the id of a finding', () => {
    const ids = ALL_RULE_PAGES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(unusedRuleIds(ids)).toEqual([])
  })
})

describe('docs/rules', () => {
  for (const group of ['schema', 'law', 'text', 'facts', 'terms', 'verify']) {
    it(`${group}.md is up to date (npm run docs:rules regenerates it)`, () => {
      const page = readFileSync(new URL(`../../../docs/rules/${group}.md`, import.meta.url), 'utf8')
      expect(page).toBe(rulePagesMarkdown(group, ALL_RULE_PAGES))
    })
  }
})

describe('every rule of a schema', () => {
  for (const { id, good, bad } of SCHEMA_RULE_PAGES) {
    if (good === undefined || bad === undefined) continue
    it(`${id} finds nothing in its good example, and the problem of its bad example at the right position`, () => {
      expect(found(good.yaml)).toEqual([])
      const position = { line: bad.line, column: bad.column }
      expect(found(bad.yaml)).toMatchObject([{ rule: id, level: 'error', at: { position } }])
    })
  }
})

describe('the page of a rule', () => {
  it('shows invisible characters as code points, and sends no control character to the terminal', () => {
    for (const page of ALL_RULE_PAGES) expect(rulePageText(page)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    const bidi = RULE_PAGES.find(({ id }) => id === 'text/bidi-control')
    expect(bidi && rulePageText(bidi)).toContain('⟨U+202E⟩')
  })
})
