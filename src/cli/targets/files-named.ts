import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import { pathNamed } from './path-named.ts'
import { placeOf } from './place.ts'

/**
 * The files that a user named on the command line, which need be in no repository: each is read from the folder the user
 * stands in or that of `--repo`, or from a revision by its path in the repository.
 */
export async function filesNamed(
  paths: readonly string[],
  repo: string | undefined,
  revision?: string,
): Promise<[Snapshot, string[]]> {
  if (revision !== undefined) return [await placeOf(repo, revision), [...paths]]
  return [namedFiles(repo), [...paths]]
}

function namedFiles(repo: string | undefined): Snapshot {
  return { readFile: (path) => readNamed(resolve(pathNamed(path, repo))), listFiles: async () => [] }
}

// A repository may come from anybody, and a link in it may lead anywhere: what lies under annexes/ is read as when all of it
// is judged. Elsewhere whoever names a link means what it leads to.
async function readNamed(file: string): Promise<Uint8Array | null> {
  const root = rootAround(file)
  if (root !== undefined) return directorySnapshot(root).readFile(relative(root, file).split(sep).join('/'))
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

/** The nearest folder above a file that holds the annexes/ in which the file lies. */
function rootAround(file: string): string | undefined {
  const parts = file.split(sep)
  const at = parts.lastIndexOf('annexes', parts.length - 2)
  if (at < 1) return undefined
  const root = parts.slice(0, at).join(sep) || sep
  return existsSync(join(root, 'annexes')) ? root : undefined
}
