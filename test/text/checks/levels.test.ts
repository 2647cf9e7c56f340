import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/files/index.ts'
import { checkDocument, checkRuleLevels } from '../../../src/text/index.ts'
import { validateAll } from '../../../src/workflows/index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const DOCUMENT = 'document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: One  two}}\n'

/** A repository of these files. */
const holding = (files: Record<string, string>) => ({
  listFiles: async () => Object.keys(files).sort(),
  readFile: async (path: string) => (files[path] === undefined ? null : bytesOf(files[path])),
})

const told = async (files: Record<string, string>) =>
  (await validateAll(holding(files))).findings.map(
    ({ rule, level, at }) => `${level} ${rule} ${at?.file}:${at?.position?.line}:${at?.position?.column}`,
  )

describe('the text of the treaty outside its documents', () => {
  const terms = 'document: article-4\ntitle: {en: Terms}\nentries:\n'
  const spam = '  - id: spam\n    text: {term: {en: Spam}, definition: {en: shall mean mail}}\n'
  const kept = (words: string) => told({ 'annexes/article-4.yaml': terms + spam, 'annexes/convention.txt': words })

  it('is searched if the repository contains it', async () => {
    expect(await told({ 'annexes/article-4.yaml': terms + spam })).toEqual([])
    expect(await kept('Article 10. Spam is an offence.\n')).toEqual([])
    expect(await kept('Article 10. Mail is no offence.\n')).toEqual([
      'warning terms/unused annexes/article-4.yaml:5:23',
    ])
  })

  it('is searched without the documents in it: a definition does not count as a use of its own term', async () => {
    const printed = 'Article 4. Terms\n\n"Spam" shall mean mail.\n\nChapter 2\n\n'
    const titled = terms.replace('Terms', 'Article 4. Terms')
    const whole = (rest: string) =>
      told({ 'annexes/article-4.yaml': titled + spam, 'annexes/convention.txt': printed + rest })
    expect(await whole('Article 10. Mail is no offence.\n')).toEqual([
      'warning terms/unused annexes/article-4.yaml:5:23',
    ])
    expect(await whole('Article 10. Spam is an offence.\n')).toEqual([])
  })
})

describe('the severity of a rule', () => {
  it('is its default, unless the repository sets another', async () => {
    const files = { 'annexes/list.yaml': DOCUMENT }
    expect(await told(files)).toEqual(['warning text/doubled-space annexes/list.yaml:5:24'])
    const strict = { ...files, 'annexes/rules.yaml': 'levels: {text/doubled-space: error}\n' }
    expect(await told(strict)).toEqual(['error text/doubled-space annexes/list.yaml:5:24'])
  })

  it('does not matter if a remark accepts the finding', () => {
    const entry = { id: 'one', text: { title: { en: 'One  two' } } }
    const note = [{ says: 'So printed', accepts: 'text/doubled-space' }]
    const document = { document: 'list', title: { en: 'List' }, entries: [{ ...entry, note }] }
    const levels = { 'text/doubled-space': 'error' } as const
    expect(checkDocument(document, [], { levels }).map(({ level }) => level)).toEqual(['note'])
  })

  it('can be set for the rules on remarks and on severities too', async () => {
    const note = '    note: [{says: It is so printed}, {says: Two, accepts: text/stray-stop, by: A. Clerk}]\n'
    const files = {
      'annexes/list.yaml': DOCUMENT.replace('  two', ' two') + note,
      'annexes/rules.yaml': 'levels: {text/no-such-rule: note}\n',
    }
    expect(await told(files)).toEqual([
      'note text/noted-defect annexes/list.yaml:6:12',
      'warning text/unused-acceptance annexes/list.yaml:6:38',
      'warning text/unknown-rule annexes/rules.yaml:1:29',
    ])
    const levels = ['noted-defect: warning', 'unused-acceptance: error', 'unknown-rule: error', 'no-such-rule: note']
    const rules = `levels: {${levels.map((level) => `text/${level}`).join(', ')}}\n`
    expect(await told({ ...files, 'annexes/rules.yaml': rules })).toEqual([
      'warning text/noted-defect annexes/list.yaml:6:12',
      'error text/unused-acceptance annexes/list.yaml:6:38',
      'error text/unknown-rule annexes/rules.yaml:1:114',
    ])
  })

  it('cannot be set for an unknown rule or a rule of the law', async () => {
    expect(checkRuleLevels({ 'text/no-such-rule': 'note' })).toMatchObject([
      { rule: 'text/unknown-rule', level: 'warning' },
    ])
    expect(await told({ 'annexes/rules.yaml': 'levels:\n  facts/none: note\n' })).toEqual([
      'warning text/unknown-rule annexes/rules.yaml:2:15',
    ])
    const law = parseFile('rules', { file: 'rules.yaml', bytes: bytesOf('levels: {law/70-3: note}\n') })
    expect(law.findings).toMatchObject([{ rule: 'schema/form', at: { position: { line: 1, column: 10 } } }])
  })
})
