import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { directorySnapshot, type Snapshot } from '../../git/index.ts'
import { AnnexError, isKnownError } from '../../treaty/index.ts'

/**
 * The files to read: those of a revision, or of the work tree that holds `annexes/`. git is loaded only for a revision, so
 * that looking at the work tree starts fast.
 * @throws AnnexError not-a-repository, unknown-revision
 */
export async function placeOf(repo: string | undefined, revision?: string): Promise<Snapshot> {
  if (revision === undefined) return directorySnapshot(folderWithAnnexes(repo ?? '.'))
  const { openRepository } = await import('../../git/index.ts')
  const repository = await openRepository(repo ?? '.')
  return repository.at(await repository.resolve(revision))
}

/** The nearest folder, upward from `directory`, that holds `annexes/`. @throws AnnexError not-a-repository */
export function folderWithAnnexes(directory: string): string {
  const folder = folderWithAnnexesOrNone(directory)
  if (folder !== undefined) return folder
  throw new AnnexError(
    'not-a-repository',
    `no folder from ${resolve(directory)} upward holds annexes/`,
    'go to one that does, name it with --repo DIR, or make one with annex init DIR',
  )
}

/** The same; undefined where there is none such. */
export function folderWithAnnexesOrNone(directory: string): string | undefined {
  const folder = resolve(directory)
  if (existsSync(join(folder, 'annexes'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : folderWithAnnexesOrNone(above)
}

/** The work tree's files, or null outside of any folder that holds `annexes/`. @throws AnnexError for a folder named in vain */
export function placeOrNone(repo: string | undefined): Snapshot | null {
  try {
    return directorySnapshot(folderWithAnnexes(repo ?? '.'))
  } catch (error) {
    if (repo === undefined && isKnownError(error, 'not-a-repository')) return null
    throw error
  }
}
