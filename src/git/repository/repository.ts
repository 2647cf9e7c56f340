import type { Commit } from '../objects/commit.ts'
import type { Difference } from '../trees/compare.ts'
import type { Snapshot } from './snapshot.ts'

/** Full paths of a repository's folders. A linked work tree shares `commonDirectory` with others. */
export interface Folders {
  workTree: string
  /** `.git`, or `.git/worktrees/<name>` for a linked work tree: HEAD and index live here. */
  gitDirectory: string
  /** Objects, refs and configuration live here. */
  commonDirectory: string
}

export interface Head {
  /** The branch checked out, without `refs/heads/`; null when HEAD is detached. */
  branch: string | null
  /** Its commit; null while the branch has none yet. */
  commit: string | null
}

/** A name and the commit it leads to; `object` differs from `commit` for an annotated tag. */
export interface NamedCommit {
  name: string
  object: string
  commit: string
  /** For an annotated tag: the name that its object gives it, which need not be `name`. */
  tagged?: string
}

/** New bytes by path; null deletes. */
export type FileChanges = ReadonlyMap<string, Uint8Array | null>

export interface CommitRequest {
  /** The branch to move, without `refs/heads/`. It is created when it does not exist and `expected` is null. */
  branch: string
  /** What was done; a function is asked after `files`, once for each commit tried. */
  message: string | (() => string)
  /**
   * The changes against the branch; or a function that makes them from the branch's tip, called under the lock and again
   * should the tip move (null for a branch with no commit).
   */
  files: FileChanges | ((tip: { id: string; files: Snapshot } | null) => Promise<FileChanges>)
  /**
   * The commit that `files` was computed from; null when the branch must not exist. Should the branch have moved on,
   * the changes go on top, unless a path in `files` changed meanwhile (`moved-meanwhile`). Default: the branch's tip.
   */
  expected?: string | null
  /** The commit that a branch not there yet begins on, so that it appears with its first commit. Default: none. */
  startingAt?: string
  /** Further parents: one makes it a merge. */
  parents?: readonly string[]
  /** Default: the repository's own identity. */
  author?: { name: string; email: string }
  /** Whether a commit may be made that changes no file. Default: only when `parents` are given. */
  allowEmpty?: boolean
}

export interface LogOptions {
  /** Only commits whose file or folder `path` differs from that in each of their parents. */
  path?: string
  limit?: number
}

/** A commit seen for one file: its blob there, and that in each parent (null: none). */
export interface FileVersion {
  commit: Commit
  blob: string | null
  before: (string | null)[]
  /** Whether all commits still to come lead to this one: what is known of it then answers for all of them. */
  alone: boolean
}

/** `changed`: against HEAD, in the index or the work tree; `untracked`: neither in HEAD nor in the index, nor ignored. */
export interface WorkTreeStatus {
  changed: string[]
  untracked: string[]
}

/**
 * none: not signed. good: by someone who is known. unknown: a sound signature by a key that nobody here vouches for. bad: the
 * signature does not fit.
 */
export interface SignatureCheck {
  state: 'none' | 'good' | 'unknown' | 'bad'
  signer: string | null
}

/** One file that was changed here and on the server, since `base`. */
export interface FileVersions {
  path: string
  base: Uint8Array
  ours: Uint8Array
  theirs: Uint8Array
}

/** What the file is to say; null where nobody but people can tell. */
export type SettleFile = (versions: FileVersions) => Uint8Array | null

/** Asks a person who they are to the server at a place, or for a user's password there; null where they will not say. */
export type AskCredentials = (
  place: string,
  username?: string,
) => Promise<{ username: string; password: string } | null>

/** What a commit is to be on another tip: its changes to that, and what it says. */
export interface CommitAgain {
  files: FileChanges
  message: string
}

/**
 * Makes a commit of ours anew on a tip with what others recorded; `there` where that holds what it did; null where it is as good
 * as its files. @throws GitError where it is no longer allowed
 */
export type MakeAgain = (commit: Commit, tip: { id: string; files: Snapshot }) => Promise<CommitAgain | 'there' | null>

/** What a tag that stood on a commit that was made anew is called on the new one; null where it has none there. */
export type NameAgain = (name: string, commit: Commit) => Promise<string | null>

export interface SyncOptions {
  /** Without it, or where it gives null, files changed on both sides are refused. */
  settle?: SettleFile | undefined
  /** Without it, commits are made anew file by file. */
  again?: MakeAgain | undefined
  /** Without it, tags keep their names. */
  nameAgain?: NameAgain | undefined
  /** Commits of ours, not yet shared, that are not to be made anew: their ids, or at least 4 digits of them. */
  leaveOut?: readonly string[] | undefined
  /** Asked where neither the environment nor a credential helper knows. */
  ask?: AskCredentials | undefined
}

