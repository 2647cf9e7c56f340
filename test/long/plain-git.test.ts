import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, exerciseRepository, git } from '../scenarios/annex.ts'

const REWORD = ['entry', 'reword', 'annex-1']
const HOSTAGES = 'International Convention against the Taking of Hostages (New York, 17 December 1979)'

describe('plain git, in a clone that git-setup prepared', () => {
  let folder: string

  beforeEach(() => {
    folder = exerciseRepository()
    annexDone(folder, 'git-setup')
  })

  const onBranch = (name: string, ...edit: string[]) => {
    git(folder, 'switch', '-q', '-c', name, 'main')
    annexDone(folder, ...edit)
    git(folder, 'commit', '-q', '-a', '-m', name)
  }

  it('merges two additions at the same place', () => {
    onBranch('one', 'entry', 'add', 'annex-1', 'alpha-2001', '--text', 'Alpha Convention (2001)')
    onBranch('two', 'entry', 'add', 'annex-1', 'beta-2002', '--text', 'Beta Convention (2002)')
    git(folder, 'merge', '-q', '--no-edit', 'one')
    const merged = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
    expect(merged).toContain('id: alpha-2001')
    expect(merged).toContain('id: beta-2002')
    expect(annex(folder, 'validate').status).toBe(0)
    expect(annex(folder, 'fmt', '--check').status).toBe(0)
  })

  it('merges a rewording with a renumbering of one entry in a rebase', () => {
    onBranch('one', ...REWORD, 'new-york-1979', '--text', HOSTAGES)
    onBranch('two', 'entry', 'renumber', 'annex-1', 'new-york-1979', '--number', '5.1')
    git(folder, 'rebase', '-q', 'one')
    const merged = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
    expect(merged).toContain(HOSTAGES)
    expect(merged).toContain('"5.1"')
  })

  it('marks a real conflict, so that the text is not valid', () => {
    onBranch('one', ...REWORD, 'hague-1970', '--text', 'One text')
    onBranch('two', ...REWORD, 'hague-1970', '--text', 'Another text')
    const { status, stdout } = spawnSync('git', ['merge', '--no-edit', 'one'], { cwd: folder, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stdout).toContain('hague-1970, title')
    const marked = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
    // The whole entry is on each side.
    expect(marked).toMatch(/\n<<<<<<< .*\n {2}- id: hague-1970\n/)
    expect(marked).toMatch(/\n=======\n {2}- id: hague-1970\n/)
    const [, ours = '', theirs = ''] = /<<<<<<< .*\n([\s\S]*?)=======\n([\s\S]*?)>>>>>>> /.exec(marked) ?? []
    expect(ours).toContain('Another text')
    expect(theirs).toContain('One text')
    expect(annex(folder, 'validate').status).toBe(1)
  })

  it('shows a difference by entry and field', () => {
    annexDone(folder, ...REWORD, 'hague-1970', '--text', 'Another text')
    expect(git(folder, 'diff')).toContain('+hague-1970 title en: Another text')
  })
})
