import { describe, expect, it } from 'vitest'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { expectSound, files, git, readWork, repositoryWith, writeWork } from './fixture.ts'

describe('a commit', () => {
  it('is valid for git, and files and index are updated', async () => {
    const repository = await repositoryWith({ 'README.md': 'Read me\n', 'annexes/annex-1.yaml': 'document: annex-1\n' })
    await repository.commit({
      branch: 'main',
      message: 'File an event',
      files: files({ 'annexes/proposals/x/events/2031-01-15-circulated.yaml': 'event: circulated\n' }),
    })
    expectSound(repository.workTree)
    expect(git(repository.workTree, 'log', '--format=%an <%ae> %s')).toBe(
      'A Clerk <clerk@depositary.example> File an event\nA Clerk <clerk@depositary.example> Begin',
    )
    expect(readWork(repository, 'annexes/proposals/x/events/2031-01-15-circulated.yaml')).toBe('event: circulated\n')
  })

  it('on a branch that is not checked out changes no file in the work tree', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    await repository.createBranch('proposal/x', 'main')
    await repository.switchTo('proposal/x')
    writeWork(repository, 'a.yaml', 'being edited\n')
    await repository.commit({ branch: 'main', message: 'Record', files: files({ 'b.yaml': 'b\n' }) })
    expect(git(repository.workTree, 'status', '--porcelain')).toBe(' M a.yaml')
    expect(git(repository.workTree, 'show', 'main:b.yaml')).toBe('b')
  })

  it('is refused, before anything is written, when it would overwrite an edited file', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n', 'b.yaml': 'b\n' })
    const before = await repository.resolve('main')
    writeWork(repository, 'a.yaml', 'being edited\n')
    writeWork(repository, 'new.yaml', 'mine\n')
    const request = { branch: 'main', message: 'Record', files: files({ 'a.yaml': 'A\n', 'new.yaml': 'theirs\n' }) }
    await expect(repository.commit(request)).rejects.toMatchObject({
      code: 'would-overwrite',
      message: expect.stringMatching(/a\.yaml, new\.yaml/),
    })
    expect(await repository.resolve('main')).toBe(before)
    expect(readWork(repository, 'a.yaml')).toBe('being edited\n')
    await repository.commit({ branch: 'main', message: 'Elsewhere', files: files({ 'b.yaml': 'B\n' }) })
    expect(git(repository.workTree, 'status', '--porcelain')).toBe(' M a.yaml\n?? new.yaml')
  })

  it('goes on top of a branch that has moved since, unless the same path has changed', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const seen = await repository.resolve('main')
    await repository.commit({ branch: 'main', message: 'Other clerk', files: files({ 'b.yaml': 'b\n' }) })
    await repository.commit({ branch: 'main', expected: seen, message: 'Mine', files: files({ 'c.yaml': 'c\n' }) })
    expect(git(repository.workTree, 'ls-files')).toBe('a.yaml\nb.yaml\nc.yaml')
    const request = { branch: 'main', expected: seen, message: 'Mine', files: files({ 'b.yaml': 'mine\n' }) }
    await expect(repository.commit(request)).rejects.toMatchObject({ code: 'moved-meanwhile' })
    expectSound(repository.workTree)
  })

  it('with a second parent is a merge; it deletes files and keeps modes', async () => {
    const repository = await repositoryWith({ 'run.sh': '#!/bin/sh\n', 'old/x.yaml': 'x\n' })
    git(repository.workTree, 'update-index', '--chmod=+x', 'run.sh')
    git(repository.workTree, 'commit', '-qm', 'Make it run')
    git(repository.workTree, 'checkout', '-q', 'run.sh')
    await repository.createBranch('proposal/x', 'main')
    const side = await repository.commit({ branch: 'proposal/x', message: 'Side', files: files({ 's.yaml': 's\n' }) })
    await repository.commit({
      branch: 'main',
      message: 'Merge',
      parents: [side.commit],
      files: files({ 's.yaml': 's\n', 'run.sh': '#!/bin/sh\ntrue\n', 'old/x.yaml': null }),
    })
    expectSound(repository.workTree)
    expect(git(repository.workTree, 'ls-files', '-s', 'run.sh')).toMatch(/^100755/)
    expect(git(repository.workTree, 'log', '--merges', '--format=%s')).toBe('Merge')
    expect(git(repository.workTree, 'ls-files')).toBe('run.sh\ns.yaml')
  })

  it('refuses paths that lead out of the work tree or into .git', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const bad = [
      '../x',
      '/etc/x',
      '.git/config',
      'a/.GIT/x',
      'GIT~1/x',
      '.g\u200cit/x',
      '.git::$INDEX_ALLOCATION/x',
      'a//b',
      'x\ny',
      'C:/x',
      '.git./x',
    ]
    for (const path of bad) {
      const request = { branch: 'main', message: 'Bad', files: files({ [path]: 'x\n' }) }
      await expect(repository.commit(request), path).rejects.toMatchObject({ code: 'invalid' })
    }
    expectSound(repository.workTree)
  })

  it('updates every work tree in which the branch is checked out', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const linked = `${repository.workTree}/../${repository.workTree.split('/').at(-1)}-linked`
    git(repository.workTree, 'worktree', 'add', '-q', '-b', 'proposal/x', linked)
    const there = await openTreatyRepository(linked)
    expect(await there.head()).toMatchObject({ branch: 'proposal/x' })
    await there.commit({ branch: 'main', message: 'From afar', files: files({ 'a.yaml': 'main\n' }) })
    await repository.commit({ branch: 'proposal/x', message: 'To afar', files: files({ 'a.yaml': 'x\n' }) })
    expectSound(repository.workTree)
    expectSound(linked)
    expect([readWork(repository, 'a.yaml'), readWork(there, 'a.yaml')]).toEqual(['main\n', 'x\n'])
    git(repository.workTree, 'worktree', 'remove', linked)
  })
})
