import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Repository } from '../../../src/git/index.ts'
import { newOwner } from '../../../src/git/locks/owner-files.ts'
import { openTreatyRepository } from '../../../src/workflows/record/treaty-repository.ts'
import { emptyFolder, expectSound, files, git, readWork, repositoryWith, writeWork } from '../../git/fixture.ts'
import { type GitServer, startGitServer } from './git-server.ts'
import { recordOnTwoSides } from './two-sides.ts'
import { synchronize } from './unaudited.ts'

let server: GitServer
beforeEach(async () => {
  server = await startGitServer()
})
afterEach(() => {
  vi.unstubAllEnvs()
  return server.close()
})

/** Two clones of one repository with a first commit, both connected to the server. */
async function twoClones(): Promise<[Repository, Repository]> {
  const one = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
  git(one.workTree, 'remote', 'add', 'origin', server.url)
  await synchronize(one)
  const folder = join(emptyFolder(), 'other')
  git(one.workTree, 'clone', '-q', server.folder, folder)
  // By HTTP from here on; not for the clone, which would wait for a server that waits for it, in one process.
  git(folder, 'remote', 'set-url', 'origin', server.url)
  return [one, await openTreatyRepository(folder)]
}

function setUrl(folder: string, url: string): void {
  git(folder, 'remote', 'set-url', 'origin', url)
}

/** Makes an annotated tag on main, as somebody did at that time. */
function tagAt({ workTree }: Repository, time: string, name: string, message: string): void {
  const env = { ...process.env, GIT_COMMITTER_DATE: time }
  execFileSync('git', ['tag', '-a', '-m', message, name, 'main'], { cwd: workTree, env })
}

const event = (name: string) => `annexes/proposals/x/events/${name}.yaml`

