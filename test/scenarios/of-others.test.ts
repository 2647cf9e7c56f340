import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annexWith, CLERK, git, newRepository } from './annex.ts'
import { giveAway, isSuperuser } from './unprivileged.ts'

const PARTY = ['party', 'add', 'FRA', '--name', 'France', '--instrument', 'accession', '--deposited', '2020-01-01']

const ALONE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', SUDO_UID: undefined }

// Only the superuser can make a repository of somebody else.
describe.each(isSuperuser ? ['another user', 'oneself'] : ['oneself'])('in a repository of %s', (owner) => {
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
    if (owner === 'another user') giveAway(folder)
    const environment = { ...ALONE, GIT_CONFIG_GLOBAL: global }
    const { status, stderr } = annexWith(environment, folder, ...PARTY)
    expect(stderr).toBe(
      `annex: the repository's own configuration names a program in gpg.program, which is not run; set gpg.program in your own configuration (git config --global), or, if you trust .git/config, run git config --global --add safe.directory ${folder}\n`,
    )
    expect(status).toBe(2)
    expect(existsSync(ran)).toBe(false)
    expect(annexWith(environment, folder, 'show', 'annex-1').status).toBe(0)
    writeFileSync(global, `[safe]\n\tdirectory = ${folder}\n`)
    expect(annexWith(environment, folder, ...PARTY)).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(ran)).toBe(true)
  })

  it('checks signatures', () => {
    const folder = newRepository()
    const key = join(folder, '../key')
    expect(spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]).status).toBe(0)
    writeFileSync(
      join(folder, 'annexes/register/keys'),
      `${CLERK.GIT_AUTHOR_EMAIL} ${readFileSync(`${key}.pub`, 'utf8')}`,
    )
    git(folder, 'add', '.')
    const sign = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${key}`]
    git(folder, ...sign, 'commit', '-q', '-S', '-m', 'Name a key')
    if (owner === 'another user') giveAway(folder)
    expect(annexWith(ALONE, folder, 'verify')).toMatchObject({ status: 0, stderr: '' })
  })
})
