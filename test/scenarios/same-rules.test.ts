import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

const BUDAPEST = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']

interface Found {
  findings: { rule: string; level: string; file: string }[]
}

describe('proposal check judges by the same rules as validate', () => {
  let folder: string

  const found = (...words: string[]) =>
    (annexJson(folder, ...words).json as Found).findings.map(({ rule, level, file }) => `${level} ${rule} ${file}`)

  const draft = (document: string, ...basis: string[]) =>
    annexDone(folder, 'proposal', 'new', 'change', ...basis, '--document', document, '--title', 'T', '--statement', 'S')

  beforeEach(() => {
    folder = exerciseRepository()
  })

  it('uses the severities that the repository sets', () => {
    writeFileSync(join(folder, 'annexes/rules.yaml'), 'levels: {text/doubled-space: error}\n')
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'Doubled spaces are errors here')
    draft('annex-1', '--basis', '70.1', '--by', 'FRA')
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on  Cybercrime', ...BUDAPEST)
    const finding = 'error text/doubled-space annexes/annex-1.yaml'
    expect(found('validate')).toContain(finding)
    expect(found('proposal', 'check', 'change', '--as-of', '2021-01-15')).toContain(finding)
  })

  it('reports what a change of one document causes in another', () => {
    const term = 'text: {term: {en: Teapot}, definition: {en: shall mean a vessel}}'
    const glossary = `document: glossary\ntitle: {en: Glossary}\nentries:\n  - {id: teapot, ${term}}\n`
    writeFileSync(join(folder, 'annexes/glossary.yaml'), glossary)
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'Define teapots')
    draft('article-4', '--basis', '68', '--by', 'FRA')
    const words = ['--text', 'Teapot', '--field', 'definition=shall mean a pot']
    annexDone(folder, 'entry', 'add', 'article-4', 'teapot', ...words)
    const redefined = (all: string[]) => all.filter((line) => line.includes('terms/redefined'))
    const validated = redefined(found('validate'))
    expect(validated).not.toEqual([])
    expect(redefined(found('proposal', 'check', 'change', '--as-of', '2024-01-15'))).toEqual(validated)
  })

  it('does not report what the text already had, even if the entry has moved', () => {
    draft('annex-1', '--basis', '70.1', '--by', 'FRA')
    annexDone(folder, 'entry', 'move', 'annex-1', 'vienna-1988', '--after', 'hague-1970')
    annexDone(folder, 'entry', 'rename', 'annex-1', 'new-york-1979', 'hostages-1979')
    const rules = found('proposal', 'check', 'change', '--as-of', '2021-01-15')
    expect(rules.filter((line) => / (?:facts|terms)\//.test(line))).toEqual([])
  })
})

describe('a finding accepted in the data', () => {
  const file = (remark: string) =>
    `document: d\ntitle: {en: D}\nentries:\n  - id: one\n    text: {title: {en: Two  spaces}}\n    note: [{${remark}}]\n`

  const judge = (remark: string) => {
    const folder = join(exerciseRepository(), 'beside')
    mkdirSync(folder)
    writeFileSync(join(folder, 'd.yaml'), file(remark))
    return annex(folder, 'validate', 'd.yaml')
  }

  it('has a reason and a responsible person', () => {
    expect(judge('says: So printed, accepts: text/doubled-space, by: A. Clerk')).toMatchObject({ status: 0 })
    const { status, stdout } = judge('says: So printed, accepts: text/doubled-space')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^d\.yaml:6:12: error: .*lacks the key "by", which "accepts" requires/)
    expect(judge('accepts: text/doubled-space, by: A. Clerk').stdout).toMatch(
      /^d\.yaml:6:12: error: .*lacks the required key "says"/,
    )
  })
})