describe('annex sync over HTTP', () => {
  it('shares main, proposals and tags with a server that plain git clones from', async () => {
    const [one, other] = await twoClones()
    await one.createBranch('proposal/x', 'main')
    await one.commit({ branch: 'proposal/x', message: 'Draft', files: files({ 'annexes/annex-1.yaml': 'draft\n' }) })
    await one.createTag({ name: 'annex-1/v1', commit: await one.resolve('main'), message: 'The text' })
    expect(await synchronize(one, { remote: 'origin' })).toMatchObject({
      sent: ['annex-1/v1', 'proposal/x'],
      disagreements: [],
    })
    expect((await synchronize(other)).received).toEqual(['annex-1/v1', 'proposal/x'])
    expect(await other.resolve('x')).toBe(await one.resolve('x'))
    expect(git(other.workTree, 'cat-file', '-t', 'annex-1/v1')).toBe('tag')
    expect(await synchronize(other)).toMatchObject({ sent: [], received: [], replayed: 0 })
    expectSound(one.workTree)
    expectSound(other.workTree)
    expect(git(server.folder, 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  it('replays local commits on top of the remote, also when both chose one file name, and updates the work tree', async () => {
    const [one, other] = await twoClones()
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('2021-01-01-objection-FRA')]: 'one\n' }) })
    await other.commit({
      branch: 'main',
      message: 'Two',
      files: files({ [event('2021-01-01-objection-FRA')]: 'two\n' }),
    })
    await synchronize(one)
    expect(await synchronize(other)).toMatchObject({ replayed: 1, sent: ['main'] })
    await synchronize(one)
    for (const clone of [one, other]) {
      expect(readWork(clone, event('2021-01-01-objection-FRA'))).toBe('one\n')
      expect(readWork(clone, event('2021-01-01-objection-FRA-2'))).toBe('two\n')
      expectSound(clone.workTree)
    }
    expect(git(one.workTree, 'log', '--format=%s')).toBe('Two\nOne\nBegin')
  })

  it('keeps a merge a merge, and moves an unshared tag to it', async () => {
    const [one, other] = await twoClones()
    await other.createBranch('proposal/x', 'main')
    const side = await other.commit({
      branch: 'proposal/x',
      message: 'Draft',
      files: files({ 'annexes/annex-1.yaml': 'new\n' }),
    })
    const adopted = files({ 'annexes/annex-1.yaml': 'new\n' })
    const merge = await other.commit({ branch: 'main', message: 'Adopt', parents: [side.commit], files: adopted })
    await other.createTag({ name: 'annex-1/v2', commit: merge.commit, message: 'Adopted' })
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('e')]: 'one\n' }) })
    await synchronize(one)
    await synchronize(other)
    await synchronize(one)
    expect(git(one.workTree, 'log', '-1', '--format=%s %p', 'annex-1/v2')).toMatch(/^Adopt \w+ \w+$/)
    expect(await one.resolve('annex-1/v2')).toBe(await one.resolve('main'))
    expectSound(one.workTree)
  })

  it('refuses, with nothing moved, when both sides changed one file', async () => {
    const [one, other] = await twoClones()
    await one.commit({ branch: 'main', message: 'One', files: files({ 'annexes/annex-1.yaml': 'one\n' }) })
    const { commit } = await other.commit({
      branch: 'main',
      message: 'Two',
      files: files({ 'annexes/annex-1.yaml': 'two\n' }),
    })
    await synchronize(one)
    await expect(synchronize(other)).rejects.toMatchObject({
      code: 'moved-meanwhile',
      message: expect.stringMatching(/annexes\/annex-1\.yaml was changed both here/),
    })
    expect(await other.resolve('main')).toBe(commit)
    expectSound(other.workTree)
  })

  it('refuses before it writes when work would be overwritten', async () => {
    const [one, other] = await twoClones()
    await one.commit({ branch: 'main', message: 'One', files: files({ 'annexes/annex-1.yaml': 'one\n' }) })
    await synchronize(one)
    writeWork(other, 'annexes/annex-1.yaml', 'being edited\n')
    await expect(synchronize(other)).rejects.toMatchObject({ code: 'would-overwrite' })
    expect(readWork(other, 'annexes/annex-1.yaml')).toBe('being edited\n')
  })

  it('reports a proposal that has diverged and a tag that differs, and leaves both', async () => {
    const [one, other] = await twoClones()
    for (const [clone, text] of [
      [one, 'one\n'],
      [other, 'two\n'],
    ] as const) {
      await clone.createBranch('proposal/x', 'main')
      await clone.commit({ branch: 'proposal/x', message: text, files: files({ 'annexes/annex-1.yaml': text }) })
      await clone.createTag({ name: 'annex-1/v1', commit: await clone.resolve('main'), message: `By ${text}` })
    }
    await synchronize(one)
    const before = await other.resolve('proposal/x')
    const { disagreements } = await synchronize(other)
    expect(disagreements).toEqual([
      expect.stringMatching(/^proposal\/x has diverged from the server/),
      expect.stringMatching(/^The tag annex-1\/v1 differs from the server's/),
    ])
    expect(await other.resolve('proposal/x')).toBe(before)
  })

  it.each([
    'HTTP',
    'the git program',
  ])("keeps the server's tag where two clones made one of the same words for the same commit (%s)", async (how) => {
    const [one, other] = await twoClones()
    if (how !== 'HTTP') for (const { workTree } of [one, other]) setUrl(workTree, server.folder)
    tagAt(one, '2021-08-14T12:00:00Z', 'annex-1/v2', 'Second edition')
    tagAt(other, '2021-08-14T12:00:01Z', 'annex-1/v2', 'Second edition')
    tagAt(one, '2021-08-14T12:00:00Z', 'annex-1/v3', 'Third edition')
    git(other.workTree, 'tag', 'annex-1/v3', 'main')
    const ours = git(other.workTree, 'rev-parse', 'annex-1/v3')
    await synchronize(one)
    const theirs = git(one.workTree, 'rev-parse', 'annex-1/v2')
    expect(git(other.workTree, 'rev-parse', 'annex-1/v2')).not.toBe(theirs)
    expect(await synchronize(other)).toMatchObject({
      received: ['annex-1/v2'],
      sent: [],
      disagreements: ["The tag annex-1/v3 differs from the server's"],
    })
    expect(git(other.workTree, 'rev-parse', 'annex-1/v2')).toBe(theirs)
    expect(git(other.workTree, 'rev-parse', 'annex-1/v3')).toBe(ours)
    expect(await synchronize(other)).toMatchObject({ received: [], sent: [] })
    expectSound(other.workTree)
  })

  it('reports what a server rejects, and when it requires authentication', async () => {
    const [one] = await twoClones()
    const hook = join(server.folder, 'hooks', 'update')
    writeFileSync(hook, '#!/bin/sh\ncase "$1" in refs/heads/proposal/*) echo "no drafts here" >&2; exit 1;; esac\n')
    chmodSync(hook, 0o755)
    await one.createBranch('proposal/x', 'main')
    await one.commit({ branch: 'proposal/x', message: 'Draft', files: files({ 'a.yaml': 'a\n' }) })
    await one.commit({ branch: 'main', message: 'Record', files: files({ [event('e')]: 'e\n' }) })
    const report = await synchronize(one)
    expect(report.sent).toEqual(['main'])
    expect(report.disagreements).toEqual([expect.stringMatching(/rejected proposal\/x/)])
    server.askFor('secret')
    await expect(synchronize(one)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(/requires authentication/),
    })
    process.env.ANNEX_PASSWORD = 'secret'
    try {
      expect((await synchronize(one)).remote).toBe('origin')
    } finally {
      delete process.env.ANNEX_PASSWORD
    }
  })

  it('removes what a killed sync had received, and nothing that a process may still need', async () => {
    const [one] = await twoClones()
    const annex = join(one.workTree, '.git/annex')
    const received = () => readdirSync(annex).filter((name) => name.startsWith('incoming-'))
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    const owner = newOwner()
    const [gone, elsewhere] = [owner.replace(/\.\d+\./, `.${ended}.`), owner.replace(/^\w+/, '0'.repeat(8))]
    for (const each of [owner, gone, elsewhere]) {
      mkdirSync(join(annex, `incoming-${each}/objects/pack`), { recursive: true })
      writeFileSync(join(annex, `incoming-${each}/objects/pack/pack-1.pack`), 'PACK')
    }
    await one.commit({ branch: 'main', message: 'Record', files: files({ [event('e')]: 'e\n' }) })
    expect(received().sort()).toEqual([`incoming-${owner}`, `incoming-${elsewhere}`].sort())
  })

  it('receives under the name of its process', async () => {
    const [one, other] = await twoClones()
    await other.commit({ branch: 'main', message: 'Record', files: files({ [event('e')]: 'e\n' }) })
    await synchronize(other)
    const annex = join(one.workTree, '.git/annex')
    const seen = new Set<string>()
    const watcher = watch(annex, (_, name) => seen.add(String(name)))
    await synchronize(one)
    watcher.close()
    const names = [...seen].filter((name) => name.startsWith('incoming-'))
    expect(names).not.toEqual([])
    const own = newOwner().replace(/[^.]+$/, '')
    expect(names.filter((name) => !name.startsWith(`incoming-${own}`))).toEqual([])
    expect(readdirSync(annex).filter((name) => name.startsWith('incoming-'))).toEqual([])
  })

  it('gives at once the reason of a server that has words of its own, whatever words they are', async () => {
    const [one] = await twoClones()
    git(server.folder, 'config', 'receive.procReceiveRefs', 'refs/heads/main')
    const hook = join(server.folder, 'hooks', 'proc-receive')
    // It answers in git's packets (githooks(5), proc-receive): four digits of length, then the words.
    const words = ['version=1', 'ng refs/heads/main blocked by policy until the lock exists'].map(
      (line) => `${(line.length + 4).toString(16).padStart(4, '0')}${line}`,
    )
    writeFileSync(hook, `#!/bin/sh\nprintf '${words[0]}0000${words[1]}0000'\ncat > /dev/null\n`)
    chmodSync(hook, 0o755)
    await one.commit({ branch: 'main', message: 'Record', files: files({ [event('e')]: 'e\n' }) })
    const { sent, disagreements } = await synchronize(one)
    expect(sent).toEqual([])
    expect(disagreements).toEqual(['The server rejected main: blocked by policy until the lock exists'])
  })

  it('asks for the password of the user in the address, and rejects no other', async () => {
    const [one] = await twoClones()
    const store = join(emptyFolder(), 'passwords')
    const { host } = new URL(server.url)
    const [bob, alice] = [`http://bob:other@${host}`, `http://alice:secret@${host}`]
    writeFileSync(store, `${bob}\n${alice}\n`, { mode: 0o600 })
    const kept = () => readFileSync(store, 'utf8').replaceAll('%3a', ':').trim().split('\n').sort()
    const own = join(emptyFolder(), 'gitconfig')
    git(one.workTree, 'config', '--file', own, 'credential.helper', `store --file=${store}`)
    vi.stubEnv('GIT_CONFIG_GLOBAL', own)
    git(one.workTree, 'remote', 'set-url', 'origin', server.url.replace('//', '//alice@'))
    server.askFor('secret', 'alice')
    expect(await synchronize(one)).toMatchObject({ url: server.url, disagreements: [] })
    expect(kept()).toEqual([alice, bob])
    // One that fails is forgotten, and no other; one that nobody's helper gave is nobody's to forget.
    server.askFor('changed', 'alice')
    await expect(synchronize(one)).rejects.toMatchObject({ message: expect.stringMatching(/requires authentication/) })
    expect(kept()).toEqual([bob])
    git(one.workTree, 'remote', 'set-url', 'origin', server.url.replace('//', '//bob:wrong@'))
    await expect(synchronize(one)).rejects.toMatchObject({ message: expect.stringMatching(/requires authentication/) })
    expect(kept()).toEqual([bob])
    server.introduced.length = 0
    git(one.workTree, 'remote', 'set-url', 'origin', server.url.replace('//', '//alice@'))
    process.env.ANNEX_PASSWORD = 'changed'
    try {
      expect((await synchronize(one)).disagreements).toEqual([])
    } finally {
      delete process.env.ANNEX_PASSWORD
    }
    expect(new Set(server.introduced)).toEqual(new Set(['alice']))
  })

  it('asks a person for the password alone where the address names the user', async () => {
    const [one] = await twoClones()
    git(one.workTree, 'remote', 'set-url', 'origin', server.url.replace('//', '//alice@'))
    server.askFor('secret', 'alice')
    const asked: unknown[] = []
    const ask = async (place: string, username = '') => {
      asked.push([place, username])
      return { username, password: 'secret' }
    }
    expect((await synchronize(one, { remote: 'origin', ask })).disagreements).toEqual([])
    expect(asked).toEqual([[server.url, 'alice']])
  })

  it('follows a redirect, also with a push; or names the new address', async () => {
    const [one] = await twoClones()
    git(one.workTree, 'remote', 'set-url', 'origin', server.oldUrl)
    server.askFor('secret')
    process.env.ANNEX_PASSWORD = 'secret'
    try {
      await one.commit({ branch: 'main', message: 'One', files: files({ [event('e')]: 'one\n' }) })
      expect((await synchronize(one)).sent).toEqual(['main'])
      expect(git(server.folder, 'rev-parse', 'main')).toBe(await one.resolve('main'))
      git(one.workTree, 'config', 'http.followRedirects', 'false')
      await expect(synchronize(one)).rejects.toMatchObject({
        message: expect.stringContaining(server.url),
        remedy: expect.stringContaining(`git remote set-url origin ${server.url}`),
      })
    } finally {
      delete process.env.ANNEX_PASSWORD
    }
  })

  it('sends no credentials to another server that the first redirects to', async () => {
    const [one] = await twoClones()
    const first = createServer(({ url = '' }, response) => {
      response.writeHead(301, { Location: server.url + url.replace('/old.git', '') }).end()
    })
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve))
    const { port } = first.address() as AddressInfo
    git(one.workTree, 'remote', 'set-url', 'origin', `http://clerk:secret@127.0.0.1:${port}/old.git`)
    server.askFor('secret')
    server.introduced.length = 0
    process.env.ANNEX_PASSWORD = 'secret'
    try {
      await expect(synchronize(one)).rejects.toMatchObject({ code: 'network' })
      expect(server.introduced).toEqual([])
    } finally {
      delete process.env.ANNEX_PASSWORD
      first.close()
    }
  })

  it('uses the addresses and headers that the configuration gives', async () => {
    const [one] = await twoClones()
    git(one.workTree, 'config', 'url.http://127.0.0.1:.insteadOf', 'office:')
    git(one.workTree, 'remote', 'set-url', 'origin', server.url.replace('http://127.0.0.1:', 'office:'))
    git(one.workTree, 'remote', 'set-url', '--push', 'origin', server.folder)
    git(one.workTree, 'config', 'http.extraHeader', 'X-Office: elsewhere')
    git(one.workTree, 'config', `http.${new URL(server.url).origin}.extraHeader`, 'X-Office: depositary')
    server.offices.clear()
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('e')]: 'one\n' }) })
    // What the server would refuse by HTTP goes the other way.
    git(server.folder, 'config', 'http.receivepack', 'false')
    expect(await synchronize(one)).toMatchObject({ url: server.url, sent: ['main'] })
    expect([...server.offices]).toEqual(['depositary'])
  })

  it('reports at once why a server rejects commits, when trying again does not help', async () => {
    const [one] = await twoClones()
    git(server.folder, 'config', 'http.receivepack', 'false')
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('e')]: 'one\n' }) })
    await expect(synchronize(one)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(/requires authentication/),
    })
  })

  it('deletes a stale remote branch when another needs its name', async () => {
    const [one, other] = await twoClones()
    git(server.folder, 'branch', 'feature', 'main')
    git(server.folder, 'branch', 'topic/a', 'main')
    git(server.folder, 'branch', 'kept', 'main')
    await synchronize(other)
    for (const gone of ['feature', 'topic/a', 'kept']) git(server.folder, 'branch', '-D', gone)
    git(server.folder, 'branch', 'feature/a', 'main')
    git(server.folder, 'branch', 'topic', 'main')
    expect((await synchronize(other)).disagreements).toEqual([])
    const noted = git(other.workTree, 'for-each-ref', '--format=%(refname:strip=3)', 'refs/remotes/origin').split('\n')
    expect(noted).toEqual(expect.arrayContaining(['feature/a', 'kept', 'topic']))
    expect(noted).not.toContain('feature')
    expectSound(one.workTree)
  })

  it.each([true, false])('signs a moved tag again, or leaves it unsigned: %s', async (signs) => {
    const [one, other] = await twoClones()
    const key = join(emptyFolder(), 'key')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'clerk', '-f', key])
    const settings = { 'gpg.format': 'ssh', 'user.signingKey': key, 'tag.gpgSign': 'true' }
    for (const [name, value] of Object.entries(settings)) git(other.workTree, 'config', name, value)
    const { commit } = await other.commit({ branch: 'main', message: 'Two', files: files({ [event('t')]: 'two\n' }) })
    await other.createTag({ name: 'annex-1/v2', commit, message: 'Adopted' })
    git(other.workTree, 'config', 'tag.gpgSign', String(signs))
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('o')]: 'one\n' }) })
    await synchronize(one)
    await synchronize(other)
    expect(await other.resolve('annex-1/v2')).toBe(await other.resolve('main'))
    const signers = Buffer.from(`clerk@depositary.example ${readFileSync(`${key}.pub`, 'utf8')}`)
    const check = await other.checkSignature(git(other.workTree, 'rev-parse', 'refs/tags/annex-1/v2'), signers)
    expect(check.state).toBe(signs ? 'good' : 'none')
  })

  it('does not send a tag on a commit that is on no branch, and says so', async () => {
    const [one] = await twoClones()
    const { commit } = await one.commit({ branch: 'main', message: 'One', files: files({ [event('o')]: 'one\n' }) })
    await one.createTag({ name: 'annex-1/v2', commit, message: 'Adopted' })
    git(one.workTree, 'reset', '-q', '--hard', 'main~1')
    expect(await synchronize(one)).toMatchObject({
      sent: [],
      disagreements: [expect.stringMatching(/git tag -d annex-1\/v2/)],
    })
  })

  it('keeps a branch that starts at a commit that both sides made alike', async () => {
    const [one, other] = await twoClones()
    const same = files({ [event('e')]: 'one\n' })
    const { commit } = await other.commit({ branch: 'main', message: 'Two', files: same })
    await one.commit({ branch: 'main', message: 'One', files: same })
    await synchronize(one)
    await other.createBranch('proposal/x', 'main')
    expect(await synchronize(other)).toMatchObject({ replayed: 1 })
    expect(git(other.workTree, 'log', '--format=%s', 'main')).toBe('Two\nOne\nBegin')
    expect(git(other.workTree, 'log', '-1', '--format=%(trailers:key=Replays,valueonly)', 'main').trim()).toBe(commit)
  })

  it('refuses a main that shares no history with the local one, with what to do', async () => {
    const [one] = await twoClones()
    const another = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\nnote: another\n' })
    git(another.workTree, 'push', '-q', '--force', server.folder, 'main')
    const before = await one.resolve('main')
    await expect(synchronize(one)).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringMatching(/^main on http.* shares no history with main in this clone/),
      remedy: expect.stringContaining('git remote get-url origin'),
    })
    expect(await one.resolve('main')).toBe(before)
  })

  it('loses nothing when connections break before or after the server took a push', async () => {
    const [one, other] = await twoClones()
    await recordOnTwoSides(server, [one, other], 3)
  })
})

