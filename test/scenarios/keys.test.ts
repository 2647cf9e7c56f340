import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexAs, commitAs, keyOf, triedAs } from '../attacks/people.ts'
import { annexJson, copied, exerciseRepository, git } from './annex.ts'

const KEYS = 'annexes/register/keys'
const OPENPGP = 'openpgp4fpr:0123456789ABCDEF0123456789ABCDEF01234567'

const add = (who: string, ...more: string[]) => ['keys', 'add', `${who}@example.org`, `${keyOf(who)}.pub`, ...more]

function keysIn(folder: string): string {
  return readFileSync(join(folder, KEYS), 'utf8')
}

describe('annex keys', () => {
  let one: string

  beforeAll(() => {
    one = exerciseRepository()
    annexAs(one, 'clerk', ...add('clerk'))
  })

  it('lists no key where main lists none', () => {
    expect(annexAs(exerciseRepository(), 'clerk', 'keys', 'list')).toBe(
      'Main lists no keys: records need no signature. Add one with annex keys add ADDRESS FILE.pub.\n',
    )
  })

  it('lists the first key, if it signs for itself', () => {
    const [type, key] = readFileSync(`${keyOf('clerk')}.pub`, 'utf8').split(' ')
    expect(keysIn(one)).toBe(`clerk@example.org namespaces="git" ${type} ${key} clerk\n`)
    expect(git(one, 'log', '-1', '--format=%s')).toMatch(/^List the key SHA256:\S+ of clerk@example\.org\n$/)
    const other = exerciseRepository()
    expect(triedAs(other, 'clerk', ...add('judge'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^annex: main lists in annexes\/register\/keys who may sign, and it does not list your key; /,
      ),
    })
    expect(triedAs(other, 'nobody', ...add('clerk')).stderr).toBe(
      'annex: main lists in annexes/register/keys who may sign, and your commits are not signed; sign them: git config commit.gpgSign true, git config tag.gpgSign true, and set gpg.format and user.signingKey\n',
    )
    expect(git(other, 'log', '-1', '--format=%s')).not.toContain('key')
  })

  it('adds keys with their limits, and prints them to people and to programs', () => {
    const folder = copied(one)
    annexAs(folder, 'clerk', ...add('judge', '--valid-after', '2020-01-01', '--valid-before', '2021-01-01'))
    annexAs(folder, 'clerk', 'keys', 'add', 'third@example.org', OPENPGP)
    annexAs(folder, 'clerk', ...add('early', '--valid-after', '2090-01-01', '--namespaces', 'git,file'))
    expect(keysIn(folder)).toMatch(
      /^judge@example\.org namespaces="git",valid-after="20200101000000Z",valid-before="20210101000000Z" ssh-ed25519 \S+ judge$/m,
    )
    expect(annexJson(folder, 'keys', 'list')).toMatchObject({
      status: 0,
      json: {
        keys: [
          { principals: ['clerk@example.org'], key: 'ssh-ed25519', state: 'good', comment: 'clerk' },
          { state: 'expired', validBefore: '2021-01-01T00:00:00Z' },
          { key: 'openpgp', fingerprint: OPENPGP.slice(12), state: 'good', comment: '' },
          { state: 'not-yet', namespaces: 'git,file', validAfter: '2090-01-01T00:00:00Z' },
        ],
        policy: { adoption: 1, keys: 1 },
      },
    })
    const said = annexAs(folder, 'clerk', 'keys', 'list')
    expect(said).toMatch(
      /^judge@example\.org +ssh-ed25519 +SHA256:\S+ +from 2020-01-01\S+ until 2021-01-01\S+ +expired$/m,
    )
    expect(said).toContain('Keys needed: 1 for an adoption, 1 for a change of keys.')
    expect(annexJson(folder, 'verify')).toMatchObject({ status: 0, json: { findings: [] } })
  })

  it('changes nothing a second time', () => {
    const folder = copied(one)
    expect(annexAs(folder, 'clerk', ...add('clerk'))).toBe('Nothing to record: main has it already.\n')
    annexAs(folder, 'clerk', ...add('judge'))
    annexAs(folder, 'clerk', 'keys', 'require', '--adoption', '2')
    expect(annexAs(folder, 'clerk', 'keys', 'require', '--adoption', '2')).toBe(
      'Nothing to record: main has it already.\n',
    )
  })

  it.each([
    [
      ['keys', 'add', '*', OPENPGP],
      /"\*" cannot be the signer of a key: a pattern lets one key sign for several people; write one/,
    ],
    [['keys', 'add', '*@example.org', OPENPGP], /a pattern lets one key sign for several people/],
    [['keys', 'add', 'a@b,c@d', OPENPGP], /it is no email address/],
    [['keys', 'add', '!a@b', OPENPGP], /it is no email address/],
    [['keys', 'add', 'clerk', OPENPGP], /it is no email address/],
    [['keys', 'add', 'a@b.org', 'absent.pub'], /cannot read the file absent\.pub; name the file of a public key/],
    [['keys', 'add', 'a@b.org', 'ssh-ed25519 AAAA'], /that is not a public key; name the file that ends in \.pub/],
    [['keys', 'add', 'a@b.org', 'openpgp4fpr:12'], /that is not a public key/],
    [
      ['keys', 'remove', 'clark@example.org'],
      /no key of "clark@example\.org" is listed; did you mean clerk@example\.org\? annex keys list/,
    ],
    [
      ['keys', 'remove', 'clerk@example.org'],
      /the file of keys would list no key, and 1 is needed .*; add another key first/,
    ],
    [['keys', 'require', '--keys', '2'], /would list keys of only 1 person, and 2 are needed/],
    [['keys', 'require'], /nothing to set; write --adoption N, --keys N, or both/],
    [['keys', 'require', '--keys', '0'], /0/],
    [['proposal', 'adopt', 'x', '--approve'], /no proposal "x"/],
  ])('refuses annex %j', (words, says) => {
    const main = git(one, 'rev-parse', 'main')
    const { status, stdout, stderr } = triedAs(one, 'clerk', ...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(git(one, 'rev-parse', 'main')).toBe(main)
  })

  it('refuses a private key, and a key that is listed for somebody else', () => {
    expect(triedAs(one, 'clerk', 'keys', 'add', 'judge@example.org', keyOf('judge')).stderr).toContain(
      'that is a private key, which nobody else may have; name the file that ends in .pub',
    )
    expect(triedAs(one, 'clerk', 'keys', 'add', 'judge@example.org', `${keyOf('clerk')}.pub`).stderr).toMatch(
      /^annex: the key SHA256:\S+ is listed already, for clerk@example\.org; remove that entry first: annex keys remove SHA256:/,
    )
  })

  it('removes a key by its fingerprint, keeps comments, and refuses what it would sign later', () => {
    const folder = copied(one)
    annexAs(folder, 'clerk', ...add('judge'))
    writeFileSync(join(folder, KEYS), `# The keys of the office.\n${keysIn(folder)}`)
    commitAs(folder, 'clerk', 'Say what the file is')
    const { keys } = annexJson(folder, 'keys', 'list').json as { keys: { fingerprint: string }[] }
    annexAs(folder, 'clerk', 'keys', 'remove', keys[1]?.fingerprint ?? '')
    expect(keysIn(folder)).toMatch(/^# The keys of the office\.\nclerk@example\.org .*\n$/)
    const record = ['party', 'denounce', 'BRA', '--on', '2023-01-01']
    expect(triedAs(folder, 'judge', ...record).stderr).toContain(
      'it does not list your key; ask somebody whose key is good',
    )
    expect(annexJson(folder, 'verify')).toMatchObject({ status: 0, json: { findings: [] } })
    annexAs(folder, 'clerk', ...record)
    expect(annexJson(folder, 'verify')).toMatchObject({ status: 0, json: { findings: [] } })
  })

  it('refuses to record where nobody signs, in the name of another, or with an expired key', () => {
    const folder = copied(one)
    annexAs(folder, 'clerk', ...add('late', '--valid-before', '2022-01-01'))
    const record = ['readings', 'set', 'late-joiner', 'unamended', '--reason', 'So']
    expect(triedAs(folder, 'nobody', ...record).stderr).toContain('your commits are not signed; sign them')
    expect(triedAs(folder, 'late', ...record).stderr).toContain('your key has expired or is not valid yet')
    git(folder, 'config', 'user.signingKey', keyOf('clerk'))
    expect(triedAs(folder, 'stranger', ...record).stderr).toContain('it does not list your key')
  })

  it('writes files that annex validate and fmt accept', () => {
    const folder = copied(one)
    annexAs(folder, 'clerk', ...add('judge'))
    annexAs(folder, 'clerk', 'keys', 'require', '--adoption', '2', '--keys', '2')
    annexAs(folder, 'judge', 'keys', 'require', '--keys', '1', '--approve')
    const { status, json } = annexJson(folder, 'validate')
    expect((json as { findings: { file: string }[] }).findings.filter(({ file }) => /register/.test(file))).toEqual([])
    expect(status).not.toBe(2)
    expect(triedAs(folder, 'clerk', 'fmt', '--check')).toMatchObject({ status: 0 })
    writeFileSync(join(folder, 'annexes/register/policy.yaml'), 'signatures:\n  adoption: 0\n')
    expect(annexJson(folder, 'validate', 'annexes/register/policy.yaml')).toMatchObject({
      status: 1,
      json: { findings: [{ line: 2, file: 'annexes/register/policy.yaml' }] },
    })
  })

  it('needs no keys for an approval that proves nothing', () => {
    expect(triedAs(exerciseRepository(), 'clerk', ...add('clerk', '--approve')).stderr).toBe(
      'annex: main lists no keys, so an approval proves nothing; list the keys first: annex keys add ADDRESS FILE.pub\n',
    )
  })
})
