import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, copied, exerciseRepository, git, newFolder } from './annex.ts'
import { circulated } from './two-offices.ts'

let original: string
beforeAll(() => {
  original = exerciseRepository()
  circulated(original, 'p-one')
  annexDone(original, 'proposal', 'new', 'draft', ...DRAFT)
  git(original, 'switch', '-q', 'main')
})

const DRAFT = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'T', '--statement', 'Why.']
const state = (folder: string) => [git(folder, 'for-each-ref'), git(folder, 'status', '--porcelain')].join('\n')
const one = (folder: string, name: string) => git(folder, 'rev-parse', name).trim()

describe('a day before 1900 or after 2999', () => {
  const DAY = 'DAY'
  const commands = [
    ['party', 'denounce', 'BRA', '--on', DAY],
    ['party', 'declare', 'BRA', 'hague-1970', '--on', DAY],
    ['party', 'declare', 'BRA', 'hague-1970', '--on', DAY, '--entered-into-force'],
    ['party', 'add', 'ITA', '--name', 'Italy', '--instrument', 'accession', '--deposited', DAY],
    ['proposal', 'circulate', 'draft', '--on', DAY, '--ref', 'X'],
    ['proposal', 'submit', 'draft', '--on', DAY, '--ref', 'X'],
    ['proposal', 'recommend', 'draft', '--on', DAY, '--ref', 'X'],
    ['proposal', 'record', 'p-one', 'objection', '--party', 'BRA', '--on', DAY, '--force'],
    ['proposal', 'record', 'p-one', 'circulated', '--on', '2021-01-15', '--until', DAY, '--force'],
    ['proposal', 'adopt', 'p-one', '--as-of', DAY],
    ['proposal', 'close', 'p-one', '--as-of', DAY],
    ['proposal', 'status', 'p-one', '--as-of', DAY],
    ['proposal', 'list', '--as-of', DAY],
    ['deadlines', '--as-of', DAY],
    ['changelog', '--as-of', DAY],
    ['show', 'annex-1', '--for', 'FRA', '--as-of', DAY],
    ['entry', 'add', 'annex-1', 'x-2001', '--text', 'X', '--done-at', 'X', '--done-on', DAY, '--scope', 'universal'],
    ['entry', 'add', 'annex-1', 'x-2001', '--text', 'X', '--in-force', DAY],
  ]

  it.each(commands)('is refused by annex %s %s before anything is written', (...words) => {
    const before = state(original)
    for (const day of ['1899-12-31', '0001-01-01', '3000-01-01', '9999-06-01', '9999-12-31']) {
      const run = annex(original, ...words.map((word) => (word === DAY ? day : word)))
      expect(run).toMatchObject({ status: 2, stdout: '' })
      const flag = words[words.indexOf(DAY) - 1]
      expect(run.stderr).toBe(`annex: ${flag}: ${day} is not a day from 1900-01-01 to 2999-12-31; check the year\n`)
    }
    expect(state(original)).toBe(before)
  })

  it('is refused in an imported file, with line and column', () => {
    const before = state(original)
    const csv = join(newFolder(), 'parties.csv')
    writeFileSync(csv, 'code,name,instrument,deposited,denounced\nITA,Italy,accession,2018-01-01,9999-01-01\n')
    const yaml = join(newFolder(), 'parties.yaml')
    writeFileSync(yaml, 'parties:\n  - {code: ITA, name: Italy, instrument: accession, deposited: 1899-12-31}\n')
    for (const file of [csv, yaml]) {
      expect(annexJson(original, 'party', 'import', file)).toMatchObject({
        status: 1,
        json: { commit: null, findings: [{ rule: 'schema/day', line: 2, column: expect.any(Number) }] },
      })
    }
    expect(state(original)).toBe(before)
  })

  it('is a finding in the record, and every command says so or answers', () => {
    const folder = copied(original)
    const register = join(folder, 'annexes/register/parties.yaml')
    writeFileSync(
      register,
      readFileSync(register, 'utf8').replace(/(code: BRA,.*?)(\})/, '$1, denounced: 9999-01-01$2'),
    )
    expect(readFileSync(register, 'utf8')).toContain('9999')
    expect(annexJson(folder, 'validate')).toMatchObject({
      status: 1,
      json: {
        findings: expect.arrayContaining([
          expect.objectContaining({
            rule: 'schema/day',
            message: expect.stringContaining('a day from 1900-01-01 to 2999-12-31, but is "9999-01-01"'),
            line: expect.any(Number),
          }),
        ]),
      },
    })
    git(folder, 'commit', '-qam', 'By hand')
    for (const words of [['proposal', 'list'], ['deadlines'], ['party', 'list'], ['verify']]) {
      const { status, stderr } = annex(folder, ...words)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect({ words, status: Number(status) > 0 }).toEqual({ words, status: true })
    }
  })

  it('is no day of a scenario', () => {
    const file = join(newFolder(), 'what-if.yaml')
    const parties =
      'parties:\n  - {code: FRA, instrument: ratification, deposited: 2017-03-01, denounced: 9999-01-01}\n'
    writeFileSync(file, `name: x\nasOf: 2021-08-14\nbasis: "70.1"\nby: FRA\n${parties}events: []\n`)
    const { status, stdout, stderr } = annex(original, 'simulate', file)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^annex: .*what-if\.yaml:6:.* must be a day from 1900-01-01 to 2999-12-31.*\n$/)
  })
})

