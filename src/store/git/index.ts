export { onAsking } from './asking.ts'
export { directorySnapshot } from './directory-snapshot.ts'
export { findFolders } from './folders.ts'
export { replaysIn } from './history/replays.ts'
export { checkIdentity, initRepository, openUnbegun } from './init.ts'
export type { Commit } from './objects/commit.ts'
export type { Signature } from './objects/signature.ts'
export { openRepository } from './open.ts'
export { listRefs } from './refs/read.ts'
export type {
  AskCredentials,
  CommitAgain,
  CommitRequest,
  FileChanges,
  FileVersion,
  FileVersions,
  Folders,
  Head,
  LogOptions,
  MakeAgain,
  NameAgain,
  NamedCommit,
  Repository,
  SettleFile,
  SignatureCheck,
  SyncOptions,
  SyncReport,
  WorkTreeStatus,
} from './repository.ts'
export { DOCUMENT_ATTRIBUTES, type Settings, setUpDrivers } from './setup/set-up-drivers.ts'
export { namesAddress } from './signing/allowed-signers.ts'
export type { Snapshot } from './snapshot.ts'
