import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annexBesideWith, git, newFolder, newRepository } from '../scenarios/annex.ts'
import { annexOnTerminal, canLendTerminal, screen } from '../scenarios/on-terminal.ts'
import { type ServerThatAsks, serverThatAsks } from '../scenarios/server-that-asks.ts'

const BAR = /\[[-#]{24}\]/
// Takes more than a second to parse, without a pause in which a timer could run.
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

/** Returns the seconds that each drawn line showed. */
function secondsShown(written: string): number[] {
  return [...written.matchAll(/\[[-#]{24}\](?: +\d+ %)? (\d+) s/g)].map(([, seconds]) => Number(seconds))
}

describe.skipIf(!canLendTerminal)('work longer than a second', () => {
  it('shows progress on a terminal before a long file is parsed, and clears it before the answer', async () => {
    const run = annexOnTerminal(folder, ['validate', 'long.yaml'])
    await run.sees(BAR)
    expect(run.written()).not.toContain('1 file')
    expect(await run.ended).toBe(0)
    expect(run.written().lastIndexOf('[')).toBeLessThan(run.written().indexOf('1 file'))
    expect(screen(run.written())).toEqual(['1 file: nothing found.'])
  })

  it('stops at once on Ctrl-C, without an answer', async () => {
    const run = annexOnTerminal(folder, ['validate', 'long.yaml'])
    await run.sees(BAR)
    run.type('\u0003')
    expect(await run.ended).toBe(128 + 2)
    expect(run.written()).not.toContain('1 file')
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

  it('shows progress after a second, and clears it before the one line that says what is wrong', async () => {
    const run = annexOnTerminal(repository, ['sync'], known)
    expect(await run.ended).toBe(2)
    expect(run.written()).toMatch(BAR)
    const shown = secondsShown(run.written())
    expect(shown.length).toBeGreaterThan(0)
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(1)
    expect(screen(run.written())).toEqual(stopped)
  })

  it.each([{ TERM: 'dumb' }, { CI: 'true' }])('shows none with %o in the environment', async (said) => {
    const run = annexOnTerminal(repository, ['sync'], { ...known, ...said })
    expect(await run.ended).toBe(2)
    expect(run.written().trimEnd().split('\r\n')).toEqual(stopped)
  })

  it('shows none where standard error is not a terminal', async () => {
    const { status, stdout, stderr } = await annexBesideWith(known, repository, 'sync')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual(stopped)
  })
})

describe.skipIf(!canLendTerminal)('shorter work', () => {
  it('shows no progress', async () => {
    const begun = performance.now()
    const run = annexOnTerminal(newRepository(), ['validate'])
    await run.ended
    // A machine that has much else to do may take longer than a second for anything.
    if (performance.now() - begun < 1000) expect(run.written()).not.toMatch(BAR)
    expect(screen(run.written()).at(-1)).toMatch(/^\d+ files: /)
  })
})

describe.skipIf(!canLendTerminal)('a question to a person', () => {
  it('is not drawn over: progress pauses before it, and continues after the answer', async () => {
    const server = await serverThatAsks(1600)
    const run = annexOnTerminal(withRemote(server), ['sync'], {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    })
    await run.sees(/Username for /)
    run.type('clerk\r')
    await run.sees(/Password or token for /)
    run.type('secret\r')
    expect(await run.ended).toBe(2)
    server.close()
    const [before = '', asked = '', after = ''] = run.written().split(/(Username for .*Password or token for )/s)
    expect(before).toMatch(BAR)
    expect(asked).not.toMatch(BAR)
    expect(after).toMatch(BAR)
    expect(screen(run.written())).toEqual([
      `Username for ${server.address}: clerk`,
      'Password or token for clerk: ',
      expect.stringMatching(/^annex: /),
    ])
  })
})

function withRemote({ address }: ServerThatAsks): string {
  const repository = newRepository()
  git(repository, 'remote', 'add', 'origin', address)
  return repository
}