/** What came, what went, and what does not agree. */
export interface SyncReport {
  remote: string
  url: string
  /** Refs that moved here, as `main` or `proposal/x` or `annex-1/v2`. */
  received: string[]
  /** Refs that moved on the server. */
  sent: string[]
  /** How many records of this clone were made anew on top of the server's. */
  replayed: number
  /** Records of this clone that were left out as asked: commit and subject. */
  leftOut: string[]
  /** What does not agree and was left as it is, in sentences. */
  disagreements: string[]
}

/** One git repository with a work tree. Nothing in it is cached but objects, whose ids never change. */
export interface Repository extends Folders {
  /** `main`. */
  readonly mainBranch: string
  /** Whether history is cut off here (`git clone --depth`). */
  readonly shallow: boolean

  head(): Promise<Head>
  /**
   * The commit that a revision names: a commit's id (at least 4 digits), `HEAD`, a branch, tag, edition (`annex-1/v2`),
   * remote branch or proposal's id, each with `@{n}`, then `~n`, `^n` or `^{}` behind it; `@` is `HEAD`.
   * @throws GitError unknown-revision
   */
  resolve(revision: string): Promise<string>
  /** The files of a commit. */
  at(commit: string): Snapshot
  workTreeSnapshot(): Snapshot
  readCommit(commit: string): Promise<Commit>
  /** Sorted by name; `prefix` as in `proposal/`. */
  branches(prefix?: string): Promise<NamedCommit[]>
  /** The remotes' branches, as last fetched, by their names there; of one that several remotes have, the first's. */
  remoteBranches(prefix?: string): Promise<NamedCommit[]>
  tags(prefix?: string): Promise<NamedCommit[]>
  /** The best common ancestors; none for unrelated histories. */
  mergeBases(one: string, other: string): Promise<string[]>
  isAncestor(ancestor: string, descendant: string): Promise<boolean>
  /** The paths under `prefix` whose file differs between two commits, by object ids alone; sorted. */
  changedPaths(from: string, to: string, prefix: string): Promise<string[]>
  /**
   * The files, links and submodules under `prefix` that differ between two commits (`from` null: between nothing and `to`), with
   * mode and object id before and after; sorted by path.
   */
  changedFiles(from: string | null, to: string, prefix: string): Promise<Difference[]>
  /**
   * Commits from `start` back: each before its parents; of those that may come next, the one with the latest committer
   * date first, then the one with the smallest id.
   */
  log(start: string, options?: LogOptions): AsyncIterable<Commit>

  /** As `log`, with the blob ids of one file; for long walks, which look at ids and read few blobs. */
  fileVersions(start: string, path: string): Iterable<FileVersion>
  /** A blob's bytes. */
  readBlob(id: string): Uint8Array

  /**
   * Makes a commit and moves the branch to it, all or nothing. Eight clerks at once queue. Where the branch is checked
   * out, files and index follow, or it refuses before it writes.
   * @throws GitError would-overwrite, moved-meanwhile, locked, invalid, storage
   */
  commit(request: CommitRequest): Promise<{ commit: string }>
  /** @throws GitError already-exists, invalid */
  createBranch(name: string, at: string): Promise<void>
  /** Deletes the branch. With `expected`, only while it is at that commit. Refuses a branch that is checked out. */
  deleteBranch(name: string, expected?: string): Promise<void>
  /** As `git switch`: @throws GitError would-overwrite when uncommitted changes stand in the way. */
  switchTo(branch: string): Promise<void>
  /** An annotated tag. The same tag on the same commit again changes nothing. @throws GitError already-exists */
  createTag(request: { name: string; commit: string; message: string }): Promise<{ object: string }>
  status(prefix?: string): Promise<WorkTreeStatus>
  /**
   * Commits what was edited under `prefix` to the branch checked out, as `git add --all PREFIX && git commit`.
   * @throws GitError not-allowed for a detached HEAD or a symbolic link, invalid when nothing changed
   */
  stageAndCommitWorkTree(request: { prefix: string; message: string }): Promise<{ commit: string }>
  /**
   * Whether a commit or annotated tag (by its object's id) is signed, and by whom; `allowedSigners` as ssh-keygen(1) has it.
   * @throws GitError not-found where a signature is to be looked at and there is no git program
   */
  checkSignature(id: string, allowedSigners: Uint8Array | null): Promise<SignatureCheck>
  /**
   * Brings this clone and a server together: main, proposals and tags, both ways.
   * @param remote default: the one that main follows, or the only one
   * @throws GitError network, not-found, moved-meanwhile, would-overwrite
   */
  sync(remote?: string, options?: SyncOptions): Promise<SyncReport>
}
