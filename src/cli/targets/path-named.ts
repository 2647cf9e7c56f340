import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/**
 * What a path on the command line means: the file or folder there is from where the user stands; where there is none, the
 * one in the folder named with `--repo`. Where there is neither, the path as it was given.
 */
export function pathNamed(path: string, repo?: string): string {
  if (repo === undefined || isAbsolute(path) || existsSync(path)) return path
  const inRepository = join(repo, path)
  return existsSync(inRepository) ? inRepository : path
}

/** Said in the help of whatever takes paths. */
export const WHERE_PATHS_ARE = 'a path that this folder has not is looked for in that of --repo'
