import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { formatIndex, parseIndex } from '../../src/git/worktree/index-file.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedBytes, withSum } from './mutate.ts'
import { git, gitRepository } from './repository.ts'

const versions = [2, 3, 4].map((version) => {
  const folder = gitRepository()
  if (version === 3) git(folder, 'update-index', '--skip-worktree', 'annexes/annex-1.yaml')
  git(folder, 'update-index', '--index-version', String(version))
  return readFileSync(join(folder, '.git/index'))
})
const TOKENS = ['DIRC', 'TREE', 'link', 'sdir', 'EOIE', 'annexes/', '\0', '../']

const written = mutatedBytes(fc.constantFrom(...versions), TOKENS)
const files = fc.oneof(written, written.map(withSum))

fuzz('an index is read, or refused', files, (bytes) => {
  const entries = unlessRefused(() => parseIndex(bytes, 'index'))
  if (entries === undefined) return
  const again = parseIndex(formatIndex(entries), 'index')
  expect(again.map(({ path }) => path).sort()).toEqual(entries.map(({ path }) => path).sort())
})
