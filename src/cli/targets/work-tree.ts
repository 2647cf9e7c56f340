import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import { AnnexError } from '../../treaty/index.ts'

/**
 * Returns the files of a revision, or without one the files of the work tree that holds `annexes/`. git is loaded only for a
 * revision, so that commands on the work tree start fast.
 * @throws AnnexError not-a-repository, unknown-revision
 */
export async function snapshotOf(repo: string | undefined, revision?: string): Promise<Snapshot> {
  if (revision === undefined) return directorySnapshot(folderWithAnnexes(repo ?? '.'))
  const { openTreatyRepository } = await import('../../workflows/index.ts')
  const repository = await openTreatyRepository(repo ?? '.')
  return repository.at(await repository.resolve(revision))
}

/**
 * Returns the files of the work tree, or null outside any folder that holds `annexes/`.
 * @throws AnnexError not-a-repository where `repo` names a folder without one
 */
export function workTreeSnapshotOrNull(repo: string | undefined): Snapshot | null {
  const folder = repo === undefined ? nearestFolderWith('annexes', resolve('.')) : folderWithAnnexes(repo)
  return folder === null ? null : directorySnapshot(folder)
}

/** Returns the nearest folder, from `directory` upward, that holds `annexes/`. @throws AnnexError not-a-repository */
export function folderWithAnnexes(directory: string): string {
  const folder = nearestFolderWith('annexes', resolve(directory))
  if (folder !== null) return folder
  throw new AnnexError(
    'not-a-repository',
    `annexes/ not found in ${resolve(directory)} or any folder above it`,
    'change to a folder that holds annexes/, name it with --repo DIR, or create one with annex init DIR',
  )
}

/** Returns the root of the git work tree that holds a folder, or null. In a linked work tree `.git` is a file. */
export function gitRootAbove(folder: string): string | null {
  return nearestFolderWith('.git', folder)
}

/** Returns the nearest folder, from `folder` upward, that holds `name`, or null. @param folder an absolute path */
export function nearestFolderWith(name: 'annexes' | '.git', folder: string): string | null {
  if (existsSync(join(folder, name))) return folder
  const above = dirname(folder)
  return above === folder ? null : nearestFolderWith(name, above)
}
