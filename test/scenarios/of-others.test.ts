import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annexWith, git, newRepository } from './annex.ts'
import { giveAway, isSuperuser } from './unprivileged.ts'

const PARTY = ['party', 'add', 'FRA', '--name', 'France', '--instrument', 'accession', '--deposited', '2020-01-01']

const ALONE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', SUDO_UID: undefined }

// Only the superuser can make a repository of somebody else.
describe.runIf(isSuperuser)('in a repository of another user', () => {
  it('runs no program that its configuration names, until safe.directory lists it', () => {
    const folder = newRepository()
    const [ran, program, global] = ['ran', 'program', 'global'].map((name) => join(folder, '..', name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(program, `#!/bin/sh\ntouch ${ran}\necho '-----BEGIN PGP SIGNATURE-----'\n`)
    chmodSync(program, 0o755)
    for (const [key, value] of [
      ['commit.gpgSign', 'true'],
      ['gpg.program', program],
      ['safe.directory', '*'],
    ] as const) {
      git(folder, 'config', key, value)
    }
    giveAway(folder)
    const environment = { ...ALONE, GIT_CONFIG_GLOBAL: global }
    const { status, stderr } = annexWith(environment, folder, ...PARTY)
    expect(stderr).toMatch(/^annex: .* belongs to another user, .*git config --global --add safe\.directory .*\n$/)
    expect(status).toBe(2)
    expect(existsSync(ran)).toBe(false)
    expect(annexWith(environment, folder, 'show', 'annex-1').status).toBe(0)
    writeFileSync(global, `[safe]\n\tdirectory = ${folder}\n`)
    expect(annexWith(environment, folder, ...PARTY)).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(ran)).toBe(true)
  })

  it('does not call signatures bad that git does not check there', () => {
    const folder = newRepository()
    const key = join(folder, '../key')
    expect(spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]).status).toBe(0)
    writeFileSync(join(folder, 'annexes/register/keys'), `clerk@example.org ${readFileSync(`${key}.pub`, 'utf8')}`)
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'Name a key')
    const sign = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${key}`]
    writeFileSync(join(folder, 'annexes/note.txt'), 'A note\n')
    git(folder, 'add', '.')
    git(folder, ...sign, 'commit', '-q', '-S', '-m', 'Signed')
    giveAway(folder)
    const { status, stdout, stderr } = annexWith(ALONE, folder, 'verify')
    expect(`${stdout}${stderr}`).toMatch(/belongs to another user/)
    expect(`${stdout}${stderr}`).not.toMatch(/does not fit/)
    expect(status).not.toBe(0)
  })
})
