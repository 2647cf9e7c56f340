import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSetting } from '../../src/git/configuration/change.ts'
import { readConfiguration } from '../../src/git/configuration/configuration.ts'
import { parseDate } from '../../src/git/configuration/identity.ts'
import { parseConfig } from '../../src/git/configuration/parse.ts'
import { durationText } from '../../src/git/locks/file-lock.ts'
import { setUpDrivers } from '../../src/workflows/documents/set-up.ts'
import { withPatience } from '../fuzz/fuzz.ts'
import { emptyFolder, files, git, newRepository } from './fixture.ts'

const SAMPLE = String.raw`
[core]
	bare = false ; a comment
[user]
	name = "Ana \"the clerk\" # not a comment"  # a comment
	email = ana@depositary.example
	Name2 = two  words   
[Remote "Ori\"gin/x"]
	url = a\
b
	fetch
[old.Style]
	key = "  kept  "	
	spaced = "A Clerk" \
; who
	begun = \
	  below
	ended = 1 ; a comment goes on in no other line \
	after = 2
; nor does this \
	last = 3
[x] inline = yes
`

describe('configuration', () => {
  it('is read as git reads it', () => {
    const file = join(emptyFolder(), 'config')
    writeFileSync(file, SAMPLE)
    const said = execFileSync('git', ['config', '-z', '--list', '--file', file], { encoding: 'utf8' })
    const byGit = said
      .split('\0')
      .slice(0, -1)
      .map((line) => {
        const end = line.indexOf('\n')
        return end < 0 ? { key: line, value: 'true' } : { key: line.slice(0, end), value: line.slice(end + 1) }
      })
    expect(parseConfig(SAMPLE)).toEqual(byGit)
  })

  it('can be parsed from any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseConfig(text))))
  })

  it.each([
    '1900000000 +0130',
    '@1900000000 -0500',
    '2031-01-15T12:30:00+02:00',
    '2031-01-15 12:30:00 +0200',
    'Wed, 15 Jan 2031 12:30:00 +0000',
    '2031-01-15T12:30:00Z',
  ])('reads the date %s as git does', (text) => {
    const folder = emptyFolder()
    git(folder, 'init', '-q')
    const environment = { ...process.env, GIT_COMMITTER_DATE: text }
    const said = execFileSync('git', ['var', 'GIT_COMMITTER_IDENT'], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    const [, timestamp, sign, hours, minutes] = /> (\d+) ([+-])(\d\d)(\d\d)/.exec(said) ?? []
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
    expect(parseDate(text)).toEqual({ timestamp: Number(timestamp), offset })
  })

  it('gives the author and committer; when they are not set, the error says how to set them', async () => {
    const folder = emptyFolder()
    const repository = await newRepository(folder)
    const request = { branch: 'main', expected: null, message: 'Begin', files: files({ 'a.yaml': 'a\n' }) }
    const known = { ...process.env }
    try {
      for (const name of Object.keys(process.env))
        if (/^(GIT_(AUTHOR|COMMITTER)_|EMAIL$)/.test(name)) delete process.env[name]
      await expect(repository.commit(request)).rejects.toMatchObject({
        message: expect.stringMatching(/who you are/),
        remedy: expect.stringMatching(/user\.name.*user\.email/),
      })
      git(folder, 'config', 'user.name', 'Ana')
      git(folder, 'config', 'user.email', 'ana@depositary.example')
      await repository.commit(request)
      expect(git(folder, 'log', '--format=%an %ae %cn %ce')).toBe(
        'Ana ana@depositary.example Ana ana@depositary.example',
      )
    } finally {
      Object.assign(process.env, known)
    }
  })
})

