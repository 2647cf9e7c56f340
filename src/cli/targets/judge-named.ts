import { dirname, join, resolve } from 'node:path'
import { rulesPath } from '../../files/index.ts'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import { type TellProgress, type Validated, validateAll, validateFiles, validateWithin } from '../../workflows/index.ts'
import { filesNamed } from './files-named.ts'
import { foldersNamed } from './folders-named.ts'
import { pathNamed } from './path-named.ts'
import { workTreeAbove } from './path-on-host.ts'
import { folderWithAnnexes, folderWithAnnexesOrNone, placeOf } from './place.ts'

/** What was judged, and what it was read from. */
export interface JudgedFiles {
  judged: Validated
  snapshot: Snapshot
  /** Where a file stands, by the path that it is told by. */
  onDisk: (file: string) => string
}

/**
 * Judges what a user named: nothing, and all of annexes/ is judged; folders, and what was found in them is told of the
 * whole, which the law is about; files alone, and each is judged by itself.
 */
export async function judgeNamed(
  paths: readonly string[],
  repo: string | undefined,
  revision: string | undefined,
  tell?: TellProgress,
): Promise<JudgedFiles> {
  const here = resolve(repo ?? '.')
  if (paths.length === 0) {
    const snapshot = await placeOf(repo, revision)
    const folder = revision === undefined ? folderWithAnnexes(here) : rootOf(here)
    return { snapshot, onDisk: from(folder), judged: await validateAll(snapshot, tell) }
  }
  const folders = revision === undefined ? foldersOnDisk(paths, repo) : await foldersAt(paths, repo, revision)
  if (folders !== undefined) {
    const { snapshot, within, folder } = folders
    return { snapshot, onDisk: from(folder), judged: await validateWithin(snapshot, within, tell) }
  }
  const [snapshot, files] = await filesNamed(paths, repo, revision)
  const onDisk = revision === undefined ? (file: string) => resolve(pathNamed(file, repo)) : from(rootOf(here))
  const rulesFor = revision === undefined ? (file: string) => rulesAround(onDisk(file)) : () => rulesPath
  return { snapshot, onDisk, judged: await validateFiles(snapshot, files, rulesFor) }
}

/** The levels set in the repository that a file lies in. */
function rulesAround(file: string): string | undefined {
  const root = folderWithAnnexesOrNone(dirname(file))
  return root === undefined ? undefined : join(root, rulesPath)
}

function from(folder: string): (file: string) => string {
  return (file) => resolve(folder, file)
}

/** Where the paths of a revision begin. */
function rootOf(folder: string): string {
  return workTreeAbove(folder) ?? folder
}

interface Folders {
  snapshot: Snapshot
  within: string[]
  folder: string
}

function foldersOnDisk(paths: readonly string[], repo: string | undefined): Folders | undefined {
  const named = foldersNamed(paths, repo)
  return named && { snapshot: directorySnapshot(named.root), within: named.within, folder: named.root }
}

async function foldersAt(
  paths: readonly string[],
  repo: string | undefined,
  revision: string,
): Promise<Folders | undefined> {
  const snapshot = await placeOf(repo, revision)
  const within = paths.map((path) => path.replace(/^\.(?:\/|$)/, '').replace(/\/+$/, ''))
  const filesIn = await Promise.all(within.map((path) => snapshot.listFiles(path)))
  return filesIn.some((files) => files.length > 0)
    ? { snapshot, within, folder: rootOf(resolve(repo ?? '.')) }
    : undefined
}
