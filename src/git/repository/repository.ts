import type { Departure } from '../memory/departure.ts'
import type { Commit } from '../objects/commit.ts'
import type { TreeDifference } from '../trees/compare.ts'
import type { FileChanges } from '../trees/edit.ts'
import type { Snapshot } from './snapshot.ts'

/** Full paths of a repository's folders. A linked work tree shares `commonDirectory` with others. */
export interface Folders {
  workTree: string
  /** `.git`, or `.git/worktrees/<name>` for a linked work tree: HEAD and index live here. */
  gitDirectory: string
  /** Objects, refs and configuration live here. */
  commonDirectory: string
}

/** A repository that a program writes to. */
export interface Store extends Folders {
  /**
   * The program's name. Its locks and its journal are in `.git/PROGRAM`: two programs take turns only if they have the same
   * name. The environment gives credentials as `PROGRAM_USERNAME` and `PROGRAM_PASSWORD`, and messages name the commands
   * `PROGRAM init`, `PROGRAM sync`, `PROGRAM sync --leave-out COMMIT` and `PROGRAM verify --accept COMMIT`.
   */
  readonly program: string
}

/** Asks a person for user name and password, or for a user's password, at an address; null if they give none. */
export type AskCredentials = (
  place: string,
  username?: string,
) => Promise<{ username: string; password: string } | null>

/** How a program uses the store. */
export interface StoreOptions {
  /** See Store.program. */
  program: string
  /** Returns a branch that a name means when no ref has that name; null for none. */
  branchAlias?: (name: string) => string | null
  /**
   * Whether to open a server's repository too: one without a work tree, one that borrows objects, and what a push brings while git
   * keeps it in quarantine. For commands that read. Default: false.
   */
  isServerAllowed?: boolean
}

export interface Head {
  /** The branch checked out, without `refs/heads/`; null if HEAD is detached. */
  branch: string | null
  /** Its commit; null while the branch has none yet. */
  commit: string | null
}

/** A ref's short name and its commit; `object` differs from `commit` for an annotated tag. */
export interface NamedCommit {
  name: string
  object: string
  commit: string
  /** For an annotated tag: the name that its object gives it, which need not be `name`. */
  tagged?: string
}

export interface CommitRequest {
  /** The branch to move, without `refs/heads/`. It is created when it does not exist and `expected` is null. */
  branch: string
  /** The message; a function is called after `files`, once for each commit tried. */
  message: string | (() => string)
  /**
   * The changes to the branch; or a function that returns them for the branch's tip (null for a branch with no commit). It
   * is called under the lock, and again if the branch has moved since.
   */
  files: FileChanges | ((tip: { id: string; files: Snapshot } | null) => Promise<FileChanges>)
  /**
   * The commit that `files` was computed from; null if the branch must not exist. If the branch has moved since, the
   * changes go on top, unless a path in `files` has changed too (`moved-meanwhile`). Default: the branch's tip.
   */
  expected?: string | null
  /** The commit that a new branch starts at, so that it appears with its first commit. Default: none. */
  startingAt?: string
  /** Further parents: with one, it is a merge. */
  parents?: readonly string[]
  /** Default: the repository's own identity. */
  author?: { name: string; email: string }
  /**
   * Returns an annotated tag to make on the commit, or null. Its object is written and signed before the branch moves, so that a
   * signature that fails leaves nothing behind. It is called after `files`, once for each commit tried.
   */
  tag?: () => { name: string; message: string } | null
  /**
   * Called with the new commit before the branch moves to it; if it throws, the branch stays and the error is the answer.
   */
  accept?: (commit: string) => Promise<void>
  /** Whether the commit may leave every file unchanged. Default: only when `parents` are given. */
  allowEmpty?: boolean
}

export interface LogOptions {
  /** Only commits whose file or folder `path` differs from that in each of their parents. */
  path?: string
  limit?: number
}

/** A commit and one file: its blob in the commit and in each parent (null: no such file). */
export interface FileVersion {
  commit: Commit
  blob: string | null
  before: (string | null)[]
  /** Whether every commit still to come is an ancestor of this one. */
  alone: boolean
}

/** `changed`: against HEAD, in the index or the work tree; `untracked`: neither in HEAD nor in the index, nor ignored. */
export interface WorkTreeStatus {
  changed: string[]
  untracked: string[]
}

/**
 * none: not signed. good: valid, by an allowed signer. unknown: valid, by a key that is not allowed. bad: not valid.
 */
