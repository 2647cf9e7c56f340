import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, copied, exerciseRepository, git, newFolder } from './annex.ts'
import { circulated } from './two-offices.ts'

const DATA = ['--name', 'X', '--instrument', 'accession', '--deposited', '2020-01-01']
const PARTIES = 'annexes/register/parties.yaml'

describe('a code that is neither in ISO 3166-1 nor that of an organization', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    circulated(folder, 'one')
  })

  it.each([
    [
      'AR',
      /^annex: AR is neither the code of a State in ISO 3166-1 nor that of an organization in the register; did you mean ARG\?\n$/,
    ],
    ['ZZZ', /^annex: ZZZ is neither/],
    ['FRE', /^annex: FRE is neither .*; did you mean .*FRA/],
    ['XAA', /^annex: XAA is neither/],
    ['TUNISIA', /did you mean TUN\?\n$/],
  ])('is refused by party add, with the nearest: %s', (code, says) => {
    const main = git(folder, 'rev-parse', 'main')
    expect(annex(folder, 'party', 'add', code, ...DATA)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(says),
    })
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
  })

  it('is refused among the members of an organization', () => {
    expect(annex(folder, 'party', 'add', 'REIO', ...DATA, '--members', 'FRA,FRE').stderr).toMatch(
      /^annex: FRE is neither/,
    )
  })

  it.each([
    [
      'parties.csv',
      'code,name,instrument,deposited\nTUN,Tunisia,accession,2020-01-01\nFRE,France,accession,2020-01-01\n',
      3,
      1,
    ],
    [
      'parties.yaml',
      'parties:\n  - {code: TUN, instrument: accession, deposited: 2020-01-01}\n  - {code: AR, instrument: accession, deposited: 2020-01-01}\n',
      3,
      12,
    ],
  ])('is a finding at its place when %s is imported, and nothing is written', (name, text, line, column) => {
    const file = join(newFolder(), name)
    writeFileSync(file, text)
    const main = git(folder, 'rev-parse', 'main')
    expect(annexJson(folder, 'party', 'import', file)).toMatchObject({
      status: 1,
      json: { commit: null, findings: [{ rule: 'law/party-code', level: 'error', line, column }] },
    })
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
  })

  it('is refused in an event, its list of votes too, and in a declaration', () => {
    const record = ['proposal', 'record', 'one']
    const objection = annex(folder, ...record, 'objection', '--party', 'BRE', '--on', '2021-02-01', '--force')
    expect(objection).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^annex: BRE is neither .*; did you mean BRA/),
    })
    const vote = annex(folder, ...record, 'conference-vote', '--on', '2021-03-01', '--in-favour', 'FRA,FRE', '--force')
    expect(vote).toMatchObject({ status: 2, stderr: expect.stringMatching(/^annex: FRE is neither/) })
    expect(annex(folder, 'party', 'declare', 'FRE', 'hague-1970', '--on', '2020-03-01').stderr).toMatch(
      /^annex: FRE is not in the register of Parties; did you mean .*FRA.*\? annex party list shows the codes\n$/,
    )
  })

  it('is an error of annex validate where it was written by hand', () => {
    const broken = copied(folder)
    const text = readFileSync(join(broken, PARTIES), 'utf8')
    writeFileSync(join(broken, PARTIES), text.replace('code: FRA', 'code: FRE'))
    const { status, json } = annexJson(broken, 'validate')
    expect(status).toBe(1)
    expect((json as { findings: object[] }).findings).toContainEqual(
      expect.objectContaining({
        rule: 'law/party-code',
        level: 'error',
        file: PARTIES,
        hint: expect.stringContaining('FRA'),
      }),
    )
  })

  it('is accepted for an organization with its members, and the day signed is kept', () => {
    const other = copied(folder)
    annexDone(other, 'party', 'add', 'REIO', ...DATA, '--members', 'FRA,DEU')
    annexDone(other, 'party', 'add', 'TUN', ...DATA, '--signed', '2019-05-01')
    expect(readFileSync(join(other, PARTIES), 'utf8')).toMatch(
      /code: TUN, name: X, signed: 2019-05-01, instrument: accession/,
    )
    expect(annexJson(other, 'verify')).toMatchObject({ status: 0, json: { findings: [] } })
  })
})

it('a vote of somebody who is no Party is refused, and filed with --force', () => {
  const folder = exerciseRepository()
  const basis = ['--basis', '70.2', '--document', 'annex-1', '--by', 'secretariat', '--title', 'A change']
  annexDone(folder, 'proposal', 'new', 'two', ...basis, '--statement', 'Directly related to international crime.')
  annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', 'Other words')
  annexDone(folder, 'proposal', 'commit', '-m', 'Draft it')
  annexDone(folder, 'proposal', 'submit', 'two', '--on', '2021-01-15', '--ref', 'X')
  const vote = ['proposal', 'record', 'two', 'conference-vote', '--on', '2021-03-01', '--in-favour', 'FRA,TUN']
  const { status, json } = annexJson(folder, ...vote)
  expect({ status, json }).toMatchObject({ status: 1, json: { commit: null } })
  expect((json as { findings: object[] }).findings).toContainEqual(
    expect.objectContaining({ rule: 'law/vote-by-party', level: 'error' }),
  )
  expect(annex(folder, ...vote, '--force').stdout).toContain('Recorded on main')
})
