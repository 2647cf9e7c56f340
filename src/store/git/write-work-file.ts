import { lstat, mkdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AnnexError } from '../../treaty/index.ts'
import { explainStorage, replaceDurably } from './durable.ts'
import { checkPath } from './safe-path.ts'
import { leadsThroughLink, statOf } from './worktree/work-file.ts'

/**
 * Writes one file of the work tree in one step. No symbolic link is written through.
 * @param path relative to the repository, with `/`
 * @throws AnnexError invalid, not-allowed, storage
 */
export async function writeWorkTreeFile(
  repository: { workTree: string },
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  checkPath(path)
  const full = join(repository.workTree, path)
  if (leadsThroughLink(repository.workTree, path) || statOf(full)?.isSymbolicLink()) {
    const message = `${path} is or leads through a symbolic link`
    throw new AnnexError('not-allowed', message, 'put the file itself in its place')
  }
  await putFile(full, bytes)
}

/**
 * Writes any file in one step: old content or new, never half. A symbolic link is written through, as an editor does.
 * @throws AnnexError not-found when its folder is not there, storage
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  const target = statOf(file)?.isSymbolicLink() ? await realpath(file) : file
  if (statOf(dirname(target)) === undefined) {
    throw new AnnexError('not-found', `there is no folder ${dirname(target)}`, 'make it, or check the path')
  }
  await putFile(target, Buffer.from(text))
}

async function putFile(full: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(full), { recursive: true })
    const mode = statOf(full) === undefined ? 0o666 : (await lstat(full)).mode & 0o777
    replaceDurably(full, bytes, mode)
  } catch (cause) {
    throw explainStorage(cause, full)
  }
}
