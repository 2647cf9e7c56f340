import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { expectSound, files, git, repositoryWith } from './fixture.ts'

describe('a revision', () => {
  it('is a commit, HEAD, branch, tag, edition, proposal or remote branch, followed by steps back', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const first = await repository.resolve('main')
    const { commit: second } = await repository.commit({
      branch: 'main',
      message: 'Two',
      files: files({ 'a.yaml': 'b\n' }),
    })
    await repository.createTag({ name: 'annex-1/v1', commit: first, message: 'The text of the Convention' })
    await repository.createBranch('proposal/add-budapest', first)
    git(repository.workTree, 'update-ref', 'refs/remotes/origin/proposal/from-afar', first)
    for (const name of [
      first,
      first.slice(0, 12),
      'HEAD~1',
      'main^',
      'annex-1/v1',
      'add-budapest',
      'proposal/add-budapest',
    ]) {
      expect(await repository.resolve(name), name).toBe(first)
    }
    expect(await repository.resolve('from-afar')).toBe(first)
    expect(await repository.resolve('origin/proposal/from-afar')).toBe(first)
    expect(await repository.resolve('main')).toBe(second)
  })

  it('has the same forms and the same meaning as in git', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const folder = repository.workTree
    for (const text of ['b', 'c']) {
      await repository.commit({ branch: 'main', message: text, files: files({ 'a.yaml': `${text}\n` }) })
    }
    await repository.createTag({ name: 'annex-1/v1', commit: await repository.resolve('main~1'), message: 'The text' })
    await repository.createBranch('proposal/x', 'main~2')
    await repository.switchTo('proposal/x')
    git(folder, 'update-ref', 'refs/remotes/origin/main', 'main~1')
    const names = [
      '@',
      '@~0',
      'heads/main',
      'tags/annex-1/v1',
      'remotes/origin/main',
      'annex-1/v1^{}',
      'main^{commit}~1',
    ]
    for (const name of [...names, 'main@{0}', 'main@{1}', 'main@{2}', 'HEAD@{1}^', 'heads/main@{1}']) {
      expect(await repository.resolve(name), name).toBe(git(folder, 'rev-parse', `${name}^{commit}`))
    }
    for (const name of ['main@{9}', 'annex-1/v1@{0}', 'main@{yesterday}', 'main@{-1}', 'main^{tree}', '@{0}']) {
      await expect(repository.resolve(name), name).rejects.toMatchObject({ code: 'unknown-revision' })
    }
  })

  it('that is hostile or unknown is refused', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const bad = [
      '',
      'nowhere',
      '--help',
      '../../config',
      'main:a.yaml',
      'main..main',
      '@{-1}',
      'x\u0007y',
      'HEAD~99',
      '.git',
      'a'.repeat(5000),
    ]
    for (const name of bad)
      await expect(repository.resolve(name), name).rejects.toMatchObject({ code: 'unknown-revision' })
  })

  it('reads the same when all is packed', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    await repository.commit({ branch: 'main', message: 'Two', files: files({ 'a.yaml': 'b\n', 'n/b.yaml': 'c\n' }) })
    await repository.createTag({ name: 'annex-1/v1', commit: await repository.resolve('main'), message: 'One' })
    const before = await repository.resolve('annex-1/v1')
    git(repository.workTree, 'gc', '-q')
    const packed = await openTreatyRepository(repository.workTree)
    expect(await packed.resolve('annex-1/v1')).toBe(before)
    expect(await packed.resolve(before.slice(0, 10))).toBe(before)
    expect(await packed.at(before).listFiles('')).toEqual(['a.yaml', 'n/b.yaml'])
    expect(Buffer.from((await packed.at(`${before}`).readFile('n/b.yaml')) ?? []).toString()).toBe('c\n')
  })

  it('reads the same when `git maintenance` packed the loose objects under names of its own', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    const before = await repository.resolve('main')
    for (const _ of ['packs them', 'removes those packed']) {
      git(repository.workTree, 'maintenance', 'run', '--task=loose-objects')
    }
    expect(git(repository.workTree, 'count-objects')).toMatch(/^0 objects/)
    expect(readdirSync(join(repository.commonDirectory, 'objects/pack')).join()).toContain('loose-')
    const packed = await openTreatyRepository(repository.workTree)
    expect(await packed.at(before).listFiles('')).toEqual(['a.yaml'])
    await packed.commit({ branch: 'main', message: 'Two', files: files({ 'a.yaml': 'b\n' }) })
    expectSound(repository.workTree)
  })
})
