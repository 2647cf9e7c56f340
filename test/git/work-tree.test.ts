import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectSound, files, git, readWork, repositoryWith, writeWork } from './fixture.ts'

describe('the status of the work tree', () => {
  it('names what changed and what is untracked, as git does', async () => {
    const repository = await repositoryWith({
      '.gitignore': '*.log\n',
      'annexes/a.yaml': 'a\n',
      'annexes/b.yaml': 'b\n',
      'annexes/c.yaml': 'c\n',
      'other.yaml': 'o\n',
    })
    writeWork(repository, 'annexes/a.yaml', 'edited\n')
    rmSync(join(repository.workTree, 'annexes/b.yaml'))
    writeWork(repository, 'annexes/c.yaml', 'staged\n')
    git(repository.workTree, 'add', 'annexes/c.yaml')
    for (const path of ['annexes/new/n.yaml', 'annexes/x.log', 'other.yaml']) writeWork(repository, path, 'new\n')
    expect(await repository.status('annexes/')).toEqual({
      changed: ['annexes/a.yaml', 'annexes/b.yaml', 'annexes/c.yaml'],
      untracked: ['annexes/new/n.yaml'],
    })
    expect((await repository.status()).changed).toContain('other.yaml')
  })

  it('sees a change of the same size within the same second', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'one\n' })
    for (const word of ['two', 'six', 'ten']) {
      writeWork(repository, 'a.yaml', `${word}\n`)
      expect((await repository.status()).changed).toEqual(['a.yaml'])
      await repository.stageAndCommitWorkTree({ prefix: '', message: word })
      expect(await repository.status()).toEqual({ changed: [], untracked: [] })
    }
    expectSound(repository.workTree)
  })
})

describe('committing the work tree', () => {
  it('includes edits, new files and deletions in the given folder, and nothing else', async () => {
    const repository = await repositoryWith({ 'annexes/a.yaml': 'a\n', 'annexes/b.yaml': 'b\n', 'README.md': 'r\n' })
    writeWork(repository, 'annexes/a.yaml', 'A\r\nwith CRLF\r\n')
    rmSync(join(repository.workTree, 'annexes/b.yaml'))
    writeWork(repository, 'annexes/n.yaml', 'n\n')
    writeWork(repository, 'README.md', 'being edited\n')
    git(repository.workTree, 'add', 'annexes/n.yaml')
    writeWork(repository, 'annexes/n.yaml', 'edited after git add\n')
    await repository.stageAndCommitWorkTree({ prefix: 'annexes/', message: 'Edit the annex' })
    expect(git(repository.workTree, 'status', '--porcelain')).toContain(' M README.md')
    expect(git(repository.workTree, 'ls-tree', '-r', '--name-only', 'HEAD').split('\n')).toEqual([
      'README.md',
      'annexes/a.yaml',
      'annexes/n.yaml',
    ])
    expect(git(repository.workTree, 'show', 'HEAD:annexes/a.yaml')).toBe('A\nwith CRLF')
    expect(git(repository.workTree, 'show', 'HEAD:annexes/n.yaml')).toBe('edited after git add')
  })

  it('leaves out the temporary file of a killed process', async () => {
    const repository = await repositoryWith({ 'annexes/a.yaml': 'a\n' })
    writeWork(repository, 'annexes/a.yaml.4711.new', 'half\n')
    writeWork(repository, 'annexes/b.yaml.2031.new', 'whatever this is\n')
    writeWork(repository, 'annexes/a.yaml', 'A\n')
    expect(await repository.status('annexes/')).toEqual({
      changed: ['annexes/a.yaml'],
      untracked: ['annexes/b.yaml.2031.new'],
    })
    await repository.stageAndCommitWorkTree({ prefix: 'annexes/', message: 'Edit' })
    expect(git(repository.workTree, 'status', '--porcelain')).toBe('?? annexes/a.yaml.4711.new')
  })

  it('says when only the executable bit changed, if git shows that change', async () => {
    const repository = await repositoryWith({ 'annexes/a.yaml': 'a\n' })
    chmodSync(join(repository.workTree, 'annexes/a.yaml'), 0o755)
    const request = { prefix: 'annexes/', message: 'Edit' }
    await expect(repository.stageAndCommitWorkTree(request)).rejects.toMatchObject({
      code: 'invalid',
      message: 'nothing to commit: only the executable bit of annexes/a.yaml was changed',
    })
    git(repository.workTree, 'config', 'core.fileMode', 'false')
    await expect(repository.stageAndCommitWorkTree(request)).rejects.toMatchObject({
      message: expect.stringMatching(/no file changes/),
    })
  })

  it('refuses when nothing changed, for a symbolic link, and without a branch', async () => {
    const repository = await repositoryWith({ 'annexes/a.yaml': 'a\n' })
    const request = { prefix: 'annexes/', message: 'Edit' }
    await expect(repository.stageAndCommitWorkTree(request)).rejects.toMatchObject({ code: 'invalid' })
    symlinkSync('/etc/passwd', join(repository.workTree, 'annexes/b.yaml'))
    await expect(repository.stageAndCommitWorkTree(request)).rejects.toMatchObject({ code: 'not-allowed' })
    git(repository.workTree, 'switch', '-q', '--detach')
    await expect(repository.stageAndCommitWorkTree(request)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a command that was killed after the branch moved', () => {
  it('is finished by the next one, and edits made since stay', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n', 'b.yaml': 'b\n' })
    const folder = repository.workTree
    const from = await repository.resolve('main')
    // As a kill between ref and work tree leaves it: the branch moved, files and index as before, the journal there.
    await repository.createBranch('side', 'main')
    const { commit: to } = await repository.commit({
      branch: 'side',
      message: 'Moved',
      files: files({ 'a.yaml': 'A\n', 'b.yaml': 'B\n', 'c/d.yaml': 'd\n' }),
    })
    git(folder, 'update-ref', 'refs/heads/main', to)
    const journal = JSON.stringify({ gitDirectories: [repository.gitDirectory], from, to })
    writeWork(repository, '.git/annex/following.json.part', journal)
    renameSync(join(folder, '.git/annex/following.json.part'), join(folder, '.git/annex/following.json'))
    writeWork(repository, 'b.yaml', 'edited since\n')
    await repository.commit({ branch: 'main', message: 'Next', files: files({ 'e.yaml': 'e\n' }) })
    expect([readWork(repository, 'a.yaml'), readWork(repository, 'c/d.yaml')]).toEqual(['A\n', 'd\n'])
    expect(git(folder, 'status', '--porcelain')).toBe(' M b.yaml')
    expect(readWork(repository, 'b.yaml')).toBe('edited since\n')
  })
})
