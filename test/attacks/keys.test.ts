import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/treaty/index.ts'
import { verify } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { git } from '../scenarios/annex.ts'
import type { Attack } from './attacks.ts'
import { KEY_ATTACKS, policyAttacks } from './key-attacks.ts'
import { type Keyed, keyedRepositories } from './keyed.ts'
import { annexAs, triedAs } from './people.ts'
import { attackedRepository, copyOf, type Step, take } from './repository.ts'

let keyed: Keyed

// It runs some forty commands: more than a minute on a machine that does other work.
beforeAll(() => {
  keyed = keyedRepositories(attackedRepository())
}, 600_000)

async function findings(folder: string): Promise<Finding[]> {
  return (await verify(await openTreatyRepository(folder))).findings
}

async function expectNoticed(repository: string, { steps, finds, names = 'main' }: Attack): Promise<void> {
  const folder = copyOf(repository)
  take(folder, steps)
  const found = await findings(folder)
  const said = found.filter(({ rule }) => rule === finds).map(({ message }) => message)
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(expect.stringContaining(`${finds}: `))
  if (names === '') return
  const commit = git(folder, 'rev-parse', names).slice(0, 12)
  expect(said).toContainEqual(expect.stringContaining(commit))
}

describe('once main lists keys, annex verify', () => {
  it('finds nothing in what the program wrote', async () => {
    expect(await findings(copyOf(keyed.one))).toEqual([])
    expect(await findings(copyOf(keyed.two))).toEqual([])
  })

  it.each(KEY_ATTACKS)('notices somebody who $does ($finds)', async (attack) => {
    await expectNoticed(keyed.one, attack)
  })

  it('notices each of the ways around a policy of two keys', async () => {
    const attacks = policyAttacks(keyed.digest)
    expect(attacks.length).toBeGreaterThan(15)
    for (const attack of attacks) await expectNoticed(keyed.two, attack).catch((cause) => fail(attack, cause))
  })
})

function fail({ does }: Attack, cause: unknown): never {
  throw new Error(`not noticed: ${does}`, { cause })
}

/** Commits that are nobody's business: nothing in them is in annexes/ or schemas/. */
const OUTSIDE: [string, Step[]][] = [
  ['a readme', [{ append: ['README.md', 'More.\n'] }]],
  ['a workflow', [{ write: ['.github/workflows/x.yml', 'on: push\n'] }]],
  ['a folder that is called nearly the same', [{ write: ['annexes2/annex-1.yaml', 'x'] }]],
  ['a file that is called nearly the same', [{ write: ['annexes.yaml', 'x'] }]],
  ['an inner folder of that name', [{ write: ['docs/annexes/annex-1.yaml', 'x'] }]],
  ['an inner folder with keys', [{ write: ['docs/annexes/register/keys', '* x'] }]],
  ['schemas elsewhere', [{ write: ['docs/schemas/event.schema.json', '{'] }]],
  ['a link', [{ link: ['link', '../..'] }]],
  ['a link to the record', [{ link: ['parties.yaml', 'annexes/register/parties.yaml'] }]],
  ['nothing at all', []],
  ['a file that is gone', [{ remove: 'README.md' }]],
]

describe('what is outside annexes/ and schemas/', () => {
  it.each(OUTSIDE)('needs no signature and is no finding: %s', async (_, steps) => {
    const folder = copyOf(keyed.two)
    take(folder, [...steps, { commitAs: ['nobody', 'Outside'] }])
    expect(await findings(folder)).toEqual([])
  })

  it.each(OUTSIDE)('may be merged without a signature: %s', async (_, steps) => {
    const folder = copyOf(keyed.two)
    take(folder, [
      { git: ['switch', '-q', '-c', 'own', 'listed'] },
      ...steps,
      { commitAs: ['stranger', 'Outside'] },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-commit', '--no-ff', 'own'] },
      { commitAs: ['nobody', 'Merge'] },
    ])
    expect(await findings(folder)).toEqual([])
  })
})

describe('what is put right', () => {
  it('a removed key stays good for what it signed before', async () => {
    const folder = copyOf(keyed.one)
    annexAs(folder, 'judge', 'keys', 'remove', 'clerk@example.org')
    expect(await findings(folder)).toEqual([])
    expect(triedAs(folder, 'clerk', 'party', 'denounce', 'BRA', '--on', '2023-01-01')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^annex: main lists in annexes\/register\/keys who may sign, and it does not list your key; /,
      ),
    })
  })

  it('two key holders adopt, and change the keys and the policy', async () => {
    const folder = copyOf(keyed.two)
    const adopt = ['proposal', 'adopt', 'second', '--as-of', '2022-08-14']
    expect(triedAs(folder, 'clerk', ...adopt)).toMatchObject({
      status: 2,
      stderr:
        'annex: an adoption needs 2 keys, and has 1: clerk@example.org; ask another key holder to run annex proposal adopt second --approve, then run the command again\n',
    })
    annexAs(folder, 'judge', ...adopt, '--approve')
    annexAs(folder, 'clerk', ...adopt)
    const add = ['keys', 'add', 'new@example.org', 'openpgp4fpr:0123456789ABCDEF0123456789ABCDEF01234567']
    expect(triedAs(folder, 'clerk', ...add).stderr).toContain('a change of keys needs 2 keys, and has 1')
    annexAs(folder, 'third', ...add, '--approve')
    annexAs(folder, 'judge', ...add)
    const require = ['keys', 'require', '--keys', '3']
    annexAs(folder, 'third', ...require, '--approve')
    annexAs(folder, 'judge', ...require)
    const remove = ['keys', 'remove', 'new@example.org']
    for (const who of ['third', 'judge']) annexAs(folder, who, ...remove, '--approve')
    annexAs(folder, 'clerk', ...remove)
    expect(await findings(folder)).toEqual([])
    expect(git(folder, 'log', '-1', '--format=%s', 'main')).toBe('Remove the key of new@example.org\n')
  })
})
