import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annexDone, exerciseRepository, newRepository } from './annex.ts'
import { annexUnprivileged, gitUnprivileged, giveAway, isSuperuser, mayRun } from './unprivileged.ts'

const ANNEX = 'annexes/annex-1.yaml'

describe.runIf(mayRun)('when the folder of the documents is read-only', () => {
  const folder = giveAway(newRepository())
  const before = readFileSync(join(folder, ANNEX), 'utf8')
  chmodSync(join(folder, 'annexes'), 0o555)

  it.each([
    ['entry add', ['entry', 'add', 'annex-1', 'zz', '--text', 'Z']],
    ['entry remove', ['entry', 'remove', 'annex-1', 'hague-1970']],
    ['entry add --json', ['entry', 'add', 'annex-1', 'zz', '--text', 'Z', '--json']],
  ])('%s stops with one line and does not claim success', (_, words) => {
    const { status, stdout, stderr } = annexUnprivileged(folder, ...words)
    expect(stderr).toMatch(/^annex: .*annexes\/annex-1\.yaml: access is not permitted; .*\n$/)
    expect(status).toBe(2)
    if (words.includes('--json')) expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'storage' } })
    else expect(stdout).toBe('')
    expect(readFileSync(join(folder, ANNEX), 'utf8')).toBe(before)
  })

  it('fmt and merge-driver do the same', () => {
    const other = giveAway(newRepository())
    const text = readFileSync(join(other, ANNEX), 'utf8').replace('title:', 'title:  ')
    for (const name of ['ours', 'base', 'theirs']) copyFileSync(join(other, ANNEX), join(other, `annexes/${name}.yaml`))
    giveAway(other)
    chmodSync(join(other, ANNEX), 0o644)
    writeFileSync(join(other, ANNEX), text)
    chmodSync(join(other, 'annexes'), 0o555)
    const sides = ['base', 'ours', 'theirs'].map((name) => `annexes/${name}.yaml`)
    for (const words of [
      ['fmt', ANNEX],
      ['merge-driver', ...sides, ANNEX],
    ]) {
      const { status, stdout, stderr } = annexUnprivileged(other, ...words)
      expect(stderr).toMatch(/^annex: .*access is not permitted; .*\n$/)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    }
  })

  it('an edit keeps the permissions of the file', () => {
    const other = giveAway(newRepository())
    chmodSync(join(other, ANNEX), 0o664)
    expect(annexUnprivileged(other, 'entry', 'add', 'annex-1', 'zz', '--text', 'Z').status).toBe(0)
    expect(statSync(join(other, ANNEX)).mode & 0o777).toBe(0o664)
  })
})

describe.runIf(mayRun)('a file that the command line names', () => {
  it(`is reported in plain words, whatever the system's error is`, () => {
    const folder = newRepository()
    mkdirSync(join(folder, 'shut'), { mode: 0o555 })
    giveAway(folder)
    const diff = (...words: string[]) => annexUnprivileged(folder, 'diff', 'annex-1/v1', 'main', ...words).stderr
    expect(diff('-o', 'shut/x.txt')).toBe(
      'annex: shut/x.txt: access is not permitted; ask its owner for permission, or name another file\n',
    )
    expect(diff('-o', 'none/x.txt')).toBe('annex: folder none not found; check the path\n')
    expect(diff('-o', 'README.md/x.txt')).toBe('annex: folder README.md not found; check the path\n')
    expect(diff('--format=docx', '--output=shut')).toBe('annex: shut is a folder; name a file in it\n')
    expect(annexUnprivileged(folder, 'init', 'shut/new').stderr).toMatch(
      /^annex: .*shut\/new cannot be created: access is not permitted; choose a folder that you may write to\n$/,
    )
    expect(annexUnprivileged(folder, 'textconv', 'none.yaml').stderr).toBe(
      'annex: file none.yaml not found; check the path\n',
    )
  })
})

describe.runIf(mayRun)('a record whose files cannot be written to the work tree', () => {
  const OBJECTION = ['proposal', 'record', 'add', 'objection', '--party', 'BRA', '--on', '2021-02-03', '--ref', 'X-2']
  const state = (folder: string) =>
    ['log', 'status'].map((word) => gitUnprivileged(folder, word, ...(word === 'log' ? ['-1'] : ['-s'])).stdout).join()

  it('is refused before main moves, and the read-only folder is named', () => {
    const folder = exerciseRepository()
    const opened = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'An addition']
    annexDone(folder, 'proposal', 'new', 'add', ...opened, '--statement', 'Directly related to international crime.')
    const facts = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...facts)
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'circulate', 'add', '--on', '2021-01-15', '--ref', 'X-1')
    giveAway(folder)
    gitUnprivileged(folder, 'switch', 'main')
    const events = join(folder, 'annexes/proposals/add/events')
    chmodSync(events, 0o555)
    const before = state(folder)
    const { status, stdout, stderr } = annexUnprivileged(folder, ...OBJECTION)
    expect(stderr).toMatch(/^annex: .*annexes\/proposals\/add\/events: access is not permitted; .*\n$/)
    expect({ status, stdout, state: state(folder) }).toEqual({ status: 2, stdout: '', state: before })
    chmodSync(events, 0o755)
    expect(annexUnprivileged(folder, ...OBJECTION)).toMatchObject({ status: 0, stderr: '' })
    expect(gitUnprivileged(folder, 'status', '-s').stdout).toBe('')
  })

  // In a folder that everybody may write (as /tmp), a file of another can still not be replaced: no question tells it before.
  it.runIf(isSuperuser)('is reported as made when main has moved, and the next command updates the files', () => {
    const folder = giveAway(exerciseRepository())
    const register = join(folder, 'annexes/register')
    for (const path of [register, join(register, 'parties.yaml')]) chownSync(path, 0, 0)
    chmodSync(register, 0o1777)
    const add = ['party', 'add', 'TUN', '--name', 'Tunisia', '--instrument', 'accession', '--deposited', '2020-01-01']
    const { status, stdout, stderr } = annexUnprivileged(folder, ...add)
    expect(stderr).toMatch(
      /^annex: main is at [0-9a-f]{12} now, but its files could not be updated \(.*annexes\/register: access is not permitted\); .*\n$/,
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Recorded on main: TUN (1 Party).\n' })
    expect(gitUnprivileged(folder, 'log', '-1', '--format=%s').stdout).toContain('TUN')
    expect(annexUnprivileged(folder, 'party', 'list', '--as-of', '2020-01-01').stdout).toContain('TUN')
    giveAway(folder)
    expect(annexUnprivileged(folder, 'show', 'annex-1').status).toBe(0)
    expect(gitUnprivileged(folder, 'status', '-s').stdout).toBe('')
    expect(annexUnprivileged(folder, ...add).stdout).toMatch(/already/)
  })
})
