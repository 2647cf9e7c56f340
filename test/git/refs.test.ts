import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectSound, files, git, repositoryWith } from './fixture.ts'

describe('a symbolic branch', () => {
  it('is read, and refused by name before anything is written', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const folder = repository.workTree
    git(folder, 'branch', '-m', 'main', 'master')
    git(folder, 'symbolic-ref', 'refs/heads/main', 'refs/heads/master')
    const before = await repository.resolve('main')
    const request = { branch: 'main', message: 'Two', files: files({ 'b.yaml': 'b\n' }) }
    const refused = {
      code: 'not-allowed',
      message: 'main is a symbolic ref to master, and symbolic refs are not written',
    }
    await expect(repository.commit(request)).rejects.toMatchObject(refused)
    expect(git(folder, 'symbolic-ref', 'refs/heads/main')).toBe('refs/heads/master')
    expect(git(folder, 'rev-parse', 'master')).toBe(before)
    expectSound(folder)
    git(folder, 'symbolic-ref', 'refs/heads/nowhere', 'refs/heads/gone')
    await expect(repository.createBranch('nowhere', before)).rejects.toMatchObject({ code: 'not-allowed' })
    git(folder, 'symbolic-ref', '-d', 'refs/heads/nowhere')
    // The way out that the message names.
    git(folder, 'symbolic-ref', '-d', 'refs/heads/main')
    git(folder, 'branch', '-m', 'master', 'main')
    await repository.commit(request)
    expectSound(folder)
  })
})

describe('folders in the way of a new branch', () => {
  it('are removed when they are empty, in refs and in logs', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    for (const base of ['refs', 'logs/refs']) {
      mkdirSync(join(repository.commonDirectory, base, 'heads/proposal/x/once/there'), { recursive: true })
    }
    await repository.createBranch('proposal/x', 'main')
    expect(git(repository.workTree, 'reflog', 'proposal/x', '--format=%gs')).toBe('branch: Created from main')
  })

  it('are named when they hold reflogs of deleted branches', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const logs = join(repository.commonDirectory, 'logs/refs/heads')
    mkdirSync(join(logs, 'one'))
    for (const log of ['one/old', 'two']) appendFileSync(join(logs, log), '')
    for (const name of ['one', 'two/new']) {
      await expect(repository.createBranch(name, 'main')).rejects.toMatchObject({
        code: 'already-exists',
        message: expect.stringContaining(`reflogs of deleted branches are at ${join(logs, name)}`),
      })
    }
    expect((await repository.branches()).map(({ name }) => name)).toEqual(['main'])
  })
})
