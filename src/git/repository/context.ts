import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { explainStorage, refusedPlace } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { CommitGraph } from '../history/graph.ts'
import { inTurn, inTurnIfFree } from '../locks/turn.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import type { Signature } from '../objects/signature.ts'
import { sweepQuarantines } from '../receive/quarantine.ts'
import type { RefOptions } from '../refs/update.ts'
import { finishInterrupted, isInterrupted } from '../worktree/journal.ts'
import { sweepStagedFiles } from '../worktree/staged-files.ts'
import type { Repository, Store, SyncOptions, SyncReport } from './repository.ts'

/** What every operation on an open repository needs. */
export interface Context {
  folders: Store
  objects: ObjectDatabase
  graph: CommitGraph
  /** See StoreOptions.branchAlias. */
  branchAlias: (name: string) => string | null
  /** See Repository.remarks. */
  remarks: string[]
}

/** A repository that is being synchronized with a server. */
export interface SyncContext extends Context {
  options: SyncOptions
  /** Returns a repository on another context, for `SyncOptions.accept`. */
  asRepository: (context: Context) => Repository
}

/** One attempt to synchronize, after the server's refs were fetched. */
export interface SyncAttempt extends SyncContext {
  mainBranch: string
  /** The server's refs, by full name. */
  refs: ReadonlyMap<string, string>
  who: Signature
  report: SyncReport
}

/**
 * Does work that writes: one process at a time, after finishing what a killed process began.
 * @throws GitError storage when the disk refuses
 */
export async function writing<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const { folders, objects } = context
  try {
    return await inTurn(folders, async () => {
      sweep(folders)
      await finishInterrupted(folders, objects)
      return await work()
    })
  } catch (cause) {
    throw explainStorage(cause, refusedPlace(cause) ?? folders.commonDirectory)
  }
}

/**
 * Finishes what an interrupted command began, before anything is read: otherwise `git status` would show the reverse of the
 * last commit. Does nothing while another process has the turn, or when the disk still refuses.
 */
export async function finishInterruptedCommand({ folders, objects }: Context): Promise<void> {
  if (!isInterrupted(folders)) return
  try {
    await inTurnIfFree(folders, async () => {
      sweep(folders)
      await finishInterrupted(folders, objects)
    })
  } catch (cause) {
    if (!(explainStorage(cause, folders.commonDirectory) instanceof GitError)) throw cause
  }
}

/** Removes temporary files of killed processes. */
function sweep(folders: Store): void {
  sweepStagedFiles(folders)
  sweepQuarantines(folders)
}

/** Returns whether to write reflogs, as the configuration says. */
export function refOptions(configuration: Configuration): RefOptions {
  return { logged: configuration.isOn('core.logallrefupdates', true) }
}

/** Returns the identity for a reflog entry. Moving a branch needs none, as in git. */
export function whoMoves(context: Context): Signature {
  const configuration = readConfiguration(context.folders)
  try {
    return identify('committer', configuration)
  } catch {
    const now = new Date()
    return {
      name: 'unknown',
      email: '',
      timestamp: Math.floor(now.getTime() / 1000),
      offset: 0 - now.getTimezoneOffset(),
    }
  }
}
