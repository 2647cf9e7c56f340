import { describe, expect, it, vi } from 'vitest'
import { annex, annexWith, newFolder, newRepository } from '../annex.ts'

// test/long/same-as-process.test.ts compares many more command lines.
describe('the process that runs the commands of tests', () => {
  it('keeps nothing of the command before: neither environment, folder, exit code nor output', () => {
    const [repository, nowhere] = [newRepository(), newFolder()]
    vi.stubEnv('ANNEX_DEBUG', '1')
    expect(annex(nowhere, 'validate').stderr).toMatch(/\n\s+at /)
    vi.unstubAllEnvs()
    for (const [folder, ...words] of [
      [nowhere, 'validate'],
      [repository, 'show', 'annex-9', '--json'],
      [repository, 'readings'],
    ] as const) {
      expect(annex(folder, ...words)).toEqual(annexWith({}, folder, ...words))
    }
  })

  it('passes words as a process gets them, and long output whole', () => {
    const repository = newRepository()
    for (const words of [
      ['show', '\ud800'],
      ['show', 'technical-annex', '--json'],
    ]) {
      expect(annex(repository, ...words)).toEqual(annexWith({}, repository, ...words))
    }
  })
})
