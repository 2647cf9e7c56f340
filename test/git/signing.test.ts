import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesAddress, type Repository } from '../../src/git/index.ts'
import { withPatience } from '../fuzz/fuzz.ts'
import { CLERK, emptyFolder, expectSound, files, git, repositoryWith } from './fixture.ts'

/** A repository that signs with a fresh SSH key; the second value is what its allowed signers file says. */
async function signingRepository(): Promise<[Repository, Buffer]> {
  const repository = await repositoryWith({ 'a.yaml': 'a\n' })
  const key = join(emptyFolder(), 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'clerk', '-f', key])
  const settings = { 'gpg.format': 'ssh', 'user.signingKey': key, 'commit.gpgSign': 'true', 'tag.gpgSign': 'true' }
  for (const [name, value] of Object.entries(settings)) git(repository.workTree, 'config', name, value)
  return [repository, Buffer.from(`${CLERK.GIT_AUTHOR_EMAIL} ${readFileSync(`${key}.pub`, 'utf8')}`)]
}

describe('signatures', () => {
  it('are made as configured, and git accepts them', async () => {
    const [repository, signers] = await signingRepository()
    const unsigned = await repository.resolve('main')
    const { commit } = await repository.commit({ branch: 'main', message: 'Signed', files: files({ 'b.yaml': 'b\n' }) })
    const request = { name: 'annex-1/v1', commit, message: 'The text' }
    const { object } = await repository.createTag(request)
    expect(await repository.createTag(request)).toEqual({ object })
    const good = { state: 'good', signer: CLERK.GIT_AUTHOR_EMAIL }
    expect(await repository.checkSignature(commit, signers)).toEqual(good)
    expect(await repository.checkSignature(object, signers)).toEqual(good)
    expect(await repository.checkSignature(unsigned, signers)).toEqual({ state: 'none', signer: null })
    expectSound(repository.workTree)
  })

  it('by a key that is not allowed are unknown, and those that do not match the object are bad', async () => {
    const [repository, signers] = await signingRepository()
    const { commit } = await repository.commit({ branch: 'main', message: 'Signed', files: files({ 'b.yaml': 'b\n' }) })
    const [, others] = await signingRepository()
    expect((await repository.checkSignature(commit, others)).state).toBe('unknown')
    const forged = git(repository.workTree, 'cat-file', 'commit', commit).replace('Signed', 'Forged')
    const input = { cwd: repository.workTree, input: `${forged}\n`, encoding: 'utf8' } as const
    const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], input).trim()
    expect((await repository.checkSignature(id, signers)).state).toBe('bad')
  })

  it.each([
    ['clerk@example.org', 'Clerk@Example.org', true],
    ['other@example.org,*@treaty.example', 'clerk@treaty.example', true],
    ['clerk@example.org', 'k@example.org', false],
    ['xclerk@example.org', 'clerk@example.org', false],
    ['clerk@exampleXorg', 'clerk@example.org', false],
    ['clerk?@example.org', 'clerk1@example.org', true],
    ['c*k@*.example', 'clerk@clerk.treaty.example', true],
    ['*', 'clerk@example.org', true],
    // ssh_config(5), PATTERNS: "a negated match will never produce a positive result by itself", and undoes one of another.
    ['!clerk@example.org,*@example.org', 'clerk@example.org', false],
    ['*@example.org,!clerk@example.org', 'clerk@example.org', false],
    ['!clerk@example.org,*@example.org', 'deputy@example.org', true],
    ['!clerk@example.org', 'deputy@example.org', false],
  ])('by %s name %s as their author: %s', (principals, address, named) => {
    expect(namesAddress(principals, address)).toBe(named)
  })

  it('are checked quickly against principals with many stars', () => {
    const principals = `${'*a'.repeat(30)}b`
    withPatience(() => expect(namesAddress(principals, 'a'.repeat(100))).toBe(false), 5_000)
    expect(namesAddress(principals, `${'a'.repeat(100)}b`)).toBe(true)
  })

  it('that cannot be made stop the commit before anything is written', async () => {
    const [repository] = await signingRepository()
    git(repository.workTree, 'config', 'user.signingKey', '/nowhere/key')
    const before = await repository.resolve('main')
    const request = { branch: 'main', message: 'Signed', files: files({ 'b.yaml': 'b\n' }) }
    await expect(repository.commit(request)).rejects.toMatchObject({
      message: expect.stringMatching(/signing failed/),
    })
    expect(await repository.resolve('main')).toBe(before)
    expectSound(repository.workTree)
  })
})
