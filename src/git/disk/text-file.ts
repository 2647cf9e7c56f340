import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { GitError } from '../git-error.ts'
import { statOf } from '../worktree/work-file.ts'
import { explainStorage, replaceDurably } from './durable.ts'
import { checkPath } from './safe-path.ts'

/**
 * Writes a file in one step: readers find the old text or the new one. A symbolic link stays a link; its target is written.
 * Permissions stay as they were.
 * @throws GitError not-found when its folder is missing, storage
 */
export function writeTextFile(path: string, text: string): void {
  try {
    const target = isLink(path) ? realpathSync(path) : resolve(path)
    if (statOf(dirname(target)) === undefined) throw noFolder(dirname(target))
    replaceDurably(target, new TextEncoder().encode(text))
  } catch (cause) {
    throw explainStorage(cause, path)
  }
}

/**
 * Writes a file of the work tree in one step.
 * @param path relative to the work tree, with `/`
 * @throws GitError invalid for a path that leaves the work tree, would-overwrite for a symbolic link, storage
 */
export function writeWorkTreeFile(repository: { workTree: string }, path: string, text: string): void {
  checkPath(path)
  let folder = repository.workTree
  for (const part of path.split('/')) {
    folder = join(folder, part)
    if (!isLink(folder)) continue
    throw new GitError(
      'would-overwrite',
      `${path} leads through a symbolic link`,
      'replace the link with the file or folder itself',
    )
  }
  writeTextFile(join(repository.workTree, path), text)
}

function isLink(path: string): boolean {
  return statOf(path)?.isSymbolicLink() ?? false
}

function noFolder(folder: string): GitError {
  return new GitError('not-found', `there is no folder ${folder}`, 'make it, or check the path')
}
