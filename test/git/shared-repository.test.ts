import { spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSharing, sharedMode } from '../../src/git/disk/sharing.ts'
import { CLERK, exerciseRepository, home } from '../scenarios/annex.ts'
import { emptyFolder, git } from './fixture.ts'

const FOLDER = 0o040700
const VALUES = [
  'group',
  'true',
  '1',
  'all',
  'world',
  'everybody',
  '2',
  '0640',
  '0660',
  '0600',
  '0664',
  'umask',
  'false',
  '0',
]

/** The modes of what git makes for one commit by a person with a private umask. */
function modesByGit(sharing: string): Record<string, string> {
  const folder = emptyFolder()
  chmodSync(folder, 0o755)
  const run = (words: string) => spawnSync('sh', ['-c', `umask 077; ${words}`], { cwd: folder, env: process.env })
  run(
    `git init -q -b main . && git config core.sharedRepository ${sharing} && echo a > a && git add a && git commit -q -m a`,
  )
  const id = git(folder, 'rev-parse', 'HEAD')
  const object = `objects/${id.slice(0, 2)}/${id.slice(2)}`
  const paths = {
    folder: `objects/${id.slice(0, 2)}`,
    object,
    ref: 'refs/heads/main',
    index: 'index',
    reflog: 'logs/refs/heads/main',
  }
  return Object.fromEntries(Object.entries(paths).map(([kind, path]) => [kind, modeOf(join(folder, '.git', path))]))
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8)
}

describe('core.sharedRepository', () => {
  it.each(VALUES)('gives what is created the modes that git gives: %s', (value) => {
    const sharing = parseSharing(value)
    const mode = (created: number) => {
      const shared = sharing === null ? created : sharedMode(created, sharing)
      return (shared & 0o7777).toString(8)
    }
    const ours = {
      folder: mode(FOLDER),
      object: mode(0o100400),
      ref: mode(0o100600),
      index: mode(0o100600),
      reflog: mode(0o100600),
    }
    expect(ours).toEqual(modesByGit(value))
  })

  it.each(['nonsense', '0444', '999', ''])('has no effect with a value that git does not take: %s', (value) => {
    expect(parseSharing(value)).toBeNull()
  })

  it('is honoured by a process with a private umask, for files and folders', () => {
    const folder = exerciseRepository()
    git(folder, 'switch', '-q', 'main')
    git(folder, 'config', 'core.sharedRepository', 'group')
    const command = `umask 077; exec "${process.execPath}" "${join(home, 'bin/run.js')}" party denounce BRA --on 2022-01-01`
    const { status, stderr } = spawnSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...CLERK },
    })
    expect([status, stderr]).toEqual([0, ''])
    const id = git(folder, 'rev-parse', 'main')
    const at = (path: string) => modeOf(join(folder, '.git', path))
    expect(at(`objects/${id.slice(0, 2)}/${id.slice(2)}`)).toBe('440')
    // As in git, a file that is replaced keeps its permissions and gets those of the group.
    expect(at('refs/heads/main')).toMatch(/^66[04]$/)
    expect(at('index')).toMatch(/^66[04]$/)
    expect(at(`objects/${id.slice(0, 2)}`)).toMatch(/^(2770|755)$/)
  })
})
