import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/store/git/configuration/date.ts'
import { parseConfig } from '../../../src/store/git/configuration/parse.ts'
import { initRepository } from '../../../src/store/index.ts'
import { emptyFolder, files, git } from './fixture.ts'

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

  it('never fails on any text', () => {
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

  it('knows who commits from the repository alone, and says how to set it where it does not', async () => {
    const folder = emptyFolder()
    const repository = await initRepository(folder, { branch: 'main' })
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
