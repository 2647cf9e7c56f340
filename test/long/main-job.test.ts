import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from '../scenarios/annex.ts'

const OBJECTING = ['ARG', 'BRA', 'CHL', 'CIV', 'CRI', 'EGY', 'GHA', 'IDN', 'IND', 'KEN', 'MEX']

const BUDAPEST = [
  ...['entry', 'add', 'annex-1', 'budapest-2001'],
  ...['--text', 'Convention on Cybercrime (Budapest, 23 November 2001)'],
  ...['--done-at', 'Budapest', '--done-on', '2001-11-23', '--scope', 'regional'],
]

describe('an addition to Annex 1, from draft to edition', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    annexDone(
      ...([
        folder,
        'proposal',
        'new',
        'add-budapest',
        '--basis',
        '70.1',
        '--document',
        'annex-1',
        '--by',
        'FRA',
      ] as const),
      ...[
        '--title',
        'Addition of the Convention on Cybercrime',
        '--statement',
        'Its offences are directly related to international crime.',
      ],
    )
  })

  it('refuses an instrument for which no entry into force is recorded, at the line where it stands', () => {
    annexDone(folder, ...BUDAPEST)
    const { status, json } = annexJson(folder, 'proposal', 'check', 'add-budapest', '--as-of', '2021-01-15')
    expect(status).toBe(1)
    expect(json).toMatchObject({
      findings: [
        {
          level: 'error',
          cite: '70(3)',
          file: 'annexes/annex-1.yaml',
          line: expect.any(Number),
          column: expect.any(Number),
        },
      ],
    })
    annexDone(folder, 'entry', 'remove', 'annex-1', 'budapest-2001')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('passes it once its entry into force is recorded', () => {
    annexDone(folder, ...BUDAPEST, '--in-force', '2004-07-01')
    annexDone(folder, 'proposal', 'check', 'add-budapest', '--as-of', '2021-01-15')
    annexDone(folder, 'proposal', 'commit', '-m', 'Add the Convention on Cybercrime')
  })

  it('shows what is added', () => {
    const { json } = annexJson(folder, 'proposal', 'diff', 'add-budapest')
    expect(json).toMatchObject({
      summary: { added: 1, removed: 0, renamed: 0, moved: 0, renumbered: 0, reworded: 0, facts: 0 },
      changes: [{ document: 'annex-1', entry: 'budapest-2001', kind: 'added', after: { number: '16' } }],
    })
  })

  it('enters into force when less than one third objects', () => {
    annexDone(folder, 'proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'X-1')
    for (const party of OBJECTING) {
      annexDone(
        folder,
        'proposal',
        'record',
        'add-budapest',
        'objection',
        '--party',
        party,
        '--on',
        '2021-02-03',
        '--ref',
        `X-${party}`,
      )
    }
    const on = (day: string) => annexJson(folder, 'proposal', 'status', 'add-budapest', '--as-of', day).json
    expect(on('2021-07-15')).toMatchObject({
      status: 'circulated',
      deadline: '2021-07-15',
      objections: 11,
      blocksAt: 12,
      parties: {},
    })
    expect(on('2021-07-16')).toMatchObject({ status: 'awaiting-entry', ratifying: 36 })
    expect(on('2021-08-13')).toMatchObject({ status: 'awaiting-entry' })
    expect(on('2021-08-14')).toMatchObject({
      status: 'in-force',
      parties: { FRA: { boundFrom: '2021-08-14', because: ['70(5)'] }, BRA: { boundFrom: null } },
    })
  })

  it('refuses adoption while the period runs', () => {
    const { status, stderr } = annex(folder, 'proposal', 'adopt', 'add-budapest', '--as-of', '2021-07-15')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^annex: "add-budapest" is circulated on 2021-07-15.*\n$/)
  })

  it('is merged and tagged, and git fsck accepts the repository', () => {
    annexDone(folder, 'proposal', 'adopt', 'add-budapest', '--as-of', '2021-08-14')
    expect(git(folder, 'tag', '--list')).toContain('annex-1/v2')
    expect(git(folder, 'rev-list', '--merges', '--count', 'main').trim()).toBe('1')
    expect(git(folder, 'rev-parse', 'annex-1/v2^2')).toBe(git(folder, 'rev-parse', 'proposal/add-budapest'))
    git(folder, 'fsck', '--strict')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('is checked as it was sent, although main has it now', () => {
    annexDone(folder, 'proposal', 'check', 'add-budapest', '--as-of', '2021-08-14')
  })

  it('binds a Party that did not object, and not one that objected', () => {
    const shown = (code: string) => annexJson(folder, 'show', 'annex-1', '--for', code, '--as-of', '2021-08-14').json
    expect(shown('FRA')).toHaveProperty('entries.length', 17)
    expect(shown('BRA')).toHaveProperty('entries.length', 16)
  })

  it('is in the changelog', () => {
    const changelog = annexDone(folder, 'changelog', '--as-of', '2021-08-14')
    expect(changelog).toContain('annex-1/v2')
    expect(changelog).toContain('Convention on Cybercrime (Budapest, 23 November 2001)')
  })
})
