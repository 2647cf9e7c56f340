import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git, newFolder } from './annex.ts'

describe('the register, when Parties declare and denounce', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
  })

  it('records a declaration made on deposit, excludes the treaty, and ends it when the treaty enters into force', () => {
    annexDone(folder, 'party', 'declare', 'FRA', 'hague-1970', '--on', '2017-06-22', '--ref', 'C.N.1')
    const excluded = (day: string) => annexJson(folder, 'show', 'annex-1', '--for', 'FRA', '--as-of', day).json
    expect(excluded('2020-01-01')).toMatchObject({ excluded: [{ treaty: 'hague-1970' }] })
    annexDone(folder, 'party', 'declare', 'FRA', 'hague-1970', '--on', '2021-01-01', '--entered-into-force')
    expect(excluded('2021-01-01')).toMatchObject({ excluded: [] })
  })

  it('refuses a declaration that the law gives no effect, and writes nothing', () => {
    const before = git(folder, 'rev-parse', 'main')
    const { status, json } = annexJson(folder, 'party', 'declare', 'FRA', 'montreal-1971', '--on', '2022-03-01')
    expect(status).toBe(1)
    expect(json).toMatchObject({ commit: null, findings: [{ rule: 'law/declaration-on-deposit', cite: '17(2)' }] })
    expect(git(folder, 'rev-parse', 'main')).toBe(before)
  })

  it('records with --force what has no effect in law, marks it, and validate still passes', () => {
    const late = ['party', 'declare', 'FRA', 'montreal-1971', '--on', '2022-03-01']
    const { json } = annexJson(folder, ...late, '--force')
    const mark = {
      treaty: 'montreal-1971',
      withoutEffect: expect.stringContaining('must declare on the day of its deposit'),
    }
    expect(json).toMatchObject({
      commit: expect.any(String),
      party: { declarations: expect.arrayContaining([expect.objectContaining(mark)]) },
    })
    expect(annexJson(folder, 'validate').json).toMatchObject({ summary: { errors: 0, warnings: 0 } })
    const { json: shown } = annexJson(folder, 'show', 'annex-1', '--for', 'FRA', '--as-of', '2022-06-01')
    expect(shown).toMatchObject({ excluded: [] })
    expect(annexJson(folder, ...late, '--force')).toMatchObject({
      status: 1,
      json: { findings: [{ rule: 'law/declaration-once' }, {}] },
    })
  })

  it('imports identical records without a change, and refuses different ones', () => {
    const list = join(folder, '../list.csv')
    const importing = (...rows: string[]) => {
      writeFileSync(list, ['code,name,instrument,deposited', ...rows, ''].join('\n'))
      return annex(folder, 'party', 'import', list)
    }
    expect(importing('DEU,Germany,approval,2017-05-15')).toMatchObject({ status: 0 })
    expect(importing('DEU,Deutschland,approval,2017-05-15')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('already has DEU, approval deposited 2017-05-15, with another name;'),
    })
    expect(importing('TUN,A,ratification,2018-01-01', 'TUN,A,accession,2018-01-02')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('TUN has two instruments at the same time'),
    })
    expect(annexDone(folder, 'party', 'list', '--as-of', '2022-01-01')).not.toContain('TUN')
  })

  it('records a denunciation once, and says when it takes effect', () => {
    expect(annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2023-01-01')).toContain('2024-01-01 (71(1))')
    expect(annex(folder, 'party', 'denounce', 'BRA', '--on', '2023-02-01')).toMatchObject({ status: 2, stdout: '' })
    expect(annexDone(folder, 'deadlines', '--as-of', '2023-06-01')).toMatch(
      /2024-01-01 +BRA ceases to be a Party +71\(1\)/,
    )
  })
})

describe('a record made in a shallow clone', () => {
  it('is made, with a note that it cannot be shared before --unshallow', () => {
    const origin = exerciseRepository()
    git(origin, 'switch', '-q', '--detach')
    const folder = join(newFolder(), 'clone')
    git(origin, 'clone', '-q', '--depth=1', '--branch=main', `file://${origin}`, folder)
    const denounce = (code: string) => annexDone(folder, 'party', 'denounce', code, '--on', '2023-01-01')
    expect(denounce('BRA')).toMatch(
      /^Recorded on main: .*\nThis clone is shallow: run git fetch --unshallow before .*\.\n$/,
    )
    expect(annexDone(folder, 'party', 'denounce', 'FRA', '--on', '2023-01-01', '--json')).not.toContain('shallow')
    expect(annex(folder, 'sync').status).toBe(2)
    git(folder, 'fetch', '-q', '--unshallow')
    annexDone(folder, 'sync')
    expect(denounce('KEN')).not.toContain('shallow')
    expect(git(origin, 'log', '-1', '--format=%s', 'main')).toContain('FRA')
  })
})
