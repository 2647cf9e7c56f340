export type {
  Commit,
  CommitRequest,
  FileChanges,
  Folders,
  Head,
  LogOptions,
  NamedCommit,
  Repository,
  Signature,
  WorkTreeStatus,
} from './repository.ts'
export type { Snapshot } from './snapshot.ts'
