import fs from 'node:fs'
import type { Folders } from '../repository/repository.ts'

/** Whether git would pass over an untracked file (`.gitignore`, `.git/info/exclude`). */
export async function isIgnored(folders: Folders, path: string): Promise<boolean> {
  const { git } = await import('../isomorphic-git.ts')
  return git.isIgnored({ fs, dir: folders.workTree, gitdir: folders.commonDirectory, filepath: path })
}
