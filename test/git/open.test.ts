import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Repository } from '../../src/git/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { emptyFolder, files, git, newRepository, repositoryWith } from './fixture.ts'

async function expectRefused(repository: Repository, words: RegExp): Promise<void> {
  const opening = openTreatyRepository(repository.workTree).then((opened) => opened.status())
  await expect(opening).rejects.toMatchObject({ code: 'unsupported-repository', message: expect.stringMatching(words) })
}

describe('opening a repository', () => {
  it('finds it from a folder inside the work tree', async () => {
    const repository = await repositoryWith({ 'annexes/register/parties.yaml': 'parties: []\n' })
    const opened = await openTreatyRepository(join(repository.workTree, 'annexes', 'register'))
    expect(opened.workTree).toBe(repository.workTree)
    expect(await opened.head()).toEqual({ branch: 'main', commit: git(repository.workTree, 'rev-parse', 'HEAD') })
  })

  it('says what to do where no repository is found', async () => {
    const folder = emptyFolder()
    await expect(openTreatyRepository(folder)).rejects.toMatchObject({ code: 'not-a-repository' })
    await expect(openTreatyRepository(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' })
    git(folder, 'init', '-q', '--bare', 'bare.git')
    await expect(openTreatyRepository(join(folder, 'bare.git'))).rejects.toMatchObject({
      code: 'not-a-repository',
      message: expect.stringMatching(/without a work tree/),
    })
    writeFileSync(join(folder, '.git'), 'gitdir: elsewhere\n')
    await expect(openTreatyRepository(folder)).rejects.toMatchObject({ code: 'not-a-repository' })
  })

  it('refuses SHA-256 by name', async () => {
    const folder = emptyFolder()
    git(folder, 'init', '-q', '--object-format=sha256')
    await expect(openTreatyRepository(folder)).rejects.toMatchObject({ message: expect.stringMatching(/sha256/) })
  })

  it.each([
    ['extensions.refStorage', 'reftable', /reftable/],
    ['extensions.partialClone', 'origin', /partial clone/],
    ['extensions.whatever', 'true', /extension whatever/],
    ['remote.origin.promisor', 'true', /partial clone/],
    ['core.repositoryFormatVersion', '2', /version 2/],
  ])('refuses %s = %s by name', async (key, value, words) => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    git(repository.workTree, 'config', key, value)
    await expectRefused(repository, words)
  })

  it('refuses alternates, a split index and a sparse index by name', async () => {
    const lender = await repositoryWith({ 'a.yaml': 'a\n', 'b/c.yaml': 'c\n' })
    const borrower = join(emptyFolder(), 'borrower')
    git(lender.workTree, 'clone', '-q', '--shared', lender.workTree, borrower)
    await expect(openTreatyRepository(borrower)).rejects.toMatchObject({ message: expect.stringMatching(/alternates/) })
    git(lender.workTree, 'update-index', '--split-index')
    await expectRefused(lender, /index is split/)
    git(lender.workTree, 'update-index', '--no-split-index')
    git(lender.workTree, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'nothing')
    await expectRefused(lender, /index is sparse/)
  })

  it('works in a shallow clone until history is needed', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    await repository.commit({ branch: 'main', message: 'Two', files: files({ 'a.yaml': 'b\n' }) })
    const clone = join(emptyFolder(), 'clone')
    git(repository.workTree, 'clone', '-q', '--depth=1', `file://${repository.workTree}`, clone)
    const shallow = await openTreatyRepository(clone)
    expect(shallow.shallow).toBe(true)
    expect(await shallow.at(await shallow.resolve('main')).listFiles('')).toEqual(['a.yaml'])
    await shallow.commit({ branch: 'main', message: 'Three', files: files({ 'a.yaml': 'c\n' }) })
    const walk = async () => {
      for await (const commit of shallow.log(await shallow.resolve('main'))) expect(commit.id).toHaveLength(40)
    }
    await expect(walk()).rejects.toMatchObject({ remedy: expect.stringMatching(/fetch-depth: 0/) })
  })

  it('reports damaged data as unreadable', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const id = await repository.resolve('main')
    const path = join(repository.commonDirectory, 'objects', id.slice(0, 2), id.slice(2))
    renameSync(path, `${path}.away`)
    mkdirSync(join(repository.commonDirectory, 'objects', id.slice(0, 2)), { recursive: true })
    writeFileSync(path, '')
    const opened = await openTreatyRepository(repository.workTree)
    await expect(opened.readCommit(id)).rejects.toMatchObject({ code: 'unreadable' })
    writeFileSync(join(repository.commonDirectory, 'refs/heads/main'), '')
    await expect(opened.resolve('main')).rejects.toMatchObject({ code: 'unreadable' })
    appendFileSync(join(repository.gitDirectory, 'index'), 'x')
    await expect(opened.status()).rejects.toMatchObject({ code: 'unreadable' })
  })

  it('works on a new repository, and init refuses an existing one', async () => {
    const folder = emptyFolder()
    const repository = await newRepository(folder)
    expect(await repository.head()).toEqual({ branch: 'main', commit: null })
    expect(git(folder, 'status', '--porcelain', '-b')).toBe('## No commits yet on main')
    await expect(newRepository(folder)).rejects.toMatchObject({ code: 'already-exists' })
  })
})
