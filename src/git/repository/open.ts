import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Configuration,
  readConfiguration,
  readOwnConfiguration,
  readWorkTreeConfiguration,
} from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { findFolders } from '../disk/folders.ts'
import { parseSharing, setSharing } from '../disk/sharing.ts'
import { GitError } from '../git-error.ts'
import { ancestorsOf, openGraph } from '../history/graph.ts'
import { fileVersions, log } from '../history/log.ts'
import { findMergeBases, isAncestor } from '../history/merge-bases.ts'
import { departureFrom } from '../memory/departure.ts'
import { departureInWords } from '../memory/departure-in-words.ts'
import { acceptMain, knownMain, noteVerifiedMain } from '../memory/known-main.ts'
import { openBorrowed } from '../objects/borrowed.ts'
import { openObjects } from '../objects/database.ts'
import { resolveRef } from '../refs/read.ts'
import { checkSignature } from '../signing/verify.ts'
import { sync } from '../sync/sync.ts'
import { changedFiles, changedPaths, fileAt } from '../trees/compare.ts'
import { branchCheckedOut } from '../worktree/checked-out.ts'
import { readStatus } from '../worktree/status.ts'
import { createBranch, deleteBranch, listNamedCommits, listRemoteBranches, switchTo } from './branches.ts'
import { commit, stageAndCommitWorkTree } from './commit.ts'
import { type Context, finishInterruptedCommand } from './context.ts'
import type { Folders, Repository, StoreOptions } from './repository.ts'
import { resolveRevision, tipOfBranch } from './revision.ts'
import { commitSnapshot, directorySnapshot } from './snapshot.ts'
import { createTag } from './tags.ts'
import { viewWithRefs } from './with-refs.ts'

/**
 * Opens the repository whose work tree contains `directory`, and finishes what an interrupted command began.
 * @throws GitError not-found, not-a-repository, unsupported-repository
 */
export async function openRepository(directory: string, options: StoreOptions): Promise<Repository> {
  const { program, branchAlias = () => null, isServerAllowed = false } = options
  const folders = { ...findFolders(directory, program, isServerAllowed), program }
  checkSupported(folders, readOwnConfiguration(folders))
  setSharing(folders.commonDirectory, parseSharing(readConfiguration(folders).get('core.sharedrepository')))
  if (!isServerAllowed) checkIsClone(folders)
  const borrowed = isServerAllowed ? openBorrowed(folders.commonDirectory, process.env) : undefined
  const objects = openObjects(folders.commonDirectory, borrowed)
  const graph = openGraph(objects, folders.commonDirectory)
  const context: Context = { folders, objects, graph, branchAlias, remarks: [] }
  await finishInterruptedCommand(context)
  return asRepository(context)
}

