import { keysPath } from '../../files/index.ts'
import type { Commit, Repository } from '../../git/index.ts'
import { AnnexError } from '../../treaty/index.ts'
import { type Approvable, approvalsOf, signersOf } from './approvals.ts'
import { policyIn, readKeyFiles } from './keys-file.ts'
import { SignatureChecks, type SignatureVerdict } from './who-signed.ts'

/**
 * Refuses a commit that main is about to get and that `annex verify` would report: main lists keys, and the commit is not signed by
 * one of them, or the act needs more keys. The first commit that lists keys is judged by its own.
 * @param act the act of the commit, where a policy may ask for several keys
 * @throws AnnexError not-allowed, with what to do
 */
export async function acceptCommit(repository: Repository, id: string, act: Approvable | null): Promise<void> {
  const commit = await repository.readCommit(id)
  const [first] = commit.parents
  const before = first === undefined ? { keys: '', policy: '' } : await readKeyFiles(repository.at(first))
  const { keys } = before.keys === '' ? await readKeyFiles(repository.at(id)) : before
  if (keys === '') return
  const time = await timeOf(repository, commit)
  const checks = new SignatureChecks(repository)
  const question = { object: id, author: commit.author.email, keys: [keys], earlier: [], time }
  const verdict = await checks.judge(question)
  if (verdict.state !== 'good') throw cannotSign(verdict, commit)
  if (act === null || first === undefined || before.keys === '') return
  const needed = policyIn(before)[act.approves]
  const approvedIn = needed < 2 ? [] : await approvalsOf(repository, first, act)
  const signers = await signersOf(checks, verdict.signer, approvedIn, { keys: [keys], time })
  if (signers.length < needed) throw tooFew(act, needed, signers)
}

/** The time of a commit by its place in history: not before its parents. */
async function timeOf(repository: Repository, { committer, parents }: Commit): Promise<number> {
  const before = await Promise.all(parents.map((parent) => repository.readCommit(parent)))
  return Math.max(committer.timestamp, ...before.map((parent) => parent.committer.timestamp))
}

const WHY: Record<Exclude<SignatureVerdict['state'], 'good'>, string> = {
  none: 'your commits are not signed',
  'out-of-time': 'your key has expired or is not valid yet',
  removed: 'your key was removed',
  unknown: 'it does not list your key',
  bad: 'your signature is not valid',
  'not-author': 'it lists your key for another address',
}

function cannotSign({ state, signer }: SignatureVerdict, { author }: Commit): AnnexError {
  const why = state === 'good' ? '' : WHY[state]
  const remedy =
    state === 'none'
      ? 'sign them: git config commit.gpgSign true, git config tag.gpgSign true, and set gpg.format and user.signingKey'
      : state === 'not-author'
        ? `you commit as ${author.email}, and the key belongs to ${signer}: set git config user.email`
        : `ask somebody whose key is good to run: annex keys add ${author.email} FILE.pub; annex keys list shows the keys`
  return new AnnexError('not-allowed', `main lists in ${keysPath} who may sign, and ${why}`, remedy)
}

function tooFew(act: Approvable, needed: number, signers: readonly string[]): AnnexError {
  const what = act.approves === 'adoption' ? 'an adoption' : 'a change of keys'
  const how =
    act.approves === 'adoption' ? `annex proposal adopt ${act.proposal} --approve` : 'the same command with --approve'
  return new AnnexError(
    'not-allowed',
    `${what} needs ${needed} keys, and has ${signers.length}: ${signers.join(', ')}`,
    `ask another key holder to run ${how}, then run the command again`,
  )
}
