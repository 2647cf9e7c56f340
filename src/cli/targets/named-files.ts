import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import { AnnexError } from '../../treaty/index.ts'
import { isAnnexFile, isWithin } from '../../workflows/index.ts'
import { folderWithAnnexes } from './work-tree.ts'

/** Added to the help of each argument that takes paths. */
export const WHERE_PATHS_ARE = 'a path that does not exist in the current folder is looked up in the --repo folder'

/**
 * Returns where a path given on the command line points: to what exists in the current folder, else to what exists in the
 * `--repo` folder, else the path as given.
 */
export function pathNamed(path: string, repo?: string): string {
  if (repo === undefined || isAbsolute(path) || existsSync(path)) return path
  const inRepository = join(repo, path)
  return existsSync(inRepository) ? inRepository : path
}

/** Folders of one repository given on the command line, possibly together with files of it. */
export interface NamedFolders {
  /** The folder that holds annexes/. */
  root: string
  /** What was named, as paths from `root` with `/`; `root` itself is the empty path. */
  within: string[]
}

/**
 * Returns the paths given as places in one repository, or undefined if no path is a folder.
 * @throws AnnexError not-a-repository; not-found for a path outside annexes/, where only files can be given
 */
export function foldersNamed(paths: readonly string[], repo?: string): NamedFolders | undefined {
  const absolute = paths.map((path) => resolve(pathNamed(path, repo)))
  const folder = absolute.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
  if (folder === undefined) return undefined
  const root = folderWithAnnexes(folder)
  const within = absolute.map((path) => relative(root, path).split(sep).join('/'))
  const outside = within.findIndex((path) => path !== '' && !isWithin(path, ['annexes']))
  if (outside === -1) return { root, within }
  throw new AnnexError('not-found', `${paths[outside]} is not in annexes/`, 'name the files in it one by one')
}

/**
 * Returns the files that the paths name, relative to the current folder: files as given, for a folder the files in it
 * that the program knows, for no path at all every known file of annexes/.
 */
export async function filesNamed(paths: readonly string[], repo: string | undefined): Promise<string[]> {
  const folders =
    paths.length === 0 ? { root: folderWithAnnexes(repo ?? '.'), within: [''] } : foldersNamed(paths, repo)
  if (folders === undefined) return [...paths]
  const { root, within } = folders
  const files = (await directorySnapshot(root).listFiles('annexes')).filter(isAnnexFile)
  return files.filter((file) => isWithin(file, within)).map((file) => relative(process.cwd(), resolve(root, file)))
}

/** Reads files given on the command line, each from the current folder or the `--repo` folder; they need no repository. */
export function namedFilesSnapshot(repo: string | undefined): Snapshot {
  return { readFile: (path) => readNamed(resolve(pathNamed(path, repo))), listFiles: async () => [] }
}

// A repository may come from anyone, and a link in it may lead anywhere: a file in annexes/ is read by the same rules as when
// all of annexes/ is read. Elsewhere, a link given by name is followed.
async function readNamed(file: string): Promise<Uint8Array | null> {
  const root = rootAround(file)
  if (root !== undefined) return directorySnapshot(root).readFile(relative(root, file).split(sep).join('/'))
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

/** Returns the nearest folder above a file that holds the annexes/ in which the file is. */
function rootAround(file: string): string | undefined {
  const parts = file.split(sep)
  const at = parts.lastIndexOf('annexes', parts.length - 2)
  if (at < 1) return undefined
  const root = parts.slice(0, at).join(sep) || sep
  return existsSync(join(root, 'annexes')) ? root : undefined
}
