import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexDone, annexJson, CLERK, exerciseRepository, git, home } from './annex.ts'

/** Runs the program beside others; gives its exit code. */
function clerk(folder: string, ...words: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(home, 'bin/run.js'), ...words], {
    cwd: folder,
    env: { ...process.env, ...CLERK },
    stdio: 'ignore',
  })
  return new Promise((done) => child.on('close', done))
}

const objection = (party: string) => ['proposal', 'record', 'add', 'objection', '--party', party, '--on', '2021-02-01']

describe('clerks at work at the same time', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    const opened = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'An addition']
    annexDone(folder, 'proposal', 'new', 'add', ...opened, '--statement', 'Directly related to international crime.')
    const facts = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...facts)
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'circulate', 'add', '--on', '2021-01-15', '--ref', 'X-1')
  })

  it('four objections of four Parties are all filed', async () => {
    const codes = await Promise.all(['BRA', 'CHL', 'IND', 'KEN'].map((party) => clerk(folder, ...objection(party))))
    expect(codes).toEqual([0, 0, 0, 0])
    const { json } = annexJson(folder, 'proposal', 'status', 'add', '--as-of', '2021-03-01')
    expect(json).toMatchObject({ objections: 4 })
  })

  it('one objection filed twice at once is filed once', async () => {
    const codes = await Promise.all([clerk(folder, ...objection('PER')), clerk(folder, ...objection('PER'))])
    expect(codes).toEqual([0, 0])
    const filed = git(folder, 'ls-tree', '-r', '--name-only', 'main', 'annexes/proposals/add/events/')
    expect(filed.match(/objection-PER/g)).toHaveLength(1)
    git(folder, 'fsck', '--strict')
  })

  it('eight Parties added by eight clerks are all in the register, and one added twice is there once', async () => {
    const codes = ['AND', 'LIE', 'MCO', 'NRU', 'PLW', 'SMR', 'TUV', 'TUV']
    const entered = (code: string) =>
      clerk(folder, 'party', 'add', code, '--name', code, '--instrument', 'accession', '--deposited', '2020-01-01')
    expect(await Promise.all(codes.map(entered))).toEqual(codes.map(() => 0))
    const register = git(folder, 'show', 'main:annexes/register/parties.yaml')
    expect(register.match(/(?<=code: )(AND|LIE|MCO|NRU|PLW|SMR|TUV)/g)?.sort()).toEqual([...new Set(codes)])
  })

  it('denunciations of four Parties are all recorded', async () => {
    const codes = ['FRA', 'DEU', 'JPN', 'MEX']
    const denounced = (code: string) => clerk(folder, 'party', 'denounce', code, '--on', '2022-01-01')
    expect(await Promise.all(codes.map(denounced))).toEqual([0, 0, 0, 0])
    const register = git(folder, 'show', 'main:annexes/register/parties.yaml')
    expect(register.match(/denounced: 2022-01-01/g)).toHaveLength(4)
  })
})
