import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annexBesideWith, git, newFolder, newRepository } from '../scenarios/annex.ts'
import { annexOnTerminal, canLendTerminal, screen } from '../scenarios/on-terminal.ts'
import { type ServerThatAsks, serverThatAsks } from '../scenarios/server-that-asks.ts'

const BAR = /\[[-#]{24}\]/
// More than a machine reads in a second, and without a pause: no timer of the program's own thread rings meanwhile.
const MANY = 250_000

let folder = ''

beforeAll(() => {
  folder = newFolder()
  const entries = Array.from(
    { length: MANY },
    (_, at) => `  - id: entry-${at}\n    text:\n      name: {en: Name ${at}}\n`,
  )
  writeFileSync(join(folder, 'long.yaml'), `document: long\ntitle: {en: Long}\nentries:\n${entries.join('')}`)
})

/** How many seconds each bar said that the work had taken. */
function secondsShown(written: string): number[] {
  return [...written.matchAll(/\[[-#]{24}\](?: +\d+ %)? (\d+) s/g)].map(([, seconds]) => Number(seconds))
}

describe.skipIf(!canLendTerminal)('work longer than a second', () => {
  it('shows a bar on a terminal, and leaves nothing of it beside the answer', async () => {
    const begun = performance.now()
    const run = annexOnTerminal(folder, ['validate', 'long.yaml'])
    await run.sees(BAR)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1000)
    expect(await run.ended).toBe(0)
    const shown = secondsShown(run.written())
    expect(shown.length).toBeGreaterThan(0)
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(1)
    expect(run.written().lastIndexOf('[')).toBeLessThan(run.written().indexOf('1 file'))
    expect(screen(run.written())).toEqual(['1 file: nothing found.'])
  })

  it('is stopped at once by Ctrl-C, and leaves nothing then', async () => {
    const run = annexOnTerminal(folder, ['validate', 'long.yaml'])
    await run.sees(BAR)
    run.type('\u0003')
    expect(await run.ended).toBe(128 + 2)
    expect(screen(run.written())).toEqual([])
  })
})

describe.skipIf(!canLendTerminal)('waiting for longer than a second', () => {
  const known = { ANNEX_PASSWORD: 'secret', TERM: 'xterm', CI: '' }
  const stopped = [expect.stringMatching(/^annex: .*; .*/)]
  let server: ServerThatAsks
  let repository = ''
  beforeAll(async () => {
    server = await serverThatAsks(1200)
    repository = withRemote(server)
  })
  afterAll(() => server.close())

  it('shows a bar, and leaves nothing beside the one line that says what is wrong', async () => {
    const run = annexOnTerminal(repository, ['sync'], known)
    expect(await run.ended).toBe(2)
    expect(run.written()).toMatch(BAR)
    expect(screen(run.written())).toEqual(stopped)
  })

  it.each([{ TERM: 'dumb' }, { CI: 'true' }])('shows none where %o says that nobody would see it', async (said) => {
    const run = annexOnTerminal(repository, ['sync'], { ...known, ...said })
    expect(await run.ended).toBe(2)
    expect(run.written().trimEnd().split('\r\n')).toEqual(stopped)
  })

  it('shows none where standard error is no terminal', async () => {
    const { status, stdout, stderr } = await annexBesideWith(known, repository, 'sync')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual(stopped)
  })
})

describe.skipIf(!canLendTerminal)('shorter work', () => {
  it('shows no bar', async () => {
    const begun = performance.now()
    const run = annexOnTerminal(newRepository(), ['validate'])
    await run.ended
    // A machine that has much else to do may take longer than a second for anything.
    if (performance.now() - begun < 1000) expect(run.written()).not.toMatch(BAR)
    expect(screen(run.written()).at(-1)).toMatch(/^\d+ files: /)
  })
})

describe.skipIf(!canLendTerminal)('a question to a person', () => {
  it('is not drawn over: the bar stops before it, and goes on once it is answered', async () => {
    const server = await serverThatAsks(1600)
    const run = annexOnTerminal(withRemote(server), ['sync'], {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    })
    await run.sees(/Username for /)
    await moment(200)
    const before = run.written()
    expect(before).toMatch(BAR)
    await moment(500)
    expect(run.written()).toBe(before)
    run.type('clerk\r')
    await run.sees(/Password or token for /)
    expect(run.written().slice(before.length)).not.toMatch(BAR)
    run.type('secret\r')
    expect(await run.ended).toBe(2)
    server.close()
    expect(run.written().slice(before.length)).toMatch(BAR)
    expect(screen(run.written())).toEqual([
      `Username for ${server.address}: clerk`,
      'Password or token for clerk: ',
      expect.stringMatching(/^annex: /),
    ])
  })
})

function moment(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds))
}

function withRemote({ address }: ServerThatAsks): string {
  const repository = newRepository()
  git(repository, 'remote', 'add', 'origin', address)
  return repository
}
