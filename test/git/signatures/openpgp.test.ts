import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Repository } from '../../../src/git/index.ts'
import { CLERK, git, repositoryWith } from '../fixture.ts'

const leftOut = spawnSync('gpg', ['--version']).status === 0 ? '' : ' (left out: gpg is not here)'
const WHO = CLERK.GIT_AUTHOR_EMAIL

describe.skipIf(leftOut !== '')(`signatures with OpenPGP keys${leftOut}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'gpg'))
  let fingerprint: string
  let expired: string

  beforeAll(() => {
    process.env.GNUPGHOME = home
    fingerprint = newKey(`Clerk <${WHO}>`, 'never')
    expired = newKey('Old <old@depositary.example>', '2024-01-31', '--faked-system-time=20240101T000000!')
  })

  afterEach(() => vi.unstubAllEnvs())

  afterAll(() => {
    execFileSync('gpgconf', ['--kill', 'all'])
    rmSync(home, { recursive: true, force: true })
    delete process.env.GNUPGHOME
  })

  it('are good when the fingerprint is allowed, and only then', async () => {
    const { repository, commit } = await signed(fingerprint)
    const check = (signers: string) => repository.checkSignature(commit, Buffer.from(signers))
    const line = `openpgp4fpr:${fingerprint.toLowerCase()}`
    const good = { state: 'good', signer: WHO }
    expect(await check(`# clerks\n${WHO} ${line}\n`)).toEqual(good)
    expect(await check(`${WHO} ${line} the clerk`)).toEqual(good)
    expect(await check(`${WHO} valid-after="20200101Z" ${line}`)).toEqual(good)
    expect(await check(`${WHO} valid-before="20200101Z" ${line}`)).toMatchObject({ state: 'unknown' })
    expect(await check(`${WHO} openpgp4fpr:${'0'.repeat(40)}\n`)).toMatchObject({ state: 'unknown' })
    expect(await check('')).toMatchObject({ state: 'unknown' })
  })

  it('are bad when the object is altered, and unknown without the key', async () => {
    const { repository, commit } = await signed(fingerprint)
    const allowed = Buffer.from(`${WHO} openpgp4fpr:${fingerprint}`)
    const id = write(repository, git(repository.workTree, 'cat-file', 'commit', commit).replace('Signed', 'Forged'))
    expect(await repository.checkSignature(id, allowed)).toMatchObject({ state: 'bad' })
    vi.stubEnv('GNUPGHOME', mkdtempSync(join(home, 'empty')))
    expect(await repository.checkSignature(commit, allowed)).toMatchObject({ state: 'unknown' })
  })

  it('stay good after the key has expired, if they were made before', async () => {
    const { repository, commit } = await signed(expired, '2024-01-15T12:00:00Z', '20240115T120000!')
    const allowed = Buffer.from(`old@depositary.example openpgp4fpr:${expired}`)
    expect(await repository.checkSignature(commit, allowed)).toMatchObject({ state: 'good' })
    // Signed in time, and yet the commit says that it is younger.
    const later = await signed(expired, '2024-03-01T12:00:00Z', '20240115T120000!')
    expect(await later.repository.checkSignature(later.commit, allowed)).toMatchObject({ state: 'bad' })
  })

  it('are checked by no program that the repository names or contains', async () => {
    const { repository, commit } = await signed(fingerprint)
    const sentinel = join(home, 'sentinel')
    const program = join(repository.workTree, 'bin', 'gpg')
    mkdirSync(join(repository.workTree, 'bin'))
    writeFileSync(program, `#!/bin/sh\ntouch ${sentinel}\nexit 0\n`)
    chmodSync(program, 0o755)
    for (const key of ['gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program']) {
      git(repository.workTree, 'config', key, program)
    }
    vi.stubEnv('PATH', [join(repository.workTree, 'bin'), 'bin', '.', '', process.env.PATH].join(':'))
    const allowed = Buffer.from(`${WHO} openpgp4fpr:${fingerprint}`)
    expect(await repository.checkSignature(commit, allowed)).toEqual({ state: 'good', signer: WHO })
    vi.stubEnv('PATH', [join(repository.workTree, 'bin'), 'bin', '.', ''].join(':'))
    await expect(repository.checkSignature(commit, allowed)).rejects.toMatchObject({ code: 'not-found' })
    // Without a line for such a key, gpg is not required.
    expect(await repository.checkSignature(commit, Buffer.from(''))).toMatchObject({ state: 'unknown' })
    expect(existsSync(sentinel)).toBe(false)
  })
})

/** Returns the fingerprint of a new key. */
function newKey(who: string, expires: string, ...more: string[]): string {
  const options = ['--batch', '--quiet', '--passphrase', '', '--pinentry-mode', 'loopback', '--status-fd', '1', ...more]
  const args = [...options, '--quick-generate-key', who, 'ed25519', 'sign', expires]
  const said = execFileSync('gpg', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  return /^\[GNUPG:\] KEY_CREATED \S+ ([0-9A-F]{40})$/m.exec(said)?.[1] ?? ''
}

async function signed(key: string, date = '2024-06-01T12:00:00Z', clock?: string) {
  const repository = await repositoryWith({ 'a.yaml': 'a\n' })
  const header = git(repository.workTree, 'cat-file', 'commit', 'main').replace(/\n\n[\s\S]*/, '')
  const seconds = Date.parse(date) / 1000
  const payload = `${header.replace(/^(committer .*>) .*$/m, `$1 ${seconds} +0000`)}\n\nSigned\n`
  const faked = clock === undefined ? [] : [`--faked-system-time=${clock}`]
  const args = ['--batch', '--quiet', '--pinentry-mode', 'loopback', ...faked, '-bsau', key]
  const signature = execFileSync('gpg', args, { input: payload, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] })
  const inHeader = `gpgsig ${signature.trimEnd().replaceAll('\n', '\n ')}`
  return { repository, commit: write(repository, payload.replace('\n\n', `\n${inHeader}\n\n`)) }
}

function write(repository: Repository, commit: string): string {
  const options = { cwd: repository.workTree, input: commit, encoding: 'utf8' } as const
  return execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], options).trim()
}