describe('a file of settings included for some repositories', () => {
  it.each([
    ['gitdir:PLACE/', true],
    ['gitdir:NAME/', true],
    ['gitdir:NAME/.git', true],
    ['gitdir:**/NAME/', true],
    ['gitdir:ore-NAME/', false],
    ['gitdir:./', false],
    ['gitdir:./*', false],
    ['gitdir:./../*', false],
    ['gitdir:./more/', false],
    ['gitdir:PLACE/.git', true],
    ['gitdir:PLACE', false],
    ['gitdir:PLACE/.gi?', true],
    ['gitdir:PLACE?.git', false],
    ['gitdir:PLACE/*', true],
    ['gitdir:PLACE/../*', false],
    ['gitdir:/*', false],
    ['gitdir:/**', true],
    ['gitdir:/**/.git', true],
    ['gitdir:/**/**/.git', true],
    ['gitdir:/**/git', false],
    ['gitdir:/**/*t', true],
    ['gitdir:/**/.GIT', false],
  ])('is read for %s: %s, as git does', (condition, isRead) => {
    const folder = emptyFolder()
    git(folder, 'init', '-q', '-b', 'main')
    const pattern = condition.replace('PLACE', folder).replace('NAME', basename(folder))
    appendFileSync(join(folder, '.git/config'), `[includeIf "${pattern}"]\n\tpath = more\n[annex]\n\tseen = 0\n`)
    writeFileSync(join(folder, '.git/more'), '[annex]\n\tmore = 1\n')
    const byGit = spawnSync('git', ['config', 'annex.more'], { cwd: folder, encoding: 'utf8' }).stdout.trim()
    expect(byGit).toBe(isRead ? '1' : '')
    const gitDirectory = join(folder, '.git')
    const folders = { workTree: folder, gitDirectory, commonDirectory: gitDirectory }
    expect(readConfiguration(folders).get('annex.more') ?? '').toBe(byGit)
  })

  it('is matched quickly, also with many stars in its condition', () => {
    const folder = emptyFolder()
    const pattern = `**/${'*a'.repeat(30)}b${'/**/a*a'.repeat(15)}`
    const gitDirectory = `/${'a'.repeat(100)}/${'aa/'.repeat(60)}b`
    writeFileSync(join(folder, 'config'), `[includeIf "gitdir:${pattern}"]\n\tpath = more\n`)
    const folders = { workTree: folder, gitDirectory, commonDirectory: folder }
    withPatience(() => expect(readConfiguration(folders, { HOME: folder }).get('include.path')).toBeUndefined(), 5_000)
  })
})

describe('a setting that is changed', () => {
  const keys = ['user.name', 'Remote.Ori"gin/x.url', 'merge.annex.driver', 'old.Style.key', 'x.inline', 'core.bare']

  it('has its new value, as git reads it, and the other settings stay as they were', () => {
    const file = join(emptyFolder(), 'config')
    const read = (key: string) => git('/', 'config', '--file', file, '--get', key)
    const others = (text: string, key: string) => parseConfig(text).filter((each) => each.key !== key.toLowerCase())
    const values = fc.oneof(fc.constantFrom('a # b', ' c "d"\\', "'/x y/node' run.js %O"), fc.string({ maxLength: 9 }))
    const property = fc.property(fc.constantFrom(...keys), values, (key, value) => {
      fc.pre(!/[\n\r\0]/.test(value))
      const text = withSetting(SAMPLE, key, value)
      writeFileSync(file, text)
      expect(read(key)).toBe(value.trimEnd())
      if (key === key.toLowerCase()) expect(others(text, key)).toEqual(others(SAMPLE, key))
      expect(withSetting(text, key, value)).toBe(text)
    })
    fc.assert(property, { numRuns: 60 })
  })

  it('replaces the line that had it, or is added to its section', () => {
    const once = withSetting(withSetting('[a "b"]\n\tone = 1\n[c]\n\tx = y\n', 'a.b.two', '2'), 'a.b.one', '3')
    expect(once).toBe('[a "b"]\n\tone = 3\n\ttwo = 2\n[c]\n\tx = y\n')
    expect(withSetting('', 'd.e', 'f')).toMatch(/\[d\]\n\te = f\n$/)
  })

  it("waits for git's lock on the file, then names the lock; content and permissions stay as they were", async () => {
    const repository = await newRepository()
    const config = join(repository.gitDirectory, 'config')
    const before = readFileSync(config, 'utf8')
    writeFileSync(`${config}.lock`, '')
    utimesSync(`${config}.lock`, new Date(), new Date(Date.now() - 3 * 3_600_000))
    const settings = { 'merge.annex.driver': 'annex merge-driver %O %A %B %P' }
    await expect(setUpDrivers(repository, settings)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/config\.lock is held by another program since 3 h$/),
    })
    expect(readFileSync(config, 'utf8')).toBe(before)
    rmSync(`${config}.lock`)
    chmodSync(config, 0o600)
    await setUpDrivers(repository, settings)
    expect(statSync(config).mode & 0o777).toBe(0o600)
    expect(git(repository.workTree, 'config', 'merge.annex.driver')).toBe('annex merge-driver %O %A %B %P')
    expect(git(repository.workTree, 'config', 'core.bare')).toBe('false')
  })
})

describe('a duration', () => {
  it.each([
    [-3, '0 s'],
    [100, '100 s'],
    [10_805, '3 h'],
    [7_100, '118 min'],
    [200_000, '2 days'],
  ])('of %s seconds is %s', (seconds, text) => expect(durationText(seconds)).toBe(text))
})
