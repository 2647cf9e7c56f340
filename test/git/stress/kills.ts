import { expect } from 'vitest'
import type { Repository } from '../../../src/git/index.ts'
import { openTreatyRepository } from '../../../src/workflows/record/treaty-repository.ts'
import { expectSound, files, git, repositoryWith } from '../fixture.ts'
import { bundle, run } from './programs.ts'

/**
 * Kills a clerk at a random moment, again and again, in one repository. After each kill: the repository is whole, every
 * record acknowledged is there, and the next command works and leaves the work tree clean.
 */
export async function killClerks(kills: number, seed: number): Promise<void> {
  const repository = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
  const folder = repository.workTree
  const clerk = await bundle('clerk')
  const random = makeRandom(seed)
  const acknowledged: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const running = run(process.execPath, [clerk, folder, `kill${kill}`, '1000'], folder)
    const first = new Promise<void>((resolve) => running.child.stdout?.once('data', () => resolve()))
    await Promise.race([first, running.ended])
    const end = performance.now() + random() * 60
    while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve))
    running.child.kill('SIGKILL')
    await running.ended
    expect(running.errors()).toBe('')
    acknowledged.push(...running.lines())
    await expectWhole(folder, kill, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills)
}

async function expectWhole(folder: string, kill: number, acknowledged: readonly string[]): Promise<void> {
  expect(git(folder, 'fsck', '--strict', '--no-dangling'), `after kill ${kill}`).toBe('')
  const repository: Repository = await openTreatyRepository(folder)
  const next = files({ [`annexes/next-${kill}.yaml`]: 'next\n' })
  await repository.commit({ branch: 'main', message: `After kill ${kill}`, files: next })
  const kept = new Set(git(folder, 'ls-tree', '-r', '--name-only', 'main').split('\n'))
  expect(acknowledged.filter((file) => !kept.has(file))).toEqual([])
  expectSound(folder)
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
