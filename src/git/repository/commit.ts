import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { GitError } from '../git-error.ts'
import { formatCommit, formatMessage } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { cleanIdentity } from '../objects/signature.ts'
import { resolveRef } from '../refs/read.ts'
import { checkRefName } from '../refs/ref-name.ts'
import { type Sign, signerFor, withSignature } from '../signing/sign.ts'
import { editTree } from '../trees/edit.ts'
import { findInTree } from '../trees/find.ts'
import { type Context, writing } from './context.ts'
import { moveBranch } from './move-branch.ts'
import type { CommitRequest, FileChanges } from './repository.ts'
import { commitSnapshot } from './snapshot.ts'

/** How often to try again when plain git moves the branch. */
const TRIES = 50

/** See Repository.commit. @param adopt see BranchMove.adopt */
export async function commit(
  context: Context,
  request: CommitRequest,
  adopt: ReadonlySet<string> = new Set(),
): Promise<{ commit: string }> {
  checkRefName('branch', request.branch)
  const signatures = whoCommits(context, request)
  return writing(context, async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const made = await tryCommit(context, request, signatures, adopt)
      if (made !== null) return { commit: made }
    }
    const message = `${request.branch} has moved ${TRIES} times while the commit was made`
    throw new GitError('moved-meanwhile', message, 'run the command again')
  })
}

interface Signatures {
  author: Signature
  committer: Signature
  sign: Sign | null
}

function whoCommits(context: Context, request: CommitRequest): Signatures {
  const configuration = readConfiguration(context.folders)
  const committer = identify('committer', configuration)
  const sign = signerFor('commit', configuration, `${committer.name} <${committer.email}>`)
  if (request.author === undefined) return { committer, sign, author: identify('author', configuration) }
  const { name, email } = request.author
  return { committer, sign, author: { ...committer, name: cleanIdentity(name), email: cleanIdentity(email) } }
}

/** Makes the commit on the branch's tip; null when the branch has moved since. */
async function tryCommit(
  context: Context,
  request: CommitRequest,
  signatures: Signatures,
  adopt: ReadonlySet<string>,
): Promise<string | null> {
  const { folders, objects } = context
  const tip = resolveRef(folders, `refs/heads/${request.branch}`)
  const start = tip ?? request.startingAt ?? null
  const files = await filesFor(context, request, start)
  checkExpected(context, request, tip, files)
  const before = start === null ? null : objects.commit(start).tree
  const tree = editTree(objects, before, files)
  checkNotEmpty(request, before, tree)
  const parents = [...(start === null ? [] : [start]), ...(request.parents ?? [])]
  const { author, committer, sign } = signatures
  const message = checkedMessage(request)
  const bytes = formatCommit({ tree, parents, author, committer, message })
  const id = objects.add('commit', sign === null ? bytes : withSignature(bytes, sign(bytes)))
  const why = `commit${start === null ? ' (initial)' : parents.length > 1 ? ' (merge)' : ''}: ${firstLine(message)}`
  const move = { branch: request.branch, from: tip, to: id, who: signatures.committer, why, adopt }
  return (await moveBranch(context, move)) ? id : null
}

async function filesFor(context: Context, request: CommitRequest, tip: string | null): Promise<FileChanges> {
  if (typeof request.files !== 'function') return request.files
  return request.files(tip === null ? null : { id: tip, files: commitSnapshot(context.objects, tip) })
}

/** Refuses changes that were computed from another tip when one of their paths has changed since. */
function checkExpected(context: Context, request: CommitRequest, tip: string | null, files: FileChanges): void {
  const { branch, expected } = request
  if (expected === undefined) {
    if (tip !== null) return
    throw new GitError('unknown-revision', `branch not found: ${branch}`, 'check the name with `git branch`')
  }
  if (expected === tip) return
  if (expected === null)
    throw new GitError('already-exists', `the branch ${branch} already exists`, 'choose another name')
  if (tip === null)
    throw new GitError('moved-meanwhile', `the branch ${branch} has been deleted since`, 'run the command again')
  const changed = [...files.keys()].filter((path) => idAt(context, expected, path) !== idAt(context, tip, path))
  if (changed.length === 0) return
  const message = `${branch} has moved since, and changed ${changed.slice(0, 5).join(', ')}`
  throw new GitError('moved-meanwhile', message, 'look at the change and run the command again')
}

function idAt({ objects }: Context, commitId: string, path: string): string | null {
  return findInTree(objects, objects.commit(commitId).tree, path)?.id ?? null
}

function checkNotEmpty(request: CommitRequest, before: string | null, tree: string): void {
  if (before !== tree || request.allowEmpty || (request.parents?.length ?? 0) > 0) return
  throw new GitError('invalid', 'nothing to commit: no file changes', 'edit a file first')
}

function checkedMessage(request: CommitRequest): string {
  const message = formatMessage(typeof request.message === 'string' ? request.message : request.message())
  if (message !== '\n') return message
  throw new GitError('invalid', 'the commit message is empty', 'describe the change in one sentence')
}

function firstLine(message: string): string {
  return message.trim().split('\n')[0] ?? ''
}
