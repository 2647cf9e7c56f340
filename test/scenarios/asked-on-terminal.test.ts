import { describe, expect, it } from 'vitest'
import { git, newRepository } from './annex.ts'
import { annexOnTerminal, canLendTerminal, screen } from './on-terminal.ts'
import { serverThatAsks } from './server-that-asks.ts'

describe.skipIf(!canLendTerminal)('a server that requires authentication', () => {
  it('is answered on the terminal: the question stays readable, and the password is not shown', async () => {
    const server = await serverThatAsks(0)
    const repository = newRepository()
    git(repository, 'remote', 'add', 'origin', server.address)
    const run = annexOnTerminal(repository, ['sync'], { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' })
    await run.sees(/Username for /)
    run.type('clerk\r')
    await run.sees(/Password or token for /)
    run.type('secret\r')
    expect(await run.ended).toBe(2)
    server.close()
    expect(screen(run.written())).toEqual([
      `Username for ${server.address}: clerk`,
      `Password or token for clerk: `,
      expect.stringMatching(/^annex: /),
    ])
  })
})
