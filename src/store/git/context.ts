import { type Configuration, readConfiguration } from './configuration/configuration.ts'
import { identify } from './configuration/identity.ts'
import { explainStorage } from './durable.ts'
import type { CommitGraph } from './history/graph.ts'
import { inTurn } from './locks/turn.ts'
import type { ObjectDatabase } from './objects/database.ts'
import type { Signature } from './objects/signature.ts'
import type { RefOptions } from './refs/update.ts'
import type { Folders } from './repository.ts'
import { finishInterrupted } from './worktree/journal.ts'
import { sweepStagedFiles } from './worktree/staged-files.ts'

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
      sweepStagedFiles(commonDirectory)
      await finishInterrupted(context.folders, context.objects)
      return await work()
    })
  } catch (cause) {
    throw explainStorage(cause, commonDirectory)
  }
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
