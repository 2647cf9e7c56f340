import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectSound, files, git, readWork, repositoryWith, writeWork } from './fixture.ts'

describe('switching branches', () => {
  it('updates files, modes, links and folders', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n', 'was-folder/x.yaml': 'x\n', 'was-file': 'f\n' })
    const folder = repository.workTree
    git(folder, 'switch', '-qc', 'other')
    rmSync(join(folder, 'was-folder'), { recursive: true })
    rmSync(join(folder, 'was-file'))
    for (const path of ['was-folder', 'was-file/y.yaml']) writeWork(repository, path, `${path}\n`)
    writeWork(repository, 'run.sh', '#!/bin/sh\necho it runs\n')
    chmodSync(join(folder, 'run.sh'), 0o755)
    symlinkSync('a.yaml', join(folder, 'link'))
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'Other')
    await repository.switchTo('main')
    expectSound(folder)
    expect(readWork(repository, 'was-folder/x.yaml')).toBe('x\n')
    await repository.switchTo('other')
    expectSound(folder)
    expect(readWork(repository, 'was-file/y.yaml')).toBe('was-file/y.yaml\n')
    expect(readlinkSync(join(folder, 'link'))).toBe('a.yaml')
    expect(execFileSync(join(folder, 'run.sh'), { cwd: folder, encoding: 'utf8' })).toBe('it runs\n')
    expect(git(folder, 'reflog', '-1', '--format=%gs')).toBe('checkout: moving from main to other')
  })

  it('keeps uncommitted changes, and is refused when it would overwrite them', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n', 'b.yaml': 'b\n' })
    await repository.createBranch('other', 'main')
    await repository.commit({ branch: 'other', message: 'Other', files: files({ 'a.yaml': 'A\n', 'n.yaml': 'n\n' }) })
    writeWork(repository, 'b.yaml', 'edited\n')
    await repository.switchTo('other')
    expect(git(repository.workTree, 'status', '--porcelain')).toBe(' M b.yaml')
    await repository.switchTo('main')
    writeWork(repository, 'a.yaml', 'edited\n')
    writeWork(repository, 'n.yaml', 'untracked\n')
    await expect(repository.switchTo('other')).rejects.toMatchObject({
      code: 'would-overwrite',
      message: expect.stringMatching(/a\.yaml, n\.yaml/),
    })
    expect((await repository.head()).branch).toBe('main')
    expect(readWork(repository, 'n.yaml')).toBe('untracked\n')
  })

  it('is refused while a merge is in progress', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    await repository.createBranch('other', 'main')
    await repository.commit({ branch: 'other', message: 'Other', files: files({ 'a.yaml': 'A\n' }) })
    await repository.commit({ branch: 'main', message: 'Main', files: files({ 'a.yaml': 'AA\n' }) })
    expect(() => git(repository.workTree, 'merge', 'other')).toThrow()
    await expect(repository.switchTo('other')).rejects.toMatchObject({
      message: expect.stringMatching(/a merge is in progress/),
    })
    const record = { branch: 'main', message: 'Record', files: files({ 'b.yaml': 'b\n' }) }
    await expect(repository.commit(record)).rejects.toMatchObject({ code: 'would-overwrite' })
  })

  it('never writes through a symbolic link that leads out of the work tree', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const outside = (await repositoryWith({ 'kept.yaml': 'kept\n' })).workTree
    await repository.createBranch('other', 'main')
    await repository.commit({ branch: 'other', message: 'Other', files: files({ 'folder/kept.yaml': 'lost\n' }) })
    symlinkSync(outside, join(repository.workTree, 'folder'))
    await expect(repository.switchTo('other')).rejects.toMatchObject({ code: 'would-overwrite' })
    expect(git(outside, 'status', '--porcelain')).toBe('')
  })
})

describe('branches and tags', () => {
  it('are created once, and deleted also when they are packed', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const tip = await repository.resolve('main')
    await repository.createBranch('proposal/x', tip)
    await expect(repository.createBranch('proposal/x', tip)).rejects.toMatchObject({ code: 'already-exists' })
    await expect(repository.createBranch('proposal', tip)).rejects.toMatchObject({ code: 'already-exists' })
    await expect(repository.createBranch('proposal/x/y', tip)).rejects.toMatchObject({ code: 'already-exists' })
    git(repository.workTree, 'pack-refs', '--all')
    await repository.deleteBranch('proposal/x')
    expect(git(repository.workTree, 'branch', '--list', 'proposal/*')).toBe('')
    mkdirSync(join(repository.commonDirectory, 'refs/heads/proposal'), { recursive: true })
    await repository.createBranch('proposal', tip)
    await expect(repository.deleteBranch('main')).rejects.toMatchObject({ code: 'not-allowed' })
    for (const name of ['-x', 'a..b', 'a b', 'a.lock', 'refs/heads/x', 'HEAD', 'a\u0001', '.a', 'a/']) {
      await expect(repository.createBranch(name, tip), name).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  it('include annotated tags: creating the same one again changes nothing, and none is moved', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const tip = await repository.resolve('main')
    const request = { name: 'annex-1/v1', commit: tip, message: 'The text of the Convention' }
    const first = await repository.createTag(request)
    expect(await repository.createTag(request)).toEqual(first)
    expect(await repository.tags('annex-1/')).toEqual([
      { name: 'annex-1/v1', object: first.object, commit: tip, tagged: 'annex-1/v1' },
    ])
    expect(git(repository.workTree, 'tag', '-n', '--list')).toBe('annex-1/v1      The text of the Convention')
    const next = await repository.commit({ branch: 'main', message: 'Two', files: files({ 'a.yaml': 'b\n' }) })
    await expect(repository.createTag({ ...request, commit: next.commit })).rejects.toMatchObject({
      code: 'already-exists',
    })
  })
})
