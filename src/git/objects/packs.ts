import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode, unlessMissing } from '../disk/durable.ts'
import type { GitObject } from './object.ts'
import { openPack, type Pack } from './pack.ts'

/** All packs of a repository. */
export interface Packs {
  read(id: string, findBase: (id: string) => GitObject): GitObject | null
  /** Returns whether a pack holds the object; updates that pack's time, so that git does not prune it. */
  refresh(id: string): boolean
  idsWithPrefix(prefix: string): string[]
  /** Lists the packs again. Returns whether one was added. */
  reload(): boolean
  close(): void
}

/** @param objectsFolder `.git/objects` */
export function openPacks(objectsFolder: string): Packs {
  const folder = join(objectsFolder, 'pack')
  const packs = new Map<string, Pack>()
  /** The pack of the last object found: the next object is mostly in it too. */
  let last: Pack | undefined

  const reload = (): boolean => {
    let added = false
    for (const name of indexNames(folder)) {
      if (packs.has(name)) continue
      const pack = tryOpen(join(folder, name))
      if (pack !== undefined) packs.set(name, pack)
      added ||= pack !== undefined
    }
    return added
  }
  reload()

  const find = (id: string): { pack: Pack; offset: number } | undefined => {
    for (const pack of last === undefined ? packs.values() : [last, ...packs.values()]) {
      const offset = pack.index.offsetOf(id)
      if (offset < 0) continue
      last = pack
      return { pack, offset }
    }
    return undefined
  }

  return {
    reload,
    read(id, findBase) {
      const found = find(id)
      return found ? found.pack.read(found.offset, findBase) : null
    },
    refresh(id) {
      const found = find(id)
      return found !== undefined && updateTime(found.pack.path)
    },
    idsWithPrefix: (prefix) => [...packs.values()].flatMap((pack) => pack.index.idsWithPrefix(prefix)),
    close() {
      for (const pack of packs.values()) pack.close()
      packs.clear()
      last = undefined
    },
  }
}

/** Returns all index files, as git does: `pack-….idx`, and `loose-….idx` of `git maintenance`. */
function indexNames(folder: string): string[] {
  return unlessMissing(() => readdirSync(folder).filter((name) => name.endsWith('.idx')), [])
}

function tryOpen(indexPath: string): Pack | undefined {
  // `git gc` has replaced it since the folder was listed.
  return unlessMissing(() => openPack(indexPath), undefined)
}

function updateTime(path: string): boolean {
  try {
    const now = new Date()
    utimesSync(path, now, now)
    return true
  } catch (cause) {
    if (['ENOENT', 'EPERM', 'EACCES'].includes(systemCode(cause))) return false
    throw cause
  }
}
