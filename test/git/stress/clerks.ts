import { expect } from 'vitest'
import { expectSound, git, repositoryWith } from '../fixture.ts'
import { bundle, type Running, repeatGit, run } from './programs.ts'

/**
 * So many clerks at once, each with so many records for one branch, beside `git gc` and `git pack-refs` in a loop and a
 * reader: every record is there, nobody was told that the branch is missing, and git finds nothing wrong.
 */
export async function clerksAtOnce(clerks: number, records: number): Promise<void> {
  const repository = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
  const folder = repository.workTree
  const [clerk, reader] = [await bundle('clerk'), await bundle('reader')]
  const upkeep = [repeatGit(folder, 'gc', '--quiet'), repeatGit(folder, 'pack-refs', '--all')]
  const reading = run(process.execPath, [reader, folder], folder)
  const writing = Array.from({ length: clerks }, (_, index) =>
    run(process.execPath, [clerk, folder, `clerk${index}`, String(records)], folder),
  )
  const codes = await Promise.all(writing.map((each) => each.ended))
  const rounds = await Promise.all(upkeep.map((each) => each.stop()))
  reading.child.kill('SIGTERM')
  expect({ code: await reading.ended, errors: reading.errors() }).toEqual({ code: 0, errors: '' })
  expect(writing.map((each) => each.errors()).join('')).toBe('')
  expect(codes).toEqual(codes.map(() => 0))
  expect(Math.min(...rounds)).toBeGreaterThan(0)
  expectAllRecorded(folder, writing, clerks * records)
}

function expectAllRecorded(folder: string, writing: readonly Running[], count: number): void {
  const acknowledged = writing.flatMap((each) => each.lines()).sort()
  expect(acknowledged).toHaveLength(count)
  expect(git(folder, 'ls-tree', '-r', '--name-only', 'main', 'annexes/proposals').split('\n').sort()).toEqual(
    acknowledged,
  )
  expect(git(folder, 'rev-list', '--count', 'main')).toBe(String(count + 1))
  expectSound(folder)
}
