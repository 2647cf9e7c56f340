import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { annex, annexBesideWith, git, home, newFolder } from './annex.ts'
import { type HostileRepository, hostileRepository, OWN_FOLDERS, PROGRAMS } from './hostile-repository.ts'
import { serverThatAsks } from './server-that-asks.ts'

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

describe('annex sync in such a repository', () => {
  let hostile: HostileRepository
  const remote = (url: string) => spawnSync('git', ['config', 'remote.origin.url', url], { cwd: hostile.folder })

  beforeAll(() => {
    hostile = hostileRepository()
  })

  it('refuses a remote that would run a program', () => {
    const { status, stderr } = annex(hostile.folder, 'sync')
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/address that is not allowed/) })
    expect(hostile.haveRun()).toEqual([])
  })

  it('pushes to a folder without the hooks, the settings and the aliases of the repository', () => {
    const server = join(newFolder(), 'server.git')
    git(newFolder(), 'init', '--quiet', '--bare', '--initial-branch', 'main', server)
    remote(server)
    // An address is rewritten once: what it becomes is not rewritten again, into one that runs a program.
    const rewritten = `url.ext::${join(hostile.folder, 'bin', 'git')}.insteadOf`
    spawnSync('git', ['config', rewritten, server.slice(0, 5)], { cwd: hostile.folder })
    spawnSync('git', ['config', `url.${server}.insteadOf`, 'office:'], { cwd: hostile.folder })
    remote('office:')
    const { status, stderr } = annex(hostile.folder, 'sync')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(git(server, 'rev-parse', 'main')).toBe(git(hostile.folder, 'rev-parse', 'main'))
    expect(hostile.haveRun()).toEqual([])
  })

  it('names the ssh command that it does not run', () => {
    remote('ssh://git@treaty.example/annexes.git')
    const { status, stderr } = annex(hostile.folder, 'sync')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^annex: .* core\.sshcommand, .*\n$/),
    })
    expect(hostile.haveRun()).toEqual([])
  })

  it('names the credential helper that it does not ask, until safe.directory lists the repository', async () => {
    const server = await serverThatAsks(0)
    const own = join(newFolder(), 'gitconfig')
    writeFileSync(own, '')
    const sync = () => annexBesideWith({ GIT_CONFIG_GLOBAL: own, GIT_CONFIG_NOSYSTEM: '1' }, hostile.folder, 'sync')
    try {
      remote(server.address)
      const refused = await sync()
      expect(refused).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^annex: .* credential\.helper, .*\n$/),
      })
      expect(hostile.haveRun()).toEqual([])
      writeFileSync(own, `[safe]\n\tdirectory = ${hostile.folder}\n`)
      expect(await sync()).toMatchObject({ status: 2, stderr: expect.stringMatching(/requires authentication/) })
      expect(hostile.haveRun()).toEqual(['credential.helper'])
    } finally {
      server.close()
    }
  })
})

describe('docs/trust.md', () => {
  it('says of each setting with a trap what happens', () => {
    const page = readFileSync(join(home, 'docs/trust.md'), 'utf8')
    const named = [...page.matchAll(/`([a-z]+\.[^`]+)`/gi)].map(([, name = '']) => name)
    const patterns = named.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replace(/\*|URL/g, '.+')}$`))
    expect(PROGRAMS.filter((setting) => !patterns.some((pattern) => pattern.test(setting)))).toEqual([])
  })
})