it('the first and the last day of the range are days of every command', () => {
  const folder = copied(original)
  annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2999-12-31')
  annexDone(folder, 'proposal', 'record', 'p-one', 'objection', '--party', 'BRA', '--on', '2999-12-31', '--force')
  annexDone(folder, 'validate')
  annexDone(folder, 'verify')
  for (const asOf of ['1900-01-01', '2999-12-31']) {
    const on = ['--as-of', asOf]
    annexDone(folder, 'proposal', 'status', 'p-one', ...on)
    annexDone(folder, 'proposal', 'list', ...on)
    annexDone(folder, 'proposal', 'conflicts', ...on)
    annexDone(folder, 'deadlines', ...on)
    annexDone(folder, 'changelog', ...on)
    annexDone(folder, 'party', 'list', ...on)
    expect(annex(folder, 'show', 'annex-1', '--for', 'FRA', ...on).stderr).toBe('')
    expect(annex(folder, 'explain', 'annex-1', 'hague-1970', '--for', 'BRA', ...on).stderr).toBe('')
  }
})

describe('an adoption', () => {
  const adopt = (folder: string) => annex(folder, 'proposal', 'adopt', 'p-one', '--as-of', '2021-08-14')

  it('is not written when its tag cannot be signed', () => {
    const folder = copied(original)
    const before = state(folder)
    git(folder, 'config', 'tag.gpgSign', 'true')
    git(folder, 'config', 'gpg.program', '/bin/false')
    expect(adopt(folder)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^annex: .*\n$/) })
    expect(state(folder)).toBe(before)
    git(folder, 'config', 'tag.gpgSign', 'false')
    expect(adopt(folder).status).toBe(0)
    expect(one(folder, 'annex-1/v2^{commit}')).toBe(one(folder, 'main'))
  })

  it('is not written when the name of its tag conflicts with another', () => {
    const folder = copied(original)
    git(folder, 'tag', 'annex-1/v2/other', 'main')
    const before = state(folder)
    const { status, stdout, stderr } = adopt(folder)
    expect({ status, stdout, state: state(folder) }).toEqual({ status: 2, stdout: '', state: before })
    expect(stderr).toMatch(/^annex: .*annex-1\/v2.*\n$/)
  })

  it('is recorded where only its tag cannot be written, and the same command makes the tag', () => {
    const folder = copied(original)
    const tags = join(folder, '.git/refs/tags/annex-1')
    mkdirSync(tags, { recursive: true })
    writeFileSync(join(tags, 'v2.lock'), '')
    const { status, stdout, stderr } = adopt(folder)
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'annex: the tag annex-1/v2 could not be made; run annex proposal adopt p-one again\n',
    })
    expect(stdout).toContain('Recorded on main as adopted as of 2021-08-14: p-one')
    rmSync(join(tags, 'v2.lock'))
    expect(adopt(folder)).toMatchObject({ status: 0, stderr: '' })
    expect(one(folder, 'annex-1/v2^{commit}')).toBe(one(folder, 'main'))
    annexDone(folder, 'verify')
  })

  it('is recorded beside a kept changelog that cannot be compared', () => {
    const folder = copied(original)
    const kept = join(folder, 'annexes/CHANGELOG.md')
    annexDone(folder, 'changelog', 'annex-1/v1', '-o', 'annexes/CHANGELOG.md', '--as-of', '2021-02-01')
    writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('annex-1/v1', 'annex-1/v9'))
    git(folder, 'add', 'annexes/CHANGELOG.md')
    git(folder, 'commit', '-qm', 'Keep a changelog')
    expect(adopt(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('is now out of date') })
  })
})