describe('annex sync through the git program', () => {
  it('shares with a repository in a folder, and says so when git is not there', async () => {
    const one = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
    git(one.workTree, 'remote', 'add', 'origin', server.folder)
    expect((await synchronize(one)).sent).toEqual(['main'])
    const folder = join(emptyFolder(), 'other')
    git(one.workTree, 'clone', '-q', server.folder, folder)
    const other = await openTreatyRepository(folder)
    await one.commit({ branch: 'main', message: 'One', files: files({ [event('e')]: 'one\n' }) })
    await other.commit({ branch: 'main', message: 'Two', files: files({ [event('e')]: 'two\n' }) })
    await synchronize(one)
    await synchronize(other)
    await synchronize(one)
    expect(await one.resolve('main')).toBe(await other.resolve('main'))
    expectSound(other.workTree)
    const path = process.env.PATH
    process.env.PATH = '/nowhere'
    try {
      await expect(synchronize(one)).rejects.toMatchObject({
        code: 'network',
        remedy: expect.stringMatching(/install git/),
      })
    } finally {
      process.env.PATH = path
    }
  })

  it('refuses addresses that would run something', async () => {
    const one = await repositoryWith({ 'a.yaml': 'a\n' })
    await expect(synchronize(one)).rejects.toMatchObject({ code: 'not-found' })
    git(one.workTree, 'config', 'remote.evil.url', 'ext::sh -c touch% /tmp/pwned')
    await expect(synchronize(one, { remote: 'evil' })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
