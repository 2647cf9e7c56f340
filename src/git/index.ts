export { changeConfiguration } from './configuration/change.ts'
export { explainStorage, makeFolder, replaceDurably, systemCode } from './disk/durable.ts'
export { findFolders } from './disk/folders.ts'
export { GitError, type GitErrorCode } from './git-error.ts'
export type { Departure } from './memory/departure.ts'
export type { Commit } from './objects/commit.ts'
export type { Signature } from './objects/signature.ts'
export { listRefs } from './refs/read.ts'
export { checkIdentity, initRepository, openWithoutCommit } from './repository/init.ts'
export { openRepository } from './repository/open.ts'
export type {
  AskCredentials,
  CommitRequest,
  FileVersion,
  FileVersions,
  Folders,
  Head,
  LogOptions,
  NamedCommit,
  ReplayedCommit,
  Repository,
  SignatureCheck,
  Store,
  StoreOptions,
  SyncOptions,
  SyncReport,
  WorkTreeStatus,
} from './repository/repository.ts'
export type { Snapshot } from './repository/snapshot.ts'
export { directorySnapshot } from './repository/snapshot.ts'
export { onTerminalPrompt } from './repository/terminal-prompt.ts'
export { type AllowedSigner, readAllowedSigner } from './signing/allowed-signers.ts'
export { namesAddress } from './signing/principals.ts'
export { replaysIn } from './sync/replay-commits.ts'
export type { TreeDifference } from './trees/compare.ts'
export type { FileChanges } from './trees/edit.ts'
export { writeTextFile, writeWorkTreeFile } from './worktree/work-file.ts'
