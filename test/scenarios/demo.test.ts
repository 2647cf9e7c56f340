import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { git, home, newFolder } from './annex.ts'

describe('the demo, with no git binary on the PATH', () => {
  let output: string
  let folder: string

  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'demo/run.js')], {
      encoding: 'utf8',
      env: { ...process.env, PATH: newFolder(), TMPDIR: newFolder() },
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    output = stdout
    folder = /The repository is left in (.+)/.exec(output)?.[1] ?? ''
  }, 240_000)

  it('says that it is an exercise', () => expect(output).toMatch(/^This is an exercise\./))

  it('leaves a repository that git fsck accepts, with nothing uncommitted', () => {
    git(folder, 'fsck', '--strict')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('leaves the branch, the merge and the tag for plain git to show', () => {
    expect(git(folder, 'branch', '--list')).toMatch(
      /proposal\/add-budapest[\s\S]*main|main[\s\S]*proposal\/add-budapest/,
    )
    expect(git(folder, 'cat-file', '-t', 'annex-1/v2').trim()).toBe('tag')
    expect(git(folder, 'log', '--merges', '--format=%s', 'main').trim()).toBe(
      'Record proposal add-budapest as adopted: annex-1/v2',
    )
    expect(git(folder, 'diff', '--stat', 'annex-1/v1', 'annex-1/v2', '--', 'annexes/annex-1.yaml')).toContain(
      '1 file changed',
    )
  })
})
