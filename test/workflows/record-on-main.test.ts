import { beforeAll, describe, expect, it } from 'vitest'
import type { Repository } from '../../src/git/index.ts'
import type { Declaration, Party } from '../../src/treaty/index.ts'
import { declare, denounce, registerParties } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { copied, exerciseRepository, git } from '../scenarios/annex.ts'
import '../git/fixture.ts'

/** A repository in which something else is recorded after main was read and before the commit is made. */
async function withAnotherFirst(folder: string, record: (repository: Repository) => Promise<unknown>) {
  const repository = await openTreatyRepository(folder)
  const commit: Repository['commit'] = async (request) => {
    await record(await openTreatyRepository(folder))
    return repository.commit(request)
  }
  return { ...repository, commit }
}

const DECLARATION: Declaration = { treaty: 'hague-1970', on: '2017-06-22', ground: 'not-a-party' }
const PARTY: Party = { code: 'LIE', name: 'A', instrument: 'accession', deposited: '2020-01-01' }

describe('when main has moved since it was read', () => {
  let original: string
  beforeAll(() => {
    original = exerciseRepository()
  })

  it('a command is judged again and recorded on top of what was recorded in between', async () => {
    const folder = copied(original)
    const repository = await withAnotherFirst(folder, (other) => denounce(other, 'FRA', '2022-01-01'))
    const { commit, party } = await declare(repository, 'FRA', DECLARATION)
    expect(party).toMatchObject({ denounced: '2022-01-01', declarations: [DECLARATION] })
    expect(git(folder, 'rev-parse', 'main').trim()).toBe(commit)
  })

  it('a command that the new record does not allow stops, says why and what to do, and writes nothing', async () => {
    const folder = copied(original)
    let recorded: string | null = null
    const repository = await withAnotherFirst(folder, async (other) => {
      recorded = (await declare(other, 'FRA', DECLARATION)).commit
    })
    await expect(declare(repository, 'FRA', DECLARATION)).rejects.toMatchObject({
      code: 'moved-meanwhile',
      message: expect.stringMatching(/^main has moved since it was read, and now: .*[^.]$/),
      remedy: 'look at annex party list, then run the command again',
    })
    expect(git(folder, 'rev-parse', 'main').trim()).toBe(recorded)
  })

  it('a command whose facts main has by now makes no commit', async () => {
    const folder = copied(original)
    const repository = await withAnotherFirst(folder, (other) => registerParties(other, [PARTY]))
    expect(await registerParties(repository, [PARTY])).toEqual({ commit: null, added: [], unchanged: [PARTY] })
    expect(git(folder, 'log', '--format=%s', 'main').match(/Record LIE/g)).toHaveLength(1)
  })
})
