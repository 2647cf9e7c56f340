import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { openGraph } from '../../src/git/history/graph.ts'
import { findMergeBases } from '../../src/git/history/merge-bases.ts'
import { walkHistory } from '../../src/git/history/walk.ts'
import { openObjects } from '../../src/git/objects/database.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedBytes, withSum } from './mutate.ts'
import { replaceFile } from './replace-file.ts'
import { git, gitRepository } from './repository.ts'

const folder = gitRepository()
// A merge of three, whose further parents stand in a list of their own.
git(folder, 'switch', '-qc', 'many', 'main~2')
git(folder, 'commit', '-q', '--allow-empty', '-m', 'One side')
git(folder, 'switch', '-qc', 'more', 'main~3')
git(folder, 'commit', '-q', '--allow-empty', '-m', 'Another')
git(folder, 'merge', '-q', '-m', 'All three', 'main', 'many')
git(folder, 'commit-graph', 'write', '--reachable')

const common = join(folder, '.git')
const path = join(common, 'objects/info/commit-graph')
const [tip, other] = [git(folder, 'rev-parse', 'more'), git(folder, 'rev-parse', 'main')]
const all = git(folder, 'rev-list', 'more').split('\n')
// With a sum that fits or without: damage is found by the sum, what else is wrong by reading.
const written = mutatedBytes(fc.constant(readFileSync(path)), ['CGPH', 'OIDF', 'OIDL', 'CDAT', 'EDGE', 'BIDX'])
const files = fc.oneof(written, written.map(withSum))

fuzz('a history is walked to its end, whatever the commit-graph file says', files, (bytes) => {
  replaceFile(path, bytes)
  const objects = openObjects(common)
  try {
    unlessRefused(() => {
      const walked = [...walkHistory(openGraph(objects, common), tip)].map(({ id }) => id)
      expect(new Set(walked).size).toBe(walked.length)
      expect(all).toEqual(expect.arrayContaining(walked))
    })
    unlessRefused(() => findMergeBases(openGraph(objects, common), tip, other))
  } finally {
    objects.close()
  }
})