export interface SignatureCheck {
  state: 'none' | 'good' | 'unknown' | 'bad'
  signer: string | null
}

/** One file that was changed locally and on the remote, since `base`. */
export interface FileVersions {
  path: string
  base: Uint8Array
  ours: Uint8Array
  theirs: Uint8Array
}

/** What a local commit becomes on another tip: its changes to that tip, and its message. */
export interface ReplayedCommit {
  files: FileChanges
  message: string
}

/** What `sync` cannot know about the content. Everything is optional. */
export interface SyncOptions {
  /** Returns whether a branch other than main is shared with the server. Default: no branch is. */
  isShared?: ((branch: string) => boolean) | undefined
  /**
   * Replays a local commit on the remote's tip. Returns `'already-applied'` when the tip has its changes, and null for an
   * ordinary commit, which is replayed file by file. Default: null for every commit.
   * @throws when the commit is no longer allowed on that tip; nothing moves then
   */
  replayCommit?:
    | ((commit: Commit, tip: { id: string; files: Snapshot }) => Promise<ReplayedCommit | 'already-applied' | null>)
    | undefined
  /** Merges a file that both sides changed; null if it cannot. Default: null, and the sync is refused. */
  mergeFile?: ((versions: FileVersions) => Uint8Array | null) | undefined
  /** Returns another path for a new file whose path is taken on the remote; null if no path is free. Default: null. */
  freePath?: ((path: string, isTaken: (path: string) => boolean) => string | null) | undefined
  /** Returns a tag's name on the commit that replaced its target; null if it has no tag there. Default: the same name. */
  renameTag?: ((name: string, commit: Commit) => Promise<string | null>) | undefined
  /**
   * Checks what the server sent, before any object or ref enters this repository. `incoming` is the repository as the server has
   * it: its branches and tags, with the objects of both. It is there during the call only.
   * @throws to refuse all of it
   */
  accept?: ((incoming: Repository) => Promise<void>) | undefined
  /** Local commits, not yet shared, that are not replayed: their ids, or at least 4 digits of them. */
  leaveOut?: readonly string[] | undefined
  /** Asked when neither the environment nor a credential helper gives a password. */
  ask?: AskCredentials | undefined
}

/** What was received, what was sent, and what does not agree. */
export interface SyncReport {
  remote: string
  url: string
  /** Short names of the refs that moved in this clone. */
  received: string[]
  /** Short names of the refs that moved on the server. */
  sent: string[]
  /** Number of local commits that were replayed on top of the remote. */
  replayed: number
  /** Local commits that were left out on request: commit and subject. */
  leftOut: string[]
  /** Differences that were left as they are, in sentences. */
  disagreements: string[]
  /** Why the sync was tried again, once for each further try. */
  retries: string[]
}

/** One git repository with a work tree. Only objects are cached: what an id names never changes. */
export interface Repository extends Store {
  /** `main`. */
  readonly mainBranch: string
  /** Whether the clone is shallow (`git clone --depth`). */
  readonly shallow: boolean

  head(): Promise<Head>
  /** Returns who commits here. @throws GitError invalid when name or address is missing */
  identity(): { name: string; email: string }
  /** Returns whether commits or tags are signed here (commit.gpgSign, tag.gpgSign). */
  signs(kind: 'commit' | 'tag'): boolean
  /**
   * Returns the commit of a revision: a commit's id (at least 4 digits), `HEAD` or `@`, a branch, tag, remote branch or
   * branch alias, each optionally followed by `@{n}`, then by `~n`, `^n` or `^{}`.
   * @throws GitError unknown-revision
   */
  resolve(revision: string): Promise<string>
  /**
   * Returns the commit of a branch, of this clone or else of a remote. Never that of a tag with the same name.
   * @throws GitError unknown-revision
   */
  tipOf(branch: string): Promise<string>
  at(commit: string): Snapshot
  workTreeSnapshot(): Snapshot
  readCommit(commit: string): Promise<Commit>
  /** Returns the branches whose names start with `prefix`, sorted by name. */
  branches(prefix?: string): Promise<NamedCommit[]>
  /** Returns the remotes' branches as last fetched, by their names there. When several remotes have one, the first wins. */
  remoteBranches(prefix?: string): Promise<NamedCommit[]>
  tags(prefix?: string): Promise<NamedCommit[]>
  /** Returns the best common ancestors; none for unrelated histories. */
  mergeBases(one: string, other: string): Promise<string[]>
  isAncestor(ancestor: string, descendant: string): Promise<boolean>
  /** Returns a commit and all its ancestors. */
  ancestors(commit: string): Promise<ReadonlySet<string>>
  /** Returns the paths under `prefix` that differ between two commits, sorted. Compares object ids only. */
  changedPaths(from: string, to: string, prefix: string): Promise<string[]>
  /**
   * Returns the files, links and submodules under `prefix` that differ between two commits (`from` null: an empty tree), with
   * mode and object id before and after; sorted by path.
   */
  changedFiles(from: string | null, to: string, prefix: string): Promise<TreeDifference[]>
  /** Returns the file, link or submodule at a path in a commit, with mode and object id; null if there is none. */
  fileAt(commit: string, path: string): TreeDifference['after']
  /**
   * Returns the commits from `start` back, each before its parents; of those that may come next, the one with the latest
   * committer date, then the one with the smallest id.
   */
  log(start: string, options?: LogOptions): AsyncIterable<Commit>
  /** As `log`, with the blob ids of one file. */
  fileVersions(start: string, path: string): Iterable<FileVersion>
  /**
   * A blob's bytes. @throws GitError unreadable if its bytes have another id
   * @param options.isChecked default true; false for long walks that show nothing of what they read
   */
  readBlob(id: string, options?: { isChecked?: boolean }): Uint8Array

