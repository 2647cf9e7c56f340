import { expect } from 'vitest'
import type { Repository } from '../../../src/git/index.ts'
import { expectSound, files, git } from '../../git/fixture.ts'
import type { GitServer } from './git-server.ts'
import { synchronize } from './unaudited.ts'

/** So many records in each of two clones, syncs between, connections that break: all are on both sides, in one history. */
export async function recordOnTwoSides(
  server: GitServer,
  clones: readonly Repository[],
  records: number,
): Promise<void> {
  await Promise.all(
    clones.map(async (clone, side) => {
      for (let number = 0; number < records; number++) {
        const name = `annexes/proposals/x/events/side${side}-${number}.yaml`
        await clone.commit({ branch: 'main', message: name, files: files({ [name]: `${name}\n` }) })
        if (number % 3 === side % 3) server.dropPushes(1, number % 2 === 0 ? 'before' : 'after')
        await synchronize(clone)
      }
    }),
  )
  for (const clone of [...clones, ...clones]) await synchronize(clone)
  const expected = clones.flatMap((_, side) =>
    Array.from({ length: records }, (__, number) => `annexes/proposals/x/events/side${side}-${number}.yaml`),
  )
  const tip = git(server.folder, 'rev-parse', 'main')
  for (const clone of clones) {
    expect(await clone.resolve('main')).toBe(tip)
    expect((await clone.at(tip).listFiles('annexes/proposals')).sort()).toEqual(expected.sort())
    expectSound(clone.workTree)
  }
  expect(git(server.folder, 'rev-list', '--count', 'main')).toBe(String(expected.length + 1))
  expect(git(server.folder, 'fsck', '--strict', '--no-dangling')).toBe('')
}
