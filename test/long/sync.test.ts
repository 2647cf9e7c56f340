import { join } from 'node:path'
import { expect, it } from 'vitest'
import { synchronize } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { emptyFolder, git, repositoryWith } from '../git/fixture.ts'
import { startGitServer } from '../workflows/sync/git-server.ts'
import { recordOnTwoSides } from '../workflows/sync/two-sides.ts'

it('two clones with 50 records each, interleaved, over connections that break: 100 in one history on both sides', async () => {
  const server = await startGitServer()
  try {
    const one = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
    git(one.workTree, 'remote', 'add', 'origin', server.url)
    expect((await synchronize(one)).sent).toEqual(['main'])
    const folder = join(emptyFolder(), 'other')
    git(one.workTree, 'clone', '-q', server.folder, folder)
    git(folder, 'remote', 'set-url', 'origin', server.url)
    await recordOnTwoSides(server, [one, await openTreatyRepository(folder)], 50)
  } finally {
    await server.close()
  }
})
