import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { emptyFolder, git, newRepository } from './fixture.ts'

/** A history of one commit a number; each number says which of the commits before are its parents, and its date. */
const histories = fc.array(fc.record({ parents: fc.array(fc.nat(30), { maxLength: 3 }), date: fc.nat(20) }), {
  minLength: 2,
  maxLength: 25,
})

type History = { parents: number[]; date: number }[]

/** Makes the history with git itself, from a stream. */
async function makeHistory(history: History): Promise<{ folder: string; ids: string[] }> {
  const folder = emptyFolder()
  await newRepository(folder)
  const lines = history.flatMap(({ parents, date }, index) => {
    const earlier = index === 0 ? [] : [...new Set(parents.map((parent) => (parent % index) + 1))]
    const [first, ...others] = earlier.length > 0 || index === 0 ? earlier : [index]
    return [
      index === 0 || first === undefined ? 'reset refs/heads/main\n' : '',
      'commit refs/heads/main\n',
      `mark :${index + 1}\n`,
      `committer A Clerk <clerk@depositary.example> ${1_900_000_000 + date} +0000\n`,
      'data 1\nx\n',
      first === undefined ? '' : `from :${first}\n`,
      ...others.map((other) => `merge :${other}\n`),
      `M 100644 inline f${index % 3}\ndata ${String(index).length}\n${index}\n`,
    ]
  })
  const args = ['fast-import', '--quiet', '--force', '--export-marks=marks']
  execFileSync('git', args, { cwd: folder, input: lines.join('') })
  const marks = execFileSync('sort', ['-t:', '-k2n', 'marks'], { cwd: folder, encoding: 'utf8' })
  return {
    folder,
    ids: marks
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1] ?? ''),
  }
}

describe('history', () => {
  it('has the merge bases that git finds, for any two commits, also with wrong clocks', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), async (history, one, other) => {
        const { folder, ids } = await makeHistory(history)
        const [first = '', second = ''] = [ids[one % ids.length], ids[other % ids.length]]
        const repository = await openTreatyRepository(folder)
        const expected = mergeBasesByGit(folder, first, second)
        expect(await repository.mergeBases(first, second)).toEqual(expected)
        expect(await repository.isAncestor(first, second)).toBe(expected.includes(first))
      }),
      { numRuns: 15 },
    )
  })

  it('lists every commit once, before its parents, and otherwise the latest first', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { folder } = await makeHistory(history)
        const repository = await openTreatyRepository(folder)
        const walked = []
        for await (const commit of repository.log(await repository.resolve('main'))) walked.push(commit)
        const ids = walked.map((commit) => commit.id)
        expect([...ids].sort()).toEqual(git(folder, 'rev-list', 'main').split('\n').sort())
        for (const [index, commit] of walked.entries()) {
          for (const parent of commit.parents) expect(ids.indexOf(parent)).toBeGreaterThan(index)
        }
        const dates = walked.map((commit) => commit.committer.timestamp)
        const byGit = git(folder, 'log', '--date-order', '--format=%ct', 'main').split('\n').map(Number)
        if (new Set(dates).size === dates.length) expect(dates).toEqual(byGit)
      }),
      { numRuns: 10 },
    )
  })

  it('of one path holds the commits whose file differs from every parent', async () => {
    const { folder } = await makeHistory([
      { parents: [], date: 1 },
      { parents: [0], date: 2 },
      { parents: [1], date: 3 },
      { parents: [2], date: 4 },
    ])
    const repository = await openTreatyRepository(folder)
    const found = []
    for await (const commit of repository.log(await repository.resolve('main'), { path: 'f0' })) found.push(commit.id)
    expect(found).toEqual(git(folder, 'log', '--format=%H', 'main', '--', 'f0').split('\n'))
    expect(found).toHaveLength(2)
  })
})

function mergeBasesByGit(folder: string, one: string, other: string): string[] {
  try {
    return git(folder, 'merge-base', '--all', one, other).split('\n').sort()
  } catch {
    return []
  }
}
