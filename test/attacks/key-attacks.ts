import { readFileSync } from 'node:fs'
import type { Attack } from './attacks.ts'
import { keyOf } from './people.ts'
import { EVENTS, type Step } from './repository.ts'

export const KEYS = 'annexes/register/keys'
export const POLICY = 'annexes/register/policy.yaml'
const APPROVALS = 'annexes/register/approvals'
const ANNEX = 'annexes/annex-1.yaml'

/** The line that lists a person's key. */
export function lineOf(who: string, options = ''): string {
  const [type, key] = readFileSync(`${keyOf(who)}.pub`, 'utf8').split(' ')
  return `${who}@example.org ${options === '' ? '' : `${options} `}${type} ${key}\n`
}

const objection = (): Step => ({
  write: [`${EVENTS}/2021-10-09-objection-CHE.yaml`, 'event: objection\non: 2021-10-09\nparty: CHE\n'],
})

/** A line from a commit, merged with main by a person, with main's files. */
const ownLine = (from: string, steps: Step[], who: string): Step[] => [
  { git: ['branch', '-f', 'real', 'main'] },
  { git: ['switch', '-q', '-c', 'own', from] },
  ...steps,
  { git: ['branch', '-f', 'main', 'own'] },
  { git: ['switch', '-q', 'main'] },
  { git: ['merge', '-q', '--no-commit', '--no-ff', 'real'] },
  { commitAs: [who, 'Merge main'] },
]

/** A line from a commit, merged into main by the clerk. */
const sideLine = (from: string, steps: Step[]): Step[] => [
  { git: ['switch', '-q', '-c', 'own', from] },
  ...steps,
  { git: ['switch', '-q', 'main'] },
  { git: ['merge', '-q', '--no-commit', '--no-ff', 'own'] },
  { commitAs: ['clerk', 'Merge a line'] },
]

/**
 * In a repository where the keys of the clerk and the judge are good; that of `former` was removed, that of `late` expired in 2022, that of
 * `early` is not valid yet, that of `files` may sign files alone. `start` is a branch before the first keys, `listed` one where the key
 * of `former` was still good.
 */
