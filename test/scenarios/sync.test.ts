import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git, newFolder } from './annex.ts'

describe('two clerks who share a register through a server', () => {
  let here: string
  let there: string

  const parties = (folder: string) =>
    (annexJson(folder, 'party', 'list', '--as-of', '2032-01-01').json as { parties: { code: string }[] }).parties

  beforeAll(() => {
    const server = join(newFolder(), 'server.git')
    here = exerciseRepository()
    git(here, 'init', '-q', '--bare', '-b', 'main', server)
    git(here, 'remote', 'add', 'origin', server)
    annexDone(here, 'sync')
    there = join(newFolder(), 'clone')
    git(here, 'clone', '-q', server, there)
  })

  it('each enter a Party: both stand in it afterwards, in one history', () => {
    const before = parties(here).length
    const accedes = ['--instrument', 'accession', '--deposited', '2031-04-01']
    annexDone(here, 'party', 'add', 'TON', '--name', 'Tonga', ...accedes)
    annexDone(there, 'party', 'add', 'FJI', '--name', 'Fiji', ...accedes)
    annexDone(here, 'sync')
    expect(annexDone(there, 'sync')).toContain('1 of our records now stand on top of those of others')
    annexDone(here, 'sync')
    expect(parties(here)).toHaveLength(before + 2)
    expect(parties(there)).toEqual(parties(here))
    expect(git(there, 'rev-parse', 'main')).toBe(git(here, 'rev-parse', 'main'))
    expect(git(here, 'log', '-2', '--format=%s')).toMatch(/FJI[\s\S]*TON/)
    expect(annexJson(here, 'validate').json).toMatchObject({ summary: { errors: 0 } })
  })

  it('each denounce for one Party, on other days: nobody is overruled', () => {
    annexDone(here, 'party', 'denounce', 'AUS', '--on', '2032-01-01')
    annexDone(there, 'party', 'denounce', 'AUS', '--on', '2032-02-01')
    annexDone(here, 'sync')
    const tip = git(there, 'rev-parse', 'main')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^annex: annexes\/register\/parties\.yaml was changed both here \([^)]*\) and on the server/)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(git(there, 'rev-parse', 'main')).toBe(tip)
  })
})
