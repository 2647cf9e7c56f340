import { beforeAll, describe, expect, it } from 'vitest'
import type { Repository } from '../../src/git/index.ts'
import { adoptProposal, verify } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { annexDone, copied, exerciseRepository, git } from '../scenarios/annex.ts'
import { circulated } from '../scenarios/two-offices.ts'
import '../git/fixture.ts'

const DAY = '2021-08-14'

/** Another clerk does that between what this one saw and what he writes. */
async function overtakenBy(folder: string, ...words: string[]): Promise<Repository> {
  const repository = await openTreatyRepository(folder)
  return {
    ...repository,
    commit: (request) => {
      annexDone(folder, ...words)
      return repository.commit(request)
    },
  }
}

describe('an adoption when main has moved since', () => {
  let original: string
  beforeAll(() => {
    original = exerciseRepository()
    for (const id of ['p-one', 'p-two']) circulated(original, id)
    for (const [id, text] of [
      ['rw-a', 'Tokyo A'],
      ['rw-b', 'Tokyo B'],
    ] as const)
      circulated(original, id, 'reword', 'annex-1', 'tokyo-1963', '--text', text)
  }, 120_000)

  it('is refused when the proposal was withdrawn in between', async () => {
    const folder = copied(original)
    const withdrawal = ['proposal', 'record', 'p-one', 'withdrawn', '--on', '2021-02-01', '--ref', 'X']
    await expect(adoptProposal(await overtakenBy(folder, ...withdrawal), 'p-one', DAY)).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringMatching(/withdrawn on 1 February 2021/),
    })
    expect(git(folder, 'log', '-1', '--format=%s', 'main')).toMatch(/^Record withdrawn/)
    expect(git(folder, 'tag', '--list', 'annex-1/v*').trim()).toBe('annex-1/v1')
  })

  it('merges with what was adopted in between, and is the next edition', async () => {
    const folder = copied(original)
    const racing = await overtakenBy(folder, 'proposal', 'adopt', 'p-one', '--as-of', DAY)
    expect(await adoptProposal(racing, 'p-two', DAY)).toMatchObject({ edition: 'annex-1/v3' })
    expect((await verify(await openTreatyRepository(folder))).findings).toEqual([])
    expect(git(folder, 'log', '-1', '--format=%B', 'main').trim()).toMatch(
      /annex-1\/v3\n\nProposal p-two\n\nAs-of: 2021-08-14$/,
    )
  })

  it('is refused when it conflicts with that, with both names and the three texts', async () => {
    const folder = copied(original)
    const racing = await overtakenBy(folder, 'proposal', 'adopt', 'rw-a', '--as-of', DAY)
    await expect(adoptProposal(racing, 'rw-b', DAY)).rejects.toMatchObject({
      code: 'moved-meanwhile',
      message: expect.stringMatching(
        /tokyo-1963, title \(en\): both sides changed it. Before: "Convention on Offences.*"; main \(adopted proposal "rw-a"\): "Tokyo A"; proposal "rw-b": "Tokyo B"/,
      ),
    })
  })

  it('is refused when the same was adopted in between', async () => {
    const folder = copied(original)
    const racing = await overtakenBy(folder, 'proposal', 'adopt', 'p-one', '--as-of', DAY)
    await expect(adoptProposal(racing, 'p-one', DAY)).rejects.toMatchObject({
      message: '"p-one" is already adopted, as annex-1/v2',
    })
  })
})
