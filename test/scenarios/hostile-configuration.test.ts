import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { annex } from './annex.ts'
import { type HostileRepository, hostileRepository, OWN_FOLDERS } from './hostile-repository.ts'

const READING = [
  ['verify'],
  ['validate'],
  ['validate', '--format', 'sarif'],
  ['show', 'annex-1'],
  ['show', 'annex-1', '--for', 'FRA', '--as-of', '2021-09-01'],
  ['show', 'annex-1', '--at', 'annex-1/v1'],
  ['log'],
  ['log', 'hague-1970'],
  ['diff', 'annex-1/v1', 'main'],
  ['diff'],
  ['fmt', '--check'],
  ['proposal', 'list'],
  ['proposal', 'show', 'add-budapest'],
  ['proposal', 'status', 'add-budapest'],
  ['proposal', 'check', 'add-budapest'],
  ['proposal', 'diff', 'add-budapest'],
  ['proposal', 'conflicts'],
  ['explain', 'annex-1', 'hague-1970', '--for', 'FRA'],
  ['deadlines', '--ics'],
  ['changelog'],
  ['party', 'list'],
  ['readings'],
  ['rules'],
  ['export', 'annex-1', '--format', 'skos'],
]

describe('a repository that names programs in its own configuration, hooks, attributes and folders', () => {
  let hostile: HostileRepository
  const safePath = process.env.PATH

  beforeAll(() => {
    hostile = hostileRepository()
  })

  afterEach(() => vi.unstubAllEnvs())

  it('has traps that work: git runs some of them', () => {
    spawnSync('git', ['status'], { cwd: hostile.folder })
    expect(hostile.haveRun()).toContain('core.fsmonitor')
  })

  it.each(READING.map((words) => [words.join(' '), words] as const))('runs none of them: %s', (_, words) => {
    // A user's PATH may lead into the repository, by a relative folder or because npm puts one there.
    const own = ['', ...OWN_FOLDERS, ...OWN_FOLDERS.map((name) => join(hostile.folder, name))]
    vi.stubEnv('PATH', [...own, safePath].join(delimiter))
    const { status, stderr } = annex(hostile.folder, ...words)
    expect({ status, stderr }).toEqual({ status: expect.toBeOneOf([0, 1]), stderr: '' })
    expect(hostile.haveRun()).toEqual([])
  })

  it('decides nothing about signatures: verify says that the forged one is bad', () => {
    const { stdout } = annex(hostile.folder, 'verify')
    expect(stdout).toMatch(/has an invalid signature/)
  })
})
