import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { startGitServer } from '../workflows/sync/git-server.ts'
import { annex, annexBeside, annexDone, annexJson, CLERK, exerciseRepository, git, home, newFolder } from './annex.ts'

describe('two clerks who share a register through a server', () => {
  let here: string
  let there: string

  const parties = (folder: string) =>
    (annexJson(folder, 'party', 'list', '--as-of', '2022-01-01').json as { parties: { code: string }[] }).parties

  beforeAll(() => {
    const server = join(newFolder(), 'server.git')
    here = exerciseRepository()
    git(here, 'init', '-q', '--bare', '-b', 'main', server)
    git(here, 'remote', 'add', 'origin', server)
    annexDone(here, 'sync')
    there = join(newFolder(), 'clone')
    git(here, 'clone', '-q', server, there)
  })

  it('each add a Party: both are in it afterwards, in one history', () => {
    const before = parties(here).length
    const accedes = ['--instrument', 'accession', '--deposited', '2021-04-01']
    annexDone(here, 'party', 'add', 'TON', '--name', 'Tonga', ...accedes)
    annexDone(there, 'party', 'add', 'FJI', '--name', 'Fiji', ...accedes)
    annexDone(here, 'sync')
    expect(annexDone(there, 'sync')).toContain('replayed on top of the remote: 1 local commit')
    annexDone(here, 'sync')
    expect(parties(here)).toHaveLength(before + 2)
    expect(parties(there)).toEqual(parties(here))
    expect(git(there, 'rev-parse', 'main')).toBe(git(here, 'rev-parse', 'main'))
    expect(git(here, 'log', '-2', '--format=%s')).toMatch(/FJI[\s\S]*TON/)
    expect(annexJson(here, 'validate').json).toMatchObject({ summary: { errors: 0 } })
  })

  it('each record a denunciation by one Party, on different days: neither overwrites the other', () => {
    annexDone(here, 'party', 'denounce', 'AUS', '--on', '2022-01-01')
    annexDone(there, 'party', 'denounce', 'AUS', '--on', '2022-02-01')
    annexDone(here, 'sync')
    const tip = git(there, 'rev-parse', 'main')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^annex: annexes\/register\/parties\.yaml was changed both here \([^)]*\) and on the server/)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(git(there, 'rev-parse', 'main')).toBe(tip)
  })
})

describe('a server that requires authentication', () => {
  // script(1) gives the program a terminal of its own.
  const hasTerminal = spawnSync('script', ['--version']).status === 0
  const named = `is told on the terminal, once, and the password is not shown${hasTerminal ? '' : ' (left out: script(1) is not here)'}`

  it.skipIf(!hasTerminal)(named, async () => {
    const server = await startGitServer()
    try {
      const folder = exerciseRepository()
      git(folder, 'remote', 'add', 'origin', server.url)
      server.askFor('secret')
      const { status, shown } = await onTerminal(folder, ['sync'], {
        'Username for': 'clerk',
        'Password or token': 'secret',
      })
      expect(status).toBe(0)
      expect(shown).toContain('sent: ')
      expect(shown).not.toContain('secret')
      expect(shown.match(/Username for/g)).toHaveLength(1)
      expect(git(server.folder, 'rev-parse', 'main')).toBe(git(folder, 'rev-parse', 'main'))
    } finally {
      await server.close()
    }
  })

  it('gets no password when nobody can be asked', async () => {
    const server = await startGitServer()
    try {
      const folder = exerciseRepository()
      git(folder, 'remote', 'add', 'origin', server.url)
      server.askFor('secret')
      const { status, stderr } = await annexBeside(folder, 'sync')
      expect(status).toBe(2)
      expect(stderr).toMatch(/^annex: http:\S+ requires authentication; set ANNEX_USERNAME and ANNEX_PASSWORD/)
    } finally {
      await server.close()
    }
  })
})

/** Runs the program on a terminal, answering each question that begins so once it is asked. */
async function onTerminal(
  folder: string,
  words: readonly string[],
  answers: Readonly<Record<string, string>>,
): Promise<{ status: number | null; shown: string }> {
  const command = [process.execPath, join(home, 'bin/run.js'), ...words].join(' ')
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, ...CLERK },
  })
  const waiting = new Map(Object.entries(answers))
  let shown = ''
  child.stdout.on('data', (part: Buffer) => {
    shown += part.toString()
    for (const [question, answer] of waiting) {
      if (!shown.includes(question)) continue
      waiting.delete(question)
      child.stdin.write(`${answer}\r`)
    }
  })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, shown }
}
