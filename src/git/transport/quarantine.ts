import { promises as disk, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { makeFolder, systemCode } from '../disk/durable.ts'
import { isGone, isOwner, newOwner } from '../locks/owner.ts'
import { annexFolder } from '../locks/owner-files.ts'

const PREFIX = 'incoming-'

/** Makes a folder for what a server sends, whose name says which process it belongs to. */
export function makeQuarantineFolder(commonDirectory: string): string {
  const folder = join(annexFolder(commonDirectory), `${PREFIX}${newOwner()}`)
  makeFolder(folder)
  return folder
}

/** Removes what processes that are gone had received and not taken in. Only for who has the turn. */
export function sweepQuarantines(commonDirectory: string): void {
  const annex = annexFolder(commonDirectory)
  for (const name of readdirSync(annex).filter((each) => each.startsWith(PREFIX))) {
    const owner = name.slice(PREFIX.length)
    if (isOwner(owner) && isGone(owner)) rmSync(join(annex, name), { recursive: true, force: true })
  }
}

/**
 * A file system that shows a repository and keeps every write apart from it: what isomorphic-git writes while it talks to
 * a server (packs, remote refs, `shallow`), without locks and unconfirmed by the disk, lands in a folder of its own and is
 * looked at before any of it counts. Paths outside the repository are only read.
 */
export function makeQuarantine(gitDirectory: string, folder: string) {
  const aside = (path: string): string | null => {
    const inner = relative(gitDirectory, path)
    return inner.startsWith('..') ? null : join(folder, inner)
  }
  /** Tries the folder aside first, then the repository itself. */
  const reading = async <Result>(path: string, read: (path: string) => Promise<Result>): Promise<Result> => {
    const apart = aside(path)
    if (apart === null) return read(path)
    try {
      return await read(apart)
    } catch (cause) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) throw cause
      return read(path)
    }
  }
  const writing = async (path: string): Promise<string> => {
    const apart = aside(path)
    if (apart === null) throw new Error('a write outside the repository')
    await disk.mkdir(dirname(apart), { recursive: true })
    return apart
  }
  const names = async (path: string): Promise<string[]> => {
    const lists = await Promise.allSettled([aside(path) ?? path, path].map((each) => disk.readdir(each)))
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
      throw new Error('no link is needed here')
    },
  }
  return { promises }
}
