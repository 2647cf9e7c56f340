import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Snapshot } from '../store/index.ts'
import { placeOf } from './place.ts'

/**
 * The files that a user named on the command line, which need be in no repository: each is read from the folder the user
 * stands in, or from a revision by its path in the repository.
 */
export async function filesNamed(
  paths: readonly string[],
  repo: string | undefined,
  revision?: string,
): Promise<[Snapshot, string[]]> {
  if (revision !== undefined) return [await placeOf(repo, revision), [...paths]]
  return [namedFiles(repo ?? '.'), [...paths]]
}

function namedFiles(folder: string): Snapshot {
  return {
    readFile: async (path) => {
      try {
        return await readFile(resolve(folder, path))
      } catch {
        return null
      }
    },
    listFiles: async () => [],
  }
}
