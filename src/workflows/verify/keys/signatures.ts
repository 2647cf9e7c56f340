import { keysPath, policyPath, proposalPath } from '../../../files/index.ts'
import { type Finding, isKnownError, type KnownError, type RuleId } from '../../../treaty/index.ts'
import { type Approvable, approvalsOf, signersOf } from '../../keys/approvals.ts'
import { digestOfKeys } from '../../keys/keys-file.ts'
import { SignatureChecks, type SignatureQuestion, type SignatureVerdict } from '../../keys/who-signed.ts'
import { type Audit, about, unreadable } from '../audit.ts'
import { type MainCommit, named } from '../main-history.ts'
import { isWatched } from '../record-files.ts'
import { type KeyHistory, type KeysThere, readKeyHistory } from './key-history.ts'

/** How many signatures were checked; null if the repository has no keys. */
export interface SignaturesVerified {
  count: number | null
  findings: Finding[]
}

/** A commit or tag that must be signed. */
interface Signed extends SignatureQuestion {
  called: string
  /** The commit; null for a tag. */
  main: MainCommit | null
}

/** What the checks of signatures look at. */
interface Judging {
  audit: Audit
  checks: SignatureChecks
  there: KeyHistory
}

/**
 * Checks signatures once main has the file annexes/register/keys. Each commit that changes the record, and the tag of each edition, must
 * be signed by a key that was listed and valid in all its parents. So no commit can authorize its own signature, except the one
 * that listed the first keys. An adoption and a change of keys need as many keys as the policy before them asks.
 * @param now the time of the audit: no commit counts as later. In seconds since 1970
 */
export async function verifySignatures(audit: Audit, now = Date.now() / 1000): Promise<SignaturesVerified> {
  const there = await readKeyHistory(audit, now)
  if (there === null) return { count: null, findings: [] }
  const judging = { audit, there, checks: new SignatureChecks(audit.repository) }
  const due = [...(await commitsDue(judging)), ...tagsDue(judging)]
  const findings: Finding[] = []
  for (const signed of due) {
    try {
      findings.push(...(await judge(judging, signed)))
    } catch (error) {
      if (!isKnownError(error)) throw error
      findings.push(error.code === 'not-found' ? notChecked(signed, error) : unreadable(error, keysPath))
    }
  }
  const leftOut = findings.filter(({ rule }) => rule === 'verify/signatures-left-out')
  return { count: due.length - leftOut.length, findings }
}

async function commitsDue({ audit, there }: Judging): Promise<Signed[]> {
  const due: Signed[] = []
  const earlier = new Set<string>()
  for (const main of audit.history.commits) {
    const { commit } = main
    const keys = there.get(commit.id)
    if (keys === undefined) continue
    const judgedBy = keys.judgedBy.length === 0 && keys.signing !== '' ? [keys.signing] : keys.judgedBy
    if (judgedBy.length > 0 && (await touchesRecord(audit, main))) {
      const question = { object: commit.id, author: commit.author.email, keys: judgedBy, time: keys.time }
      due.push({ ...question, earlier: [...earlier], called: `Commit ${named(commit)}`, main })
    }
    if (keys.signing !== '') earlier.add(keys.signing)
  }
  return due
}

/**
 * Returns whether a commit changes the record, or brings in a line that did. What is outside annexes/ and schemas/ needs no signature.
 */
async function touchesRecord({ repository }: Audit, { commit, parents, changes }: MainCommit): Promise<boolean> {
  if (changes.length > 0) return true
  for (const other of parents.slice(1)) {
    const [base] = await repository.mergeBases(commit.parents[0] ?? '', other)
    const brought = base === undefined ? null : await repository.changedFiles(base, other, '')
    if (brought === null || brought.some(({ path }) => isWatched(path))) return true
  }
  return false
}

function tagsDue({ audit, there }: Judging): Signed[] {
  return audit.tags.flatMap(({ name, object, commit }) => {
    const keys = there.get(commit)
    if (keys === undefined || keys.signing === '') return []
    const question = { object, author: null, keys: [keys.signing], earlier: keys.judgedBy, time: keys.time }
    return [{ ...question, called: `The tag ${name}`, main: null }]
  })
}

async function judge(judging: Judging, signed: Signed): Promise<Finding[]> {
  const verdict = await judging.checks.judge(signed)
  const keys = judging.there.get(signed.object)
  if (verdict.state !== 'good') return [notGood(signed, verdict, isChangeOfKeys(signed.main, keys))]
  if (signed.main === null || keys === undefined) return []
  return tooFewKeys(judging, signed, signed.main, keys, verdict.signer)
}

