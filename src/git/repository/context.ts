import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { explainStorage, refusedPlace } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { CommitGraph } from '../history/graph.ts'
import { inTurn, inTurnIfFree } from '../locks/turn.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import type { Signature } from '../objects/signature.ts'
import type { RefOptions } from '../refs/update.ts'
import { sweepQuarantines } from '../transport/quarantine.ts'
import { finishInterrupted, isInterrupted } from '../worktree/journal.ts'
import { sweepStagedFiles } from '../worktree/staged-files.ts'
import type { Folders } from './repository.ts'

/** What every operation on an open repository needs. */
export interface Context {
  folders: Folders
  objects: ObjectDatabase
  graph: CommitGraph
}

/**
 * Does work that writes: one process at a time, after finishing what a killed one began. Trouble with the disk is put into
 * words.
 */
export async function writing<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const { commonDirectory } = context.folders
  try {
    return await inTurn(commonDirectory, async () => {
      sweep(commonDirectory)
      await finishInterrupted(context.folders, context.objects)
      return await work()
    })
  } catch (cause) {
    throw explainStorage(cause, refusedPlace(cause) ?? commonDirectory)
  }
}

/**
 * Finishes what a command left unfinished, before anything is read: else a work tree that did not follow would show the
 * reversal of what is recorded. Where a process is at work, or the disk still refuses, all stays as it is.
 */
export async function finishLeftBehind({ folders, objects }: Context): Promise<void> {
  const { commonDirectory } = folders
  if (!isInterrupted(commonDirectory)) return
  try {
    await inTurnIfFree(commonDirectory, async () => {
      sweep(commonDirectory)
      await finishInterrupted(folders, objects)
    })
  } catch (cause) {
    if (!(explainStorage(cause, commonDirectory) instanceof GitError)) throw cause
  }
}

/** What killed processes left that nobody will need. */
function sweep(commonDirectory: string): void {
  sweepStagedFiles(commonDirectory)
  sweepQuarantines(commonDirectory)
}

export function refOptions(configuration: Configuration): RefOptions {
  return { logged: configuration.isOn('core.logallrefupdates', true) }
}

/** Who a ref's log names; moving a branch needs no identity, as in git. */
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
