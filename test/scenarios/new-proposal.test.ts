import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annex, annexDone, CLERK, git, home, newRepository } from './annex.ts'

const NEW = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'An addition']

describe('annex proposal new', () => {
  it('creates the branch with its first commit, in one step', () => {
    const folder = newRepository()
    annexDone(folder, 'proposal', 'new', 'add', ...NEW)
    expect(git(folder, 'reflog', 'show', '--format=%gs', 'proposal/add')).toBe('commit: Draft proposal add\n')
    expect(git(folder, 'rev-parse', 'proposal/add^')).toBe(git(folder, 'rev-parse', 'main'))
    expect(git(folder, 'status', '--porcelain', '-b')).toBe('## proposal/add\n')
  })

  it('leaves a complete draft to work on when it is killed as soon as the branch exists', async () => {
    const folder = newRepository()
    const words = [join(home, 'bin/run.js'), 'proposal', 'new', 'add', ...NEW]
    const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, ...CLERK }, stdio: 'ignore' })
    const ended = new Promise((done) => child.on('close', done))
    while (!existsSync(join(folder, '.git/refs/heads/proposal/add'))) await new Promise(setImmediate)
    child.kill('SIGKILL')
    await ended
    expect(annexDone(folder, 'proposal', 'list')).toContain('add')
    expect(git(folder, 'show', 'proposal/add:annexes/proposals/add/proposal.yaml')).toContain('proposal: add')
    expect(annex(folder, 'proposal', 'new', 'add', ...NEW)).toMatchObject({
      status: 2,
      stderr:
        'annex: the branch proposal/add already has a draft; switch to it (git switch proposal/add), or choose another id\n',
    })
  })

  it('tells an empty branch, as interrupted commands used to leave it, from one that holds other work', () => {
    const folder = newRepository()
    git(folder, 'switch', '-q', '-c', 'proposal/add')
    const { stderr } = annex(folder, 'proposal', 'new', 'add', ...NEW)
    expect(stderr).toMatch(/is empty.*\(git switch main && git branch -d proposal\/add\)/)
    git(folder, 'switch', '-q', 'main')
    expect(annex(folder, 'proposal', 'new', 'add', ...NEW).stderr).toMatch(/is empty.*\(git branch -d proposal\/add\)/)
    git(folder, 'branch', '-d', 'proposal/add')
    annexDone(folder, 'proposal', 'new', 'add', ...NEW)
    git(folder, 'rm', '-rq', 'annexes/proposals')
    git(folder, 'commit', '-qm', 'Other work')
    expect(annex(folder, 'proposal', 'new', 'add', ...NEW).stderr).toMatch(/already exists and has no proposal/)
  })

  it('creates no branch where uncommitted work would be overwritten', () => {
    const folder = newRepository()
    git(folder, 'switch', '-q', '-c', 'other')
    git(folder, 'rm', '-q', 'README.md')
    git(folder, 'commit', '-qm', 'Without it')
    annexDone(folder, 'entry', 'add', 'annex-1', 'zz', '--text', 'Z')
    git(folder, 'commit', '-qam', 'Other words')
    annexDone(folder, 'entry', 'remove', 'annex-1', 'zz')
    annexDone(folder, 'entry', 'add', 'annex-1', 'yy', '--text', 'Y')
    expect(annex(folder, 'proposal', 'new', 'add', ...NEW).stderr).toMatch(
      /would be overwritten: annexes\/annex-1\.yaml/,
    )
    expect(git(folder, 'branch', '--list', 'proposal/*')).toBe('')
  })
})
