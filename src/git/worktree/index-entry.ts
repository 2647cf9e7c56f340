import type { BigIntStats } from 'node:fs'
import { join } from 'node:path'
import type { TreeEntry } from '../objects/tree.ts'
import type { IndexEntry } from './index-file.ts'
import { isThere, lookAtWorkFile, statOf } from './work-file.ts'

/**
 * The index entry for what stands at a path in a tree. Where the file on disk is just that, its times and size go with it,
 * so that git need not read it again to see that it is unchanged.
 */
export function makeIndexEntry(workTree: string, path: string, entry: TreeEntry): IndexEntry {
  const stat = statOf(join(workTree, path))
  const isSame = isThere(lookAtWorkFile(workTree, path), entry)
  return {
    raw: Buffer.from(path),
    path,
    mode: Number.parseInt(entry.mode, 8),
    id: entry.id,
    stat: isSame && stat !== undefined ? statBytes(stat) : Buffer.alloc(40),
    flags: 0,
    extended: 0,
  }
}

function statBytes(stat: BigIntStats): Buffer {
  const bytes = Buffer.alloc(40)
  const second = 1_000_000_000n
  const fields = [stat.ctimeNs / second, stat.ctimeNs % second, stat.mtimeNs / second, stat.mtimeNs % second]
  fields.push(stat.dev, stat.ino, stat.mode, stat.uid, stat.gid, stat.size)
  for (const [index, field] of fields.entries()) bytes.writeUInt32BE(Number(BigInt.asUintN(32, field)), index * 4)
  return bytes
}

/** Whether size and time on disk are still those in the index, and the time is older than the index itself. */
export function looksUnchanged(entry: IndexEntry, stat: BigIntStats, indexTime: bigint): boolean {
  const now = statBytes(stat)
  const sameTimes = now.compare(entry.stat, 8, 16, 8, 16) === 0
  const sameSize = now.compare(entry.stat, 36, 40, 36, 40) === 0
  return sameTimes && sameSize && stat.mtimeNs < indexTime
}
