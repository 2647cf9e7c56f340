import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { emptyFolder, expectSound, files, git, repositoryWith } from './fixture.ts'

/** The folder of a repository with one commit on main, for others to clone or add. */
async function origin(): Promise<string> {
  return (await repositoryWith({ 'a.yaml': 'a\n' })).workTree
}

function isOtherDisk(folder: string): boolean {
  const there = statSync(folder, { throwIfNoEntry: false })
  return there !== undefined && there.dev !== statSync(tmpdir()).dev
}

/** Records a file on main, and finds it where main is checked out: there and nowhere else, with nothing left to commit. */
async function expectFollows(from: string, workTree: string): Promise<void> {
  const repository = await openTreatyRepository(from)
  await repository.commit({ branch: 'main', message: 'Two', files: files({ 'b/c.yaml': 'c\n' }) })
  expect(readFileSync(join(workTree, 'b/c.yaml'), 'utf8')).toBe('c\n')
  expectSound(workTree)
}

describe('a work tree whose git directory is elsewhere', () => {
  it('is updated, and the folder that contains the git directory is not', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'store'))
    const separate = `--separate-git-dir=${join(folder, 'store/repo.git')}`
    git(folder, 'clone', '-q', separate, await origin(), 'work')
    await expectFollows(join(folder, 'work'), join(folder, 'work'))
    expect(existsSync(join(folder, 'store/b'))).toBe(false)
  })

  it.runIf(isOtherDisk('/dev/shm'))('may have it on another disk', async () => {
    const folder = emptyFolder()
    const store = mkdtempSync('/dev/shm/annex-store-')
    try {
      git(folder, 'clone', '-q', `--separate-git-dir=${join(store, 'repo.git')}`, await origin(), 'work')
      await expectFollows(join(folder, 'work'), join(folder, 'work'))
    } finally {
      rmSync(store, { recursive: true })
    }
  })

  it('cannot be found from a linked work tree: the commit is refused and main does not move', async () => {
    const folder = emptyFolder()
    git(folder, 'clone', '-q', `--separate-git-dir=${join(folder, 'repo.git')}`, await origin(), 'work')
    git(join(folder, 'work'), 'worktree', 'add', '-q', '-b', 'side', join(folder, 'linked'))
    const linked = await openTreatyRepository(join(folder, 'linked'))
    const request = { message: 'Two', files: files({ 'b.yaml': 'b\n' }) }
    await expect(linked.commit({ branch: 'main', ...request })).rejects.toMatchObject({
      code: 'unsupported-repository',
      message: expect.stringMatching(/main is checked out in the main work tree/),
    })
    await linked.commit({ branch: 'side', ...request })
    for (const each of ['work', 'linked']) expectSound(join(folder, each))
  })

  it('is found through a symbolic link', async () => {
    const folder = emptyFolder()
    git(folder, 'clone', '-q', await origin(), 'work')
    mkdirSync(join(folder, 'store'))
    renameSync(join(folder, 'work/.git'), join(folder, 'store/repo.git'))
    symlinkSync(join(folder, 'store/repo.git'), join(folder, 'work/.git'))
    await expectFollows(join(folder, 'work'), join(folder, 'work'))
    expect(existsSync(join(folder, 'store/b'))).toBe(false)
  })

  it('may be a submodule of any name', async () => {
    const outer = await repositoryWith({ 'README.md': 'outer\n' })
    const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', '--name', 'inner.git']
    git(outer.workTree, ...add, await origin(), 'inner')
    git(outer.workTree, 'commit', '-qm', 'Add it')
    await expectFollows(join(outer.workTree, 'inner'), join(outer.workTree, 'inner'))
    expect(existsSync(join(outer.gitDirectory, 'modules/b'))).toBe(false)
  })

  it('is the folder that core.worktree names', async () => {
    const folder = emptyFolder()
    git(folder, 'clone', '-q', await origin(), 'work')
    mkdirSync(join(folder, 'files'))
    git(join(folder, 'work'), 'config', 'core.worktree', '../../files')
    git(join(folder, 'work'), 'reset', '-q', '--hard')
    const repository = await openTreatyRepository(join(folder, 'work'))
    expect(repository.workTree).toBe(join(folder, 'files'))
    await repository.commit({ branch: 'main', message: 'Two', files: files({ 'b.yaml': 'b\n' }) })
    expect(readFileSync(join(folder, 'files/b.yaml'), 'utf8')).toBe('b\n')
    expectSound(join(folder, 'work'))
    git(join(folder, 'work'), 'config', 'core.worktree', '../../nowhere')
    await expect(openTreatyRepository(join(folder, 'work'))).rejects.toMatchObject({
      code: 'not-a-repository',
      message: expect.stringMatching(/core\.worktree/),
    })
  })
})

describe('linked work trees', () => {
  it('are updated also when git names them by relative paths', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const linked = join(emptyFolder(), 'linked')
    git(repository.workTree, 'switch', '-qc', 'side')
    git(repository.workTree, 'worktree', 'add', '-q', linked, 'main')
    // As `git worktree add --relative-paths` of git 2.48 writes them.
    const gitDirectory = join(repository.commonDirectory, 'worktrees/linked')
    writeFileSync(join(gitDirectory, 'gitdir'), `${relative(gitDirectory, join(linked, '.git'))}\n`)
    writeFileSync(join(linked, '.git'), `gitdir: ${relative(linked, gitDirectory)}\n`)
    await expectFollows(repository.workTree, linked)
  })

  it('work in a bare repository', async () => {
    const folder = emptyFolder()
    git(folder, 'clone', '-q', '--bare', await origin(), 'bare.git')
    git(join(folder, 'bare.git'), 'worktree', 'add', '-q', join(folder, 'on-main'), 'main')
    git(join(folder, 'bare.git'), 'worktree', 'add', '-q', '-b', 'side', join(folder, 'on-side'))
    await expectFollows(join(folder, 'on-side'), join(folder, 'on-main'))
    const repository = await openTreatyRepository(join(folder, 'on-main'))
    await repository.commit({ branch: 'main', message: 'Three', files: files({ 'd.yaml': 'd\n' }) })
    for (const each of ['on-main', 'on-side']) expectSound(join(folder, each))
    await expect(openTreatyRepository(join(folder, 'bare.git'))).rejects.toMatchObject({
      code: 'not-a-repository',
      remedy: expect.stringMatching(/git worktree add/),
    })
  })
})