async function tooFewKeys(
  { audit, checks }: Judging,
  { keys, time }: Signed,
  main: MainCommit,
  at: KeysThere,
  signer: string | null,
): Promise<Finding[]> {
  const acts = at.judgedBy.length === 0 ? [] : severalKeysFor(audit, main, at)
  const findings: Finding[] = []
  for (const { act, file } of acts) {
    const needed = at.needed[act.approves]
    if (needed < 2) continue
    const signers = await signersOf(checks, signer, await approvalsBefore(audit, main, act), { keys, time })
    if (signers.length < needed) findings.push(tooFew(main, { act, needed, signers, file }))
  }
  return findings
}

function isChangeOfKeys(main: MainCommit | null, at: KeysThere | undefined): boolean {
  const paths = main?.changes.map(({ path }) => path) ?? []
  return at?.changesKeys === true && paths.some((path) => path === keysPath || path === policyPath)
}

/** The acts in a commit that may need several keys. */
function severalKeysFor({ reader }: Audit, main: MainCommit, at: KeysThere): { act: Approvable; file: string }[] {
  const acts: { act: Approvable; file: string }[] = []
  if (isChangeOfKeys(main, at)) acts.push({ act: { approves: 'keys', digest: digestOfKeys(at.own) }, file: keysPath })
  if (main.adopts !== null) {
    const file = proposalPath(main.adopts)
    const proposal = reader.proposal(file, main.changes.find(({ path }) => path === file)?.after ?? null)
    const digest = proposal?.frozen?.digest ?? ''
    acts.push({ act: { approves: 'adoption', proposal: main.adopts, digest }, file })
  }
  return acts
}

/** The commits before another that recorded approvals of its act. */
async function approvalsBefore({ repository }: Audit, { parents }: MainCommit, act: Approvable): Promise<string[]> {
  const found = new Set<string>()
  for (const parent of parents) for (const commit of await approvalsOf(repository, parent, act)) found.add(commit)
  return [...found]
}

function tooFew(
  main: MainCommit,
  { act, needed, signers, file }: { act: Approvable; needed: number; signers: readonly string[]; file: string },
): Finding {
  const what = act.approves === 'adoption' ? `adopted ${act.proposal}` : 'changed who may sign'
  const says = `${what} with ${signers.length} of the ${needed} keys that the policy asks for (${signers.join(', ')})`
  const hint =
    act.approves === 'adoption'
      ? `Undo it with git revert -m 1; let the others run annex proposal adopt ${act.proposal} --approve, and adopt it again.`
      : 'Undo it with git revert; let the others run the same annex keys command with --approve, and make the change again.'
  return about(main, 'verify/too-few-keys', says, hint, file)
}

const STATES: Record<Exclude<SignatureVerdict['state'], 'good'>, string> = {
  none: 'is not signed',
  'out-of-time': 'is signed by a key that had expired or was not valid yet',
  removed: 'is signed by a key that was removed before',
  unknown: `is signed by a key that ${keysPath} did not list then`,
  bad: 'has an invalid signature',
  'not-author': 'is signed by somebody else',
}

function notGood({ called, author }: Signed, { state, signer }: SignatureVerdict, isOfKeys: boolean): Finding {
  if (state === 'not-author') {
    const message = `${called} names ${author} as its author, but is signed by ${signer}.`
    const hint = 'Ask both; whoever signs a record must be its author.'
    return { rule: 'verify/author-forged', level: 'error', message, hint, at: { file: keysPath } }
  }
  const says = state === 'good' ? '' : STATES[state]
  const rule: RuleId = isOfKeys ? 'verify/keys-changed' : 'verify/signature'
  const who = signer === null ? '' : ` (${signer})`
  const message = `${called} ${isOfKeys ? 'changed who may sign, and ' : ''}${says}${who}.`
  return { rule, level: 'error', message, hint: isOfKeys ? CHANGED : SIGN, at: { file: keysPath } }
}

const SIGN =
  'Ask its author. Sign records: git config commit.gpgSign true, tag.gpgSign true, gpg.format and user.signingKey.'
const CHANGED =
  'Ask its author. If nobody decided it, restore the file with git revert, signed by a key that was good before; else make it again with annex keys.'

function notChecked({ called }: Signed, error: KnownError): Finding {
  return {
    rule: 'verify/signatures-left-out',
    level: 'error',
    message: `The signature was not checked. ${called}: ${error.message}.`,
    hint: `To check it, ${error.remedy}.`,
    at: { file: keysPath },
  }
}
