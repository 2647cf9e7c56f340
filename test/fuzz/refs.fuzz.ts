import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { findFolders } from '../../src/git/disk/folders.ts'
import { isRefName } from '../../src/git/disk/safe-name.ts'
import { readShallow } from '../../src/git/history/graph.ts'
import { listRefs, packedRefsWithout, readRef, resolveRef } from '../../src/git/refs/read.ts'
import { allWorkTrees, branchCheckedOut } from '../../src/git/worktree/checked-out.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedText } from './mutate.ts'
import { replaceFile } from './replace-file.ts'
import { git, gitRepository } from './repository.ts'

const folder = gitRepository()
git(folder, 'pack-refs', '--all')
const id = git(folder, 'rev-parse', 'main')
const VALID = {
  'packed-refs': `# pack-refs with: peeled fully-peeled sorted \n${id} refs/heads/main\n${id} refs/tags/annex-1/v1\n^${id}\n`,
  HEAD: 'ref: refs/heads/main\n',
  'refs/heads/main': `${id}\n`,
  'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
  shallow: `${id}\n`,
  commondir: '.\n',
}
const TOKENS = [...['ref: ', 'refs/heads/', '../', '/', '^', '#', '.lock', '\0', '\u001b[2J', '\u202e', '\n', ' '], id]
const damaged = fc
  .constantFrom(...Object.entries(VALID))
  .chain(([name, text]) => mutatedText(fc.constant(text), TOKENS).map((edited) => ({ name, text: edited })))

fuzz('refs are read, or refused as damaged, and every name that comes of them is a name', damaged, ({ name, text }) => {
  for (const [other, valid] of Object.entries(VALID)) {
    if (other !== 'shallow' && other !== 'commondir') replaceFile(join(folder, '.git', other), valid)
  }
  const path = join(folder, '.git', name)
  replaceFile(path, text)
  try {
    const folders = unlessRefused(() => findFolders(folder))
    if (folders === undefined) return
    for (const ref of unlessRefused(() => listRefs(folders, 'refs/'))?.keys() ?? [])
      expect(isRefName(ref), ref).toBe(true)
    for (const ref of ['HEAD', 'refs/heads/main', 'refs/remotes/origin/HEAD']) {
      unlessRefused(() => readRef(folders, ref))
      expect(unlessRefused(() => resolveRef(folders, ref)) ?? id).toMatch(/^[0-9a-f]{40}$/)
    }
    unlessRefused(() => branchCheckedOut(folders))
    unlessRefused(() => allWorkTrees(folders))
    unlessRefused(() => readShallow(folders.commonDirectory))
    unlessRefused(() => packedRefsWithout(folders.commonDirectory, 'refs/heads/main'))
  } finally {
    if (name === 'shallow' || name === 'commondir') replaceFile(path, VALID[name])
  }
})
