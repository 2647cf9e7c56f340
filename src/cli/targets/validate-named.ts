import { dirname, join, resolve } from 'node:path'
import { rulesPath } from '../../files/index.ts'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import {
  type ReportProgress,
  type Validated,
  validateAll,
  validateFiles,
  validateWithin,
} from '../../workflows/index.ts'
import { foldersNamed, namedFilesSnapshot, pathNamed } from './named-files.ts'
import { folderWithAnnexes, gitRootAbove, nearestFolderWith, snapshotOf } from './work-tree.ts'

/** The files validated, and where they were read from. */
export interface ValidatedFiles {
  judged: Validated
  snapshot: Snapshot
  /** Returns the absolute path of a file from the path in its findings. */
  onDisk: (file: string) => string
}

/** What `annex validate` was asked to validate. */
interface Asked {
  repo: string | undefined
  revision: string | undefined
  report: ReportProgress
}

/**
 * Validates the files that the paths name. No path: all of annexes/. Folders: all of annexes/, because the law is about the
 * whole, with the findings of those folders alone. Files: each by itself.
 */
export async function validateNamed(paths: readonly string[], asked: Asked): Promise<ValidatedFiles> {
  const { repo, revision, report } = asked
  if (paths.length === 0) {
    const snapshot = await snapshotOf(repo, revision)
    const root = revision === undefined ? folderWithAnnexes(repo ?? '.') : gitRootOf(repo)
    return { snapshot, onDisk: under(root), judged: await validateAll(snapshot, report) }
  }
  const folders = revision === undefined ? foldersOnDisk(paths, repo) : await foldersAt(paths, repo, revision)
  if (folders !== undefined) {
    const { snapshot, within, root } = folders
    return { snapshot, onDisk: under(root), judged: await validateWithin(snapshot, within, report) }
  }
  return revision === undefined ? filesOnDisk(paths, repo) : filesAt(paths, repo, revision)
}

async function filesOnDisk(paths: readonly string[], repo: string | undefined): Promise<ValidatedFiles> {
  const snapshot = namedFilesSnapshot(repo)
  const onDisk = (file: string) => resolve(pathNamed(file, repo))
  return { snapshot, onDisk, judged: await validateFiles(snapshot, [...paths], (file) => rulesAround(onDisk(file))) }
}

async function filesAt(paths: readonly string[], repo: string | undefined, revision: string): Promise<ValidatedFiles> {
  const snapshot = await snapshotOf(repo, revision)
  return {
    snapshot,
    onDisk: under(gitRootOf(repo)),
    judged: await validateFiles(snapshot, [...paths], () => rulesPath),
  }
}

/** Returns the file with the severities set in the repository that holds a file. */
function rulesAround(file: string): string | undefined {
  const root = nearestFolderWith('annexes', dirname(file))
  return root === null ? undefined : join(root, rulesPath)
}

function under(folder: string): (file: string) => string {
  return (file) => resolve(folder, file)
}

/** Returns the folder that the paths of a revision start from. */
function gitRootOf(repo = '.'): string {
  return gitRootAbove(resolve(repo)) ?? resolve(repo)
}

interface Folders {
  snapshot: Snapshot
  within: string[]
  root: string
}

function foldersOnDisk(paths: readonly string[], repo: string | undefined): Folders | undefined {
  const named = foldersNamed(paths, repo)
  return named && { snapshot: directorySnapshot(named.root), ...named }
}

async function foldersAt(
  paths: readonly string[],
  repo: string | undefined,
  revision: string,
): Promise<Folders | undefined> {
  const snapshot = await snapshotOf(repo, revision)
  const within = paths.map((path) => path.replace(/^\.(?:\/|$)/, '').replace(/\/+$/, ''))
  const filesIn = await Promise.all(within.map((path) => snapshot.listFiles(path)))
  return filesIn.some((files) => files.length > 0) ? { snapshot, within, root: gitRootOf(repo) } : undefined
}
