import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { objectIdOf } from '../../src/git/objects/object.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { expectRefusal, fuzzSlowly } from './fuzz.ts'
import { mutatedBytes } from './mutate.ts'
import { git, gitBytes, gitRepository, newFolder } from './repository.ts'

const folder = gitRepository()
const key = join(newFolder(), 'key')
execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'clerk', '-f', key])
for (const [name, value] of [
  ['gpg.format', 'ssh'],
  ['user.signingKey', key],
  ['commit.gpgSign', 'true'],
] as const) {
  git(folder, 'config', name, value)
}
git(folder, 'commit', '-q', '--allow-empty', '-m', 'Signed')
const signed = gitBytes(folder, 'cat-file', 'commit', 'HEAD')
const payload = withoutSignature(signed.toString('latin1'))
const signers = Buffer.from(`clerk@depositary.example ${readFileSync(`${key}.pub`, 'utf8')}`)

const TOKENS = [
  ...['gpgsig ', '-----BEGIN SSH SIGNATURE-----\n', ' -----END SSH SIGNATURE-----\n', '\n ', '\n\n', '=', 'author '],
  ...[
    'clerk@depositary.example ',
    '* ',
    'namespaces="git" ',
    'cert-authority ',
    'ssh-ed25519 ',
    '#',
    '\0',
    '!',
    'valid-before="1970"',
  ],
]
const damaged = fc.oneof(
  mutatedBytes(fc.constant(signed), TOKENS).map((commit) => ({ commit, keys: signers })),
  mutatedBytes(fc.constant(signers), TOKENS).map((keys) => ({ commit: signed, keys })),
)
const repository = await openTreatyRepository(folder)

fuzzSlowly(
  'no signature is good for words that nobody signed, nor by a key that nobody named',
  damaged,
  async (given) => {
    const { commit, keys } = given
    const id = write(commit)
    const { state, signer } = (await repository.checkSignature(id, keys).catch(expectRefusal)) ?? {
      state: 'none',
      signer: null,
    }
    expect(['good', 'bad', 'unknown', 'none']).toContain(state)
    if (state !== 'good') return
    expect(signer).not.toBeNull()
    expect(withoutSignature(commit.toString('latin1'))).toBe(payload)
    expect(keys.toString('latin1')).toContain(readFileSync(`${key}.pub`, 'latin1').split(' ')[1])
  },
)

function write(bytes: Buffer): string {
  const words = ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin']
  execFileSync('git', words, { cwd: folder, input: bytes })
  return objectIdOf('commit', bytes)
}

/** What was signed: all but the header gpgsig and the lines that go on with it. */
function withoutSignature(text: string): string {
  return text.replace(/^gpgsig .*\n(?: .*\n)*/m, '')
}