export const KEY_ATTACKS: readonly Attack[] = [
  {
    does: 'records an objection without a signature',
    steps: [objection(), { commitAs: ['nobody', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that nobody listed',
    steps: [objection(), { commitAs: ['stranger', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that was removed',
    steps: [objection(), { commitAs: ['former', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that was removed, back-dated to when it was good',
    steps: [objection(), { commitAs: ['former', 'Record', '2020-01-01'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that has expired',
    steps: [objection(), { commitAs: ['late', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that has expired, back-dated to before it did',
    steps: [objection(), { commitAs: ['late', 'Record', '2021-10-10'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that is not valid yet',
    steps: [objection(), { commitAs: ['early', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that is not valid yet, dated to when it will be',
    steps: [objection(), { commitAs: ['early', 'Record', '2091-01-01'] }],
    finds: 'verify/signature',
  },
  {
    does: 'records an objection with a key that may sign files alone',
    steps: [objection(), { commitAs: ['files', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'changes a schema without a signature',
    steps: [{ append: ['schemas/event.schema.json', '\n'] }, { commitAs: ['nobody', 'Tidy'] }],
    finds: 'verify/signature',
  },
  {
    does: "records under another's name",
    steps: [
      objection(),
      { git: ['add', '--all'] },
      {
        git: [
          ...['-c', 'gpg.format=ssh', '-c', 'commit.gpgSign=true', '-c', `user.signingKey=${keyOf('judge')}`],
          ...['commit', '-qm', 'Record'],
        ],
      },
    ],
    finds: 'verify/author-forged',
  },
  {
    does: 'lists a key of their own, without a signature',
    steps: [{ append: [KEYS, lineOf('stranger')] }, { commitAs: ['nobody', 'List a key'] }],
    finds: 'verify/keys-changed',
  },
  {
    does: 'lists a key of their own, and signs with it',
    steps: [{ append: [KEYS, lineOf('stranger')] }, { commitAs: ['stranger', 'List a key'] }],
    finds: 'verify/keys-changed',
  },
  {
    does: 'lists a removed key again, and signs with it',
    steps: [{ append: [KEYS, lineOf('former')] }, { commitAs: ['former', 'List a key'] }],
    finds: 'verify/keys-changed',
  },
  {
    does: 'makes an expired key good again, and signs with it',
    steps: [{ append: [KEYS, lineOf('late')] }, { commitAs: ['late', 'List a key', '2021-12-01'] }],
    finds: 'verify/keys-changed',
  },
  {
    does: 'removes the keys of all others, with a key that was removed',
    steps: [{ write: [KEYS, lineOf('former')] }, { commitAs: ['former', 'Tidy'] }],
    finds: 'verify/keys-changed',
  },
  {
    does: 'removes the file of keys',
    steps: [{ remove: KEYS }, { commitAs: ['clerk', 'Remove'] }],
    finds: 'verify/keys-removed',
  },
  {
    does: 'removes the file of keys, and records without a signature after that',
    steps: [{ remove: KEYS }, { commitAs: ['clerk', 'Remove'] }, objection(), { commitAs: ['nobody', 'Record'] }],
    finds: 'verify/signature',
  },
  {
    does: 'leaves only a comment in the file of keys',
    steps: [{ write: [KEYS, '# none\n'] }, { commitAs: ['clerk', 'Empty'] }],
    finds: 'verify/keys-removed',
  },
  {
    does: 'puts a link in the place of the keys',
    steps: [{ link: [KEYS, '../../README.md'] }, { commitAs: ['clerk', 'Link'] }],
    finds: 'verify/plain-file',
  },
  ...['*', '*@*', '?*@*.org', 'clerk@example.org,*', '*clerk*'].map(
    (pattern): Attack => ({
      does: `lists a key for ${pattern}`,
      steps: [
        { append: [KEYS, lineOf('stranger').replace('stranger@example.org', pattern)] },
        { commitAs: ['clerk', 'List'] },
      ],
      finds: 'verify/keys-open',
    }),
  ),
  {
    does: 'breaks the line of a key',
    steps: [{ append: [KEYS, 'judge@example.org ssh-ed25519 QUFB\n'] }, { commitAs: ['clerk', 'List'] }],
    finds: 'verify/keys-unreadable',
  },
  {
    does: 'merges a line from before the keys first, and turns signatures off',
    steps: ownLine('start', [objection(), { commitAs: ['nobody', 'Record on a line of my own'] }], 'nobody'),
    finds: 'verify/signature',
  },
  {
    does: 'merges a line of their own with keys of their own first',
    steps: [
      { git: ['branch', '-f', 'real', 'main'] },
      { git: ['switch', '-q', '-c', 'own', 'start'] },
      { write: [KEYS, lineOf('stranger')] },
      { commitAs: ['stranger', 'List my key'] },
      { git: ['branch', '-f', 'main', 'own'] },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-commit', '--no-ff', '-X', 'ours', 'real'] },
      { write: [KEYS, lineOf('stranger')] },
      { commitAs: ['stranger', 'Merge main'] },
    ],
    finds: 'verify/signature',
  },
  {
    does: 'swaps the keys in a merge',
    steps: [
      ...sideLine('listed', [objection(), { commitAs: ['clerk', 'Record'] }]).slice(0, -1),
      { write: [KEYS, lineOf('clerk')] },
      { commitAs: ['clerk', 'Merge a line'] },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'brings an unsigned commit on the second parent of a signed merge',
    steps: sideLine('main', [objection(), { commitAs: ['nobody', 'Record'] }]),
    finds: 'verify/signature',
    names: 'own',
  },
  {
    does: 'brings an unsigned commit on a line from before the keys, in a signed merge',
    steps: sideLine('start', [objection(), { commitAs: ['nobody', 'Record'] }]),
    finds: 'verify/signature',
    names: 'own',
  },
  {
    does: 'merges a line first on which a removed key was still good, and signs with that key',
    steps: ownLine('listed', [objection(), { commitAs: ['former', 'Record'] }], 'former'),
    finds: 'verify/signature',
  },
  {
    does: 'merges with a key that was removed on one of two lines',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'listed'] },
      objection(),
      { commitAs: ['former', 'Record'] },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-commit', '--no-ff', 'own'] },
      { commitAs: ['former', 'Merge'] },
    ],
    finds: 'verify/signature',
  },
  {
    does: 'makes the tag of an edition again without a signature',
    steps: [{ git: ['tag', '-f', '-a', '--no-sign', '-m', 'annex-1/v2', 'annex-1/v3', 'annex-1/v3^{}'] }],
    finds: 'verify/signature',
    names: '',
  },
  {
    does: 'makes the tag of an edition again with a key that nobody listed',
    steps: [
      {
        git: [
          ...['-c', 'gpg.format=ssh', '-c', `user.signingKey=${keyOf('stranger')}`],
          ...['tag', '-f', '-s', '-m', 'annex-1/v2', 'annex-1/v3', 'annex-1/v3^{}'],
        ],
      },
    ],
    finds: 'verify/signature',
    names: '',
  },
]

/** An approval written by hand. */
const approval = (by: string, digest: string, name = by): Step => ({
  write: [
    `${APPROVALS}/adoption-second-x-${name}.yaml`,
    `approves: adoption\nproposal: second\ndigest: ${digest}\nby: ${by}@example.org\n`,
  ],
})

/** Adopts `second`, as plain git can: the files are those of the branch `made`. */
const adoption = (who: string): Step[] => [
  { git: ['merge', '-q', '--no-commit', '--no-ff', '-s', 'ours', 'proposal/second'] },
  { git: ['checkout', '-q', 'made', '--', ANNEX, 'annexes/proposals/second'] },
  { commitAs: [who, 'Record proposal second as adopted: annex-1/v3\n\nSecond\n\nAs-of: 2022-08-14'] },
]

/**
 * In the same repository, where an adoption and a change of keys need two keys, and `second` may be adopted.
 * @param digest that of its frozen changes
 */
export const policyAttacks = (digest: string): readonly Attack[] => [
  { does: 'adopts alone', steps: adoption('clerk'), finds: 'verify/too-few-keys' },
  {
    does: 'approves and adopts with one key',
    steps: [approval('clerk', digest), { commitAs: ['clerk', 'Approve'] }, ...adoption('clerk')],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'adopts with the approval of a key that nobody listed',
    steps: [approval('stranger', digest), { commitAs: ['stranger', 'Approve'] }, ...adoption('clerk')],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'adopts with the approval of a key that was removed',
    steps: [approval('former', digest), { commitAs: ['former', 'Approve'] }, ...adoption('clerk')],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'adopts with an approval that the judge gave, whose key was removed since',
    steps: [
      { annexAs: ['judge', 'proposal', 'adopt', 'second', '--as-of', '2022-08-14', '--approve'] },
      { annexAs: ['third', 'keys', 'remove', 'judge@example.org', '--approve'] },
      { annexAs: ['clerk', 'keys', 'remove', 'judge@example.org'] },
      ...adoption('clerk'),
    ],
    finds: 'verify/too-few-keys',
  },
  {
    does: "writes an approval in the judge's name, and adopts",
    steps: [approval('judge', digest), { commitAs: ['clerk', 'Approve'] }, ...adoption('clerk')],
    finds: 'verify/approval',
    names: 'main~1',
  },
  {
    does: 'adopts with an approval of other words',
    steps: [approval('judge', `sha256:${'0'.repeat(64)}`), { commitAs: ['judge', 'Approve'] }, ...adoption('clerk')],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'adopts before the approval',
    steps: [...adoption('clerk'), approval('judge', digest), { commitAs: ['judge', 'Approve'] }],
    finds: 'verify/too-few-keys',
    names: 'main~1',
  },
  {
    does: 'turns an approval of other words into one of these',
    steps: [
      approval('judge', `sha256:${'0'.repeat(64)}`),
      { commitAs: ['judge', 'Approve'] },
      approval('judge', digest),
      { commitAs: ['clerk', 'Correct'] },
      ...adoption('clerk'),
    ],
    finds: 'verify/approval',
    names: 'main~1',
  },
  {
    does: 'removes an approval',
    steps: [
      approval('judge', digest),
      { commitAs: ['judge', 'Approve'] },
      { remove: APPROVALS },
      { commitAs: ['clerk', 'Tidy'] },
    ],
    finds: 'verify/approval',
  },
  {
    does: 'writes an approval that cannot be read',
    steps: [{ write: [`${APPROVALS}/x.yaml`, 'approves: everything\n'] }, { commitAs: ['clerk', 'Approve'] }],
    finds: 'verify/approval',
  },
  {
    does: 'lists a key alone',
    steps: [{ append: [KEYS, lineOf('stranger')] }, { commitAs: ['clerk', 'List'] }],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'asks for fewer keys, alone',
    steps: [{ edit: [POLICY, 'keys: 2', 'keys: 1'] }, { commitAs: ['clerk', 'Simplify'] }],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'asks for fewer keys, alone, and then adopts',
    steps: [
      { edit: [POLICY, 'adoption: 2', 'adoption: 1'] },
      { commitAs: ['clerk', 'Simplify'] },
      ...adoption('clerk'),
    ],
    finds: 'verify/too-few-keys',
    names: 'main~1',
  },
  {
    does: 'removes the policy',
    steps: [{ remove: POLICY }, { commitAs: ['clerk', 'Tidy'] }],
    finds: 'verify/policy-lost',
  },
  {
    does: 'makes the policy unreadable, and adopts alone',
    steps: [{ write: [POLICY, 'signatures: none\n'] }, { commitAs: ['clerk', 'Tidy'] }, ...adoption('clerk')],
    finds: 'verify/too-few-keys',
  },
  {
    does: 'lowers the policy in a merge',
    steps: [
      ...sideLine('listed', [objection(), { commitAs: ['clerk', 'Record'] }]).slice(0, -1),
      { write: [POLICY, 'signatures:\n  adoption: 1\n  keys: 1\n'] },
      { commitAs: ['clerk', 'Merge a line'] },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'changes the policy with a key that nobody listed',
    steps: [{ edit: [POLICY, 'keys: 2', 'keys: 1'] }, { commitAs: ['stranger', 'Simplify'] }],
    finds: 'verify/keys-changed',
  },
]