/** Returns the repository's functions. */
function asRepository(context: Context): Repository {
  const { folders, objects, graph } = context
  const headTree = (): string | null => {
    const id = resolveRef(folders, 'HEAD')
    return id === null ? null : objects.commit(id).tree
  }
  const repository: Repository = {
    ...folders,
    mainBranch: 'main',
    shallow: graph.isShallow,
    identity: () => identify('author', readConfiguration(folders)),
    signs: (kind) => readConfiguration(folders).isOn(`${kind}.gpgsign`, false),
    head: async () => ({ branch: branchCheckedOut(folders), commit: resolveRef(folders, 'HEAD') }),
    resolve: async (revision) => resolveRevision(context, revision),
    tipOf: async (branch) => tipOfBranch(context, branch),
    at: (id) => commitSnapshot(objects, id),
    workTreeSnapshot: () => directorySnapshot(folders.workTree),
    readCommit: async (id) => objects.commit(id),
    branches: async (prefix = '') => listNamedCommits(context, 'refs/heads/', prefix),
    remoteBranches: async (prefix = '') => listRemoteBranches(context, prefix),
    tags: async (prefix = '') => listNamedCommits(context, 'refs/tags/', prefix),
    mergeBases: async (one, other) => findMergeBases(graph, one, other),
    isAncestor: async (ancestor, descendant) => isAncestor(graph, ancestor, descendant),
    ancestors: async (commit) => ancestorsOf(graph, [commit]),
    changedPaths: async (from, to, prefix) => changedPaths(objects, from, to, prefix),
    changedFiles: async (from, to, prefix) => changedFiles(objects, from, to, prefix),
    fileAt: (id, path) => fileAt(objects, id, path),
    log: (start, options) => log(context, start, options),
    fileVersions: (start, path) => fileVersions(context, start, path),
    readBlob: (id, { isChecked = true } = {}) => (isChecked ? objects.readTyped(id, 'blob') : objects.read(id).bytes),
    commit: (request) => commit(context, request),
    remarks: () => context.remarks,
    createBranch: (name, at) => createBranch(context, name, at),
    deleteBranch: (name, expected) => deleteBranch(context, name, expected),
    switchTo: (branch) => switchTo(context, branch),
    createTag: (request) => createTag(context, request),
    status: async (prefix = '') => readStatus(folders, objects, headTree(), prefix),
    checkSignature: (id, allowedSigners) => checkSignature(context, id, allowedSigners),
    knownMain: async () => knownMain(folders),
    departure: async (known, tip) => departureFrom(graph, known, tip),
    departureInWords: (departure) => departureInWords(objects, departure),
    noteVerifiedMain: (tip) => noteVerifiedMain(context, 'main', tip),
    acceptMain: (tip) => acceptMain(context, tip),
    sync: (remote, options) => sync({ ...context, options: options ?? {}, asRepository }, 'main', remote),
    stageAndCommitWorkTree: (request) => stageAndCommitWorkTree(context, request),
    withRefs: (refs) => ({ ...repository, ...viewWithRefs(context, repository, refs) }),
  }
  return repository
}

/** Extensions that do not change what is read and written here. */
const HARMLESS = new Set(['noop', 'noop-v1', 'worktreeconfig', 'preciousobjects', 'relativeworktrees'])

/**
 * Refuses repositories with features that this program does not support.
 * @throws GitError unsupported-repository
 */
function checkSupported(folders: Folders, own: Configuration): void {
  const version = own.get('core.repositoryformatversion') ?? '0'
  if (version !== '0' && version !== '1') refuse(`has format version ${version}`, 'use a newer release of this program')
  for (const key of own.keys('extensions.')) checkExtension(key.slice('extensions.'.length), own.get(key) ?? '')
  if (existsSync(join(folders.commonDirectory, 'reftable'))) refuseReftable()
  if (own.keys('remote.').some((key) => key.endsWith('.promisor') && own.isOn(key, false))) refusePartialClone()
}

function checkIsClone(folders: Folders): void {
  if (readWorkTreeConfiguration(folders).isOn('core.bare', false)) {
    refuse('is bare', 'run the command in a work tree of it (`git worktree add`) or in a clone (`git clone`)')
  }
  if (existsSync(join(folders.commonDirectory, 'objects', 'info', 'alternates'))) {
    refuse('borrows objects from another (alternates)', 'run `git repack -a -d && rm .git/objects/info/alternates`')
  }
}

function checkExtension(name: string, value: string): void {
  if (HARMLESS.has(name)) return
  if (name === 'objectformat') {
    if (value.toLowerCase() === 'sha1') return
    refuse(
      `uses the object format ${value}`,
      'make a new one with `git init --object-format=sha1` and import its history',
    )
  }
  if (name === 'refstorage') {
    if (value.toLowerCase() === 'files') return
    refuseReftable()
  }
  if (name === 'partialclone') refusePartialClone()
  refuse(`uses the extension ${name}`, 'clone it again without that extension')
}

function refuseReftable(): never {
  refuse('keeps its refs in reftable format', 'run `git refs migrate --ref-format=files`')
}

function refusePartialClone(): never {
  refuse('is a partial clone', 'clone it again without --filter')
}

function refuse(what: string, remedy: string): never {
  throw new GitError('unsupported-repository', `this repository ${what}, which is not supported`, remedy)
}
