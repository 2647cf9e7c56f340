import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexDone, annexJson, copied, exerciseRepository, git } from './annex.ts'
import { adopted, circulated, verified } from './two-offices.ts'

const FACTS = ['--done-at', 'Place', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
const writeIn = (folder: string, file: string, text: string) => writeFileSync(join(folder, file), text)

describe('two additions sent out with one number, adopted one after the other', () => {
  let pending: string
  let folder: string
  beforeAll(() => {
    pending = exerciseRepository()
    for (const id of ['p-one', 'p-two']) circulated(pending, id)
    folder = copied(pending)
    adopted(folder, 'p-one')
  })

  const coming = (proposal: string, after: string) => ({
    document: 'annex-1',
    proposal,
    after,
    entry: `added-by-${proposal}`,
    number: '16',
    becomes: '17',
  })

  it('are said before, by annex proposal conflicts', () => {
    expect(annexJson(pending, 'proposal', 'conflicts', '--as-of', '2021-08-14')).toMatchObject({
      status: 0,
      json: { clean: ['p-one', 'p-two'], numbers: [coming('p-one', 'p-two'), coming('p-two', 'p-one')] },
    })
    const text = annexDone(pending, 'proposal', 'conflicts', '--as-of', '2021-08-14')
    expect(text).toContain('Numbers that will differ from the text sent out:')
    expect(text).toMatch(/p-two +added-by-p-two +16 +17 +if adopted after p-one/)
    const { json } = annexJson(folder, 'proposal', 'conflicts', '--as-of', '2021-08-14')
    expect(json).toMatchObject({ numbers: [coming('p-two', 'main')] })
  })

  it('are said and recorded by the adoption, and printed by everything that prints it', () => {
    const after = copied(folder)
    const adopting = ['proposal', 'adopt', 'p-two', '--as-of', '2021-08-14']
    expect(annexDone(copied(folder), ...adopting)).toContain(
      '\nNumbers in the edition: added-by-p-two 17 (16 in the text sent out).\n',
    )
    expect(annexJson(after, ...adopting).json).toMatchObject({
      edition: 'annex-1/v3',
      numbers: [{ entry: 'added-by-p-two', number: '16', becomes: '17' }],
    })
    expect(readFileSync(join(after, 'annexes/proposals/p-two/proposal.yaml'), 'utf8')).toMatch(
      /numbers:\n {2}added-by-p-two: "17"\n/,
    )
    const changelog = annexDone(after, 'changelog', '--as-of', '2021-08-14')
    expect(changelog).toContain('item 17, “Convention p-two”')
    expect(changelog).toContain('item 16, “Convention p-one”')
    for (const format of ['html', 'atom', 'json']) {
      expect(annexDone(after, 'changelog', '--as-of', '2021-08-14', '--format', format)).toContain('item 17, “Conv')
    }
    expect(annexDone(after, 'proposal', 'diff', 'p-two')).toMatch(/17.*added-by-p-two|added-by-p-two.*17/)
    expect(annexDone(after, 'proposal', 'show', 'p-two')).toMatch(
      /Numbers +added-by-p-two 17 \(16 in the text sent out\)/,
    )
    expect(annexDone(after, 'show', 'annex-1', '--at', 'annex-1/v3')).toMatch(/17\..*Convention p-two/)
    expect(verified(after)).toEqual([])
  })

  it('are checked by annex verify', () => {
    for (const [from, to] of [
      ['added-by-p-two: "17"', 'added-by-p-two: "18"'],
      ['numbers:\n  added-by-p-two: "17"\n', ''],
    ] as const) {
      const after = copied(folder)
      adopted(after, 'p-two')
      const file = 'annexes/proposals/p-two/proposal.yaml'
      const text = readFileSync(join(after, file), 'utf8')
      expect(text).toContain(from)
      writeIn(after, file, text.replace(from, to))
      git(after, 'commit', '-q', '--amend', '--no-edit', '--', file)
      git(after, 'tag', '-f', '-a', '-m', 'x', 'annex-1/v3', 'main')
      expect(verified(after)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(
            /^verify\/adoption-text: .*other numbers than the edition gave to entries \(added-by-p-two 17\)/,
          ),
        ]),
      )
    }
  })

  it('may not be changed afterwards', () => {
    const after = copied(folder)
    adopted(after, 'p-two')
    const file = 'annexes/proposals/p-one/proposal.yaml'
    writeIn(after, file, `${readFileSync(join(after, file), 'utf8')}numbers: {added-by-p-one: "99"}\n`)
    git(after, 'commit', '-qam', 'Numbers')
    expect(verified(after)).toEqual([expect.stringMatching(/^verify\/frozen-changed: .*changed numbers/)])
  })
})

/** Sends out an item 3, with the items after it renumbered by hand. */
function insertedThird(folder: string): void {
  const basis = [
    '--basis',
    '70.1',
    '--document',
    'annex-1',
    '--by',
    'FRA',
    '--title',
    'In front',
    '--statement',
    'Why.',
  ]
  annexDone(folder, 'proposal', 'new', 'p-front', ...basis)
  let text = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
  for (let number = 15; number >= 3; number--) {
    text = text.replaceAll(`number: "${number}"`, `number: "${number + 1}"`)
  }
  writeIn(folder, 'annexes/annex-1.yaml', text)
  const entry = ['in-front', '--text', 'Convention in-front', '--after', 'hague-1970', '--number', '3']
  annexDone(folder, 'entry', 'add', 'annex-1', ...entry, ...FACTS)
  annexDone(folder, 'proposal', 'commit')
  annexDone(folder, 'proposal', 'circulate', 'p-front', '--on', '2021-01-15', '--ref', 'X')
  git(folder, 'switch', '-q', 'main')
}

describe('an insertion that renumbers the items after it', () => {
  let folder: string
  beforeAll(() => {
    folder = exerciseRepository()
    circulated(folder, 'p-one')
    insertedThird(folder)
  })

  const changelog = (of: string, ...range: string[]) => annexDone(of, 'changelog', ...range, '--as-of', '2021-08-14')

  it('also shifts what was adopted before it, and that number is recorded', () => {
    const after = copied(folder)
    adopted(after, 'p-one')
    const { json } = annexJson(after, 'proposal', 'adopt', 'p-front', '--as-of', '2021-08-14')
    expect(json).toMatchObject({ numbers: [{ entry: 'added-by-p-one', number: '16', becomes: '17' }] })
    const text = changelog(after, 'annex-1/v2', 'annex-1/v3')
    expect(text).toContain('item 3, “Convention in-front”')
    expect(text).toContain('Renumbers 15 entries, the first from 3 to 4, the last from 16 to 17.')
    expect(verified(after)).toEqual([])
  })

  it('names the items of a run where two have one of its numbers', () => {
    expect(annexDone(folder, 'proposal', 'diff', 'p-front')).toContain(
      '3-15 (montreal-1971 to vienna-1988) renumbered 4-16',
    )
    const after = copied(folder)
    adopted(after, 'p-front')
    expect(changelog(after)).toMatch(
      /Renumbers 14 entries, the first from 3 to 4, the last, item 15, “United Nations Convention against Illicit Traffic .*”, from 15 to 16\./,
    )
    adopted(after, 'p-one')
    expect(changelog(after, 'annex-1/v2', 'annex-1/v3')).toContain('item 17, “Convention p-one”')
    expect(verified(after)).toEqual([])
  })
})