  /**
   * Makes a commit and moves the branch to it, all or nothing. Writers queue. Where the branch is checked out, files and
   * index are updated too; if they cannot be, nothing is written. `isTagged` is false where no tag was asked for, and where its ref
   * could not be written after the branch had moved.
   * @throws GitError would-overwrite, moved-meanwhile, locked, invalid, storage
   */
  commit(request: CommitRequest): Promise<{ commit: string; isTagged: boolean }>
  /**
   * Returns what could not be done after a commit was made, in one line each: the files of a work tree that could not be updated. The
   * next command updates them.
   */
  remarks(): readonly string[]
  /** @throws GitError already-exists, invalid */
  createBranch(name: string, at: string): Promise<void>
  /** Deletes a branch. With `expected`, only if it is at that commit. @throws GitError not-allowed when it is checked out */
  deleteBranch(name: string, expected?: string): Promise<void>
  /** As `git switch`. @throws GitError would-overwrite when uncommitted changes would be lost */
  switchTo(branch: string): Promise<void>
  /** Creates an annotated tag. Creating the same tag again changes nothing. @throws GitError already-exists */
  createTag(request: { name: string; commit: string; message: string }): Promise<{ object: string }>
  status(prefix?: string): Promise<WorkTreeStatus>
  /**
   * Commits what was edited under `prefix` to the branch that is checked out, as `git add --all PREFIX && git commit`.
   * @throws GitError not-allowed for a detached HEAD or a symbolic link, invalid when nothing changed
   */
  stageAndCommitWorkTree(request: { prefix: string; message: string }): Promise<{ commit: string }>
  /**
   * Checks the signature of a commit or annotated tag, by its object's id. `allowedSigners` is a file as in ssh-keygen(1).
   * @throws GitError not-found when it is an OpenPGP signature and the program gpg is missing
   */
  checkSignature(id: string, allowedSigners: Uint8Array): Promise<SignatureCheck>
  /**
   * Returns a view of the repository in which some refs are at other objects (null: they do not exist), for tipOf, branches and tags.
   * Nothing is written.
   */
  withRefs(refs: ReadonlyMap<string, string | null>): Repository
  /** Returns the last main that this clone verified or synchronized; null if there is none yet. */
  knownMain(): Promise<string | null>
  /** Returns how a commit fails to continue another along first parents; null if it continues it. */
  departure(known: string, tip: string): Promise<Departure | null>
  /** Says what is wrong with such a main, without a full stop: `it lacks 2 commits: …`. */
  departureInWords(departure: Departure): string
  /**
   * Remembers a verified main, as far as it is shared with a server; without a remote, all of it. Returns what is known then; null if
   * nothing can be written here.
   */
  noteVerifiedMain(tip: string): Promise<string | null>
  /** Remembers another main although it does not continue the known one. Returns what was known. */
  acceptMain(tip: string): Promise<string | null>
  /**
   * Fetches and pushes main, the shared branches and the tags. Local commits are replayed on top of the remote's main.
   * @param remote default: the one that main follows, or the only one
   * @throws GitError network, not-found, moved-meanwhile, would-overwrite
   */
  sync(remote?: string, options?: SyncOptions): Promise<SyncReport>
}
