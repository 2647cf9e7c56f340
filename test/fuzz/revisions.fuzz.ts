import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { openGraph } from '../../src/git/history/graph.ts'
import { openObjects } from '../../src/git/objects/database.ts'
import { resolveRevision } from '../../src/git/repository/revision.ts'
import { TREATY_STORE } from '../../src/workflows/record/treaty-repository.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedText } from './mutate.ts'
import { git, gitOrNull, gitRepository } from './repository.ts'

const folder = gitRepository()
const id = git(folder, 'rev-parse', 'main')
const common = join(folder, '.git')
const folders = { workTree: folder, gitDirectory: common, commonDirectory: common }
const objects = openObjects(common)
const { branchAlias = () => null } = TREATY_STORE
const lookup = { folders, objects, graph: openGraph(objects, common), branchAlias }

const VALID = ['HEAD', 'main', 'main~2', 'main^2', 'main~1^1', 'annex-1/v1', 'add-budapest', id, id.slice(0, 7)]
const TOKENS = [
  ...['~', '^', '~0', '^0', '~1', '^2', '~999999', '^{}', '^{tree}', '@{1}', '@', ':', '..', '...', 'refs/heads/'],
  ...['refs/tags/', 'origin/', '-', '--all', '/', '\\', '\0', '\n', ' ', '*', '?', '[', 'HEAD', 'main', '.lock', '../'],
]
const revisions = mutatedText(fc.constantFrom(...VALID, git(folder, 'rev-parse', 'annex-1/v1')), TOKENS)

fuzz('a revision names the commit that git takes it for, or none', revisions, (revision) => {
  const commit = unlessRefused(() => resolveRevision(lookup, revision))
  if (commit === undefined) return
  expect(commit).toMatch(/^[0-9a-f]{40}$/)
  // A proposal is named by its id alone, which git does not know; and a branch of a remote by its own name.
  const spelt = gitOrNull(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  if (spelt !== null) expect(commit).toBe(spelt.trim())
})
