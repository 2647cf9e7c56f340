import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { checkRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { formatCommit, formatMessage } from '../objects/commit.ts'
import { cleanIdentity, type Signature } from '../objects/signature.ts'
import { resolveRef } from '../refs/read.ts'
import { checkNameIsFree } from '../refs/update.ts'
import { type Sign, signerFor, withSignature } from '../signing/sign.ts'
import { findInTree } from '../trees/compare.ts'
import type { FileChanges } from '../trees/edit.ts'
import { editTree } from '../trees/edit.ts'
import { branchCheckedOut } from '../worktree/checked-out.ts'
import { type IndexEntry, isConflict, readIndex } from '../worktree/index-file.ts'
import { readStatus } from '../worktree/status.ts'
import { leadsThroughLink, statOf, withUnixLineEnds } from '../worktree/work-file.ts'
import { type Context, writing } from './context.ts'
import { moveBranch } from './move-branch.ts'
import type { CommitRequest, Folders } from './repository.ts'
import { commitSnapshot, notAFile } from './snapshot.ts'
import { publishTag, tagWriter, type WrittenTag } from './tags.ts'

/** How often to try again when plain git moves the branch. */
const TRIES = 50

/** See Repository.commit. @param adopt see BranchMove.adopt */
export async function commit(
  context: Context,
  request: CommitRequest,
  adopt: ReadonlySet<string> = new Set(),
): Promise<{ commit: string; isTagged: boolean }> {
  checkRefName('branch', request.branch)
  const signatures = whoCommits(context, request)
  return writing(context, async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const made = await tryCommit(context, request, signatures, adopt)
      if (made !== null) return made
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
  const sign = signerFor('commit', configuration, `${committer.name} <${committer.email}>`, context.folders)
  if (request.author === undefined) return { committer, sign, author: identify('author', configuration) }
  const { name, email } = request.author
  return { committer, sign, author: { ...committer, name: cleanIdentity(name), email: cleanIdentity(email) } }
}

/** Makes the commit on the branch's tip; null if the branch has moved since. */
async function tryCommit(
  context: Context,
  request: CommitRequest,
  signatures: Signatures,
  adopt: ReadonlySet<string>,
): Promise<{ commit: string; isTagged: boolean } | null> {
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
  await request.accept?.(id)
  const why = `commit${start === null ? ' (initial)' : parents.length > 1 ? ' (merge)' : ''}: ${firstLine(message)}`
  const tag = writeTag(context, request, id)
  const behind = ({ message, remedy }: GitError) => context.remarks.push(`${message}; ${remedy}`)
  const move = { branch: request.branch, from: tip, to: id, who: signatures.committer, why, adopt, behind }
  if (!(await moveBranch(context, move))) return null
  return { commit: id, isTagged: tag !== null && (await isPublished(context, tag)) }
}

/** Writes the object of the tag that is to mark a commit; null if none is. @throws GitError already-exists if the name is taken */
function writeTag(context: Context, request: CommitRequest, commit: string): WrittenTag | null {
  const tag = request.tag?.() ?? null
  if (tag === null) return null
  checkRefName('tag', tag.name)
  if (resolveRef(context.folders, `refs/tags/${tag.name}`) !== null) {
    const remedy = 'choose another name: a published tag is never moved'
    throw new GitError('already-exists', `the tag ${tag.name} already exists`, remedy)
  }
  checkNameIsFree(context.folders, `refs/tags/${tag.name}`)
  return tagWriter(context)({ ...tag, commit })
}

/** Sets the ref of a tag whose commit the branch has: what stops it now cannot undo the commit, and is no error of it. */
async function isPublished(context: Context, tag: WrittenTag): Promise<boolean> {
  try {
    return await publishTag(context, tag)
  } catch (cause) {
    if (cause instanceof GitError) return false
    throw cause
  }
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

/** See Repository.stageAndCommitWorkTree. */
export async function stageAndCommitWorkTree(
  context: Context,
  request: { prefix: string; message: string },
): Promise<{ commit: string }> {
  const { folders, objects } = context
  const branch = branchCheckedOut(folders)
  if (branch === null) {
    throw new GitError('not-allowed', 'HEAD is detached', 'switch to a branch with `git switch`')
  }
  const tip = resolveRef(folders, `refs/heads/${branch}`)
  const tree = tip === null ? null : objects.commit(tip).tree
  checkNoConflicts(context)
  const { changed, untracked } = await readStatus(folders, objects, tree, request.prefix)
  const files = new Map([...changed, ...untracked].map((path) => [path, readWorkFile(folders.workTree, path)]))
  if (files.size === 0) checkNoModeChanged(context, request.prefix)
  return commit(context, { branch, message: request.message, files, expected: tip }, new Set(files.keys()))
}

function checkNoConflicts({ folders }: Context): void {
  const path = readIndex(folders.gitDirectory).find(isConflict)?.path
  if (path === undefined) return
  throw new GitError('would-overwrite', `${path} has an unresolved conflict`, 'resolve it and `git add` it first')
}

/** Explains why git shows a change that is not committed: the executable bit is not recorded here. */
function checkNoModeChanged({ folders }: Context, prefix: string): void {
  if (!readConfiguration(folders).isOn('core.filemode', true)) return
  const path = readIndex(folders.gitDirectory).find(
    (entry) => entry.path.startsWith(prefix) && isModeChanged(folders, entry),
  )?.path
  if (path === undefined) return
  const message = `nothing to commit: only the executable bit of ${path} was changed`
  throw new GitError('invalid', message, 'restore it with chmod, or run git commit -a')
}

function isModeChanged({ workTree }: Folders, { path, mode }: IndexEntry): boolean {
  const stat = statOf(join(workTree, path))
  return stat?.isFile() === true && (mode & 0o100) !== (Number(stat.mode) & 0o100)
}

function readWorkFile(workTree: string, path: string): Buffer | null {
  const full = join(workTree, path)
  if (statOf(full) === undefined) return null
  if (leadsThroughLink(workTree, path) || !lstatSync(full).isFile()) throw notAFile(path)
  return withUnixLineEnds(readFileSync(full))
}
