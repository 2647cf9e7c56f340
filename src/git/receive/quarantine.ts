import { promises as disk, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { MISSING, makeFolder, systemCode } from '../disk/durable.ts'
import { isGone, isOwner, newOwner, privateFolder } from '../locks/owner-files.ts'
import type { Store } from '../repository/repository.ts'

const PREFIX = 'incoming-'

/** Creates a folder for what a server sends. Its name says which process it belongs to. */
export function makeQuarantineFolder(store: Store): string {
  const folder = join(privateFolder(store), `${PREFIX}${newOwner()}`)
  makeFolder(folder)
  return folder
}

/** Removes the quarantine folders of processes that are gone. Only for the process that has the turn. */
export function sweepQuarantines(store: Store): void {
  const folder = privateFolder(store)
  for (const name of readdirSync(folder).filter((each) => each.startsWith(PREFIX))) {
    const owner = name.slice(PREFIX.length)
    if (isOwner(owner) && isGone(owner)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Returns a file system that reads a repository and writes to a quarantine folder. isomorphic-git writes packs, remote refs
 * and `shallow` without locks and without fsync; here they are checked before they become part of the repository. Paths
 * outside the repository are only read.
 */
export function makeQuarantine(gitDirectory: string, folder: string) {
  const quarantined = (path: string): string | null => {
    const inner = relative(gitDirectory, path)
    return inner.startsWith('..') ? null : join(folder, inner)
  }
  /** Reads from the quarantine folder first, then from the repository. */
  const reading = async <Result>(path: string, read: (path: string) => Promise<Result>): Promise<Result> => {
    const moved = quarantined(path)
    if (moved === null) return read(path)
    try {
      return await read(moved)
    } catch (cause) {
      if (!MISSING.includes(systemCode(cause))) throw cause
      return read(path)
    }
  }
  const writing = async (path: string): Promise<string> => {
    const moved = quarantined(path)
    if (moved === null) throw new Error('a write outside the repository')
    await disk.mkdir(dirname(moved), { recursive: true })
    return moved
  }
  const names = async (path: string): Promise<string[]> => {
    const lists = await Promise.allSettled([quarantined(path) ?? path, path].map((each) => disk.readdir(each)))
    const found = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
    if (found.length > 0 || lists.some((list) => list.status === 'fulfilled')) return [...new Set(found)].sort()
    return disk.readdir(path)
  }
  const promises = {
    readFile: (path: string, options?: { encoding?: BufferEncoding }) =>
      reading(path, (each) => disk.readFile(each, options)),
    writeFile: async (path: string, data: Uint8Array | string) => disk.writeFile(await writing(path), data),
    mkdir: async (path: string) => disk.mkdir(await writing(join(path, 'x')).then(dirname), { recursive: true }),
    rmdir: async () => undefined,
    unlink: async (path: string) => disk.rm(await writing(path), { force: true }),
    stat: (path: string) => reading(path, (each) => disk.stat(each)),
    lstat: (path: string) => reading(path, (each) => disk.lstat(each)),
    readdir: names,
    readlink: (path: string) => reading(path, (each) => disk.readlink(each)),
    symlink: async () => {
      throw new Error('symbolic links are not supported here')
    },
  }
  return { promises }
}
