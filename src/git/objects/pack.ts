import { closeSync, openSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { GitError } from '../git-error.ts'
import { applyDelta } from './delta.ts'
import { type GitObject, LONGEST_OBJECT, type ObjectType } from './object.ts'
import { type FileWindows, keepRecent, openWindows } from './pack-cache.ts'
import { type PackIndex, readPackIndex } from './pack-index.ts'

/** One pack file, opened on first use and kept open: a file removed by `git gc` meanwhile can still be read. */
export interface Pack {
  path: string
  index: PackIndex
  /** The object at an offset that the index gave. `findBase` looks up a base outside this pack. */
  read(offset: number, findBase: (id: string) => GitObject): GitObject
  close(): void
}

/** The header before an object's compressed bytes. */
export interface PackedHeader {
  type: number
  size: number
  /** Where the compressed bytes start. */
  data: number
  /** The base's offset (type 6) or id (type 7). */
  baseOffset: number
  baseId: string
}

/** The types of complete objects, by their number in a pack. */
export const TYPES: Record<number, ObjectType> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' }
const OFFSET_DELTA = 6
const ID_DELTA = 7
/** Bases kept inflated, in bytes: chains of versions of one file share them. */
const BASES_KEPT = 16 * 1024 * 1024

/** @param indexPath the `.idx` file; the `.pack` is next to it. */
export function openPack(indexPath: string): Pack {
  const path = `${indexPath.slice(0, -'.idx'.length)}.pack`
  const index = readPackIndex(indexPath)
  const file = openSync(path, 'r')
  const windows = openWindows(file)
  const bases = keepRecent<number, GitObject>(BASES_KEPT, (object) => object.bytes.length + 200)

  // Commits are cached after parsing, and are seldom delta bases.
  const keep = (at: number, object: GitObject): void => {
    if (object.type !== 'commit') bases.set(at, object)
  }
  const read = (offset: number, findBase: (id: string) => GitObject): GitObject => {
    const deltas: { offset: number; bytes: Buffer }[] = []
    let at = offset
    let object: GitObject | undefined
    while (object === undefined) {
      object = bases.get(at)
      if (object !== undefined) break
      const header = readPackedHeader(windows, at)
      const bytes = inflateAt(windows, header)
      const type = TYPES[header.type]
      if (type !== undefined) object = { type, bytes }
      else deltas.push({ offset: at, bytes })
      if (object !== undefined) keep(at, object)
      else if (header.type === OFFSET_DELTA) at = header.baseOffset
      else object = findBase(header.baseId)
    }
    for (const delta of deltas.reverse()) {
      object = { type: object.type, bytes: applyDelta(object.bytes, delta.bytes) }
      keep(delta.offset, object)
    }
    return object
  }
  return { path, index, read, close: () => closeSync(file) }
}

/** Deflate compresses by a factor of at most 1032 (zlib's documentation, "Maximum Compression Factor"). */
const SMALLEST_SHARE = 1033

/** Longer than any header: type and size, then a distance or an id. */
const LONGEST_HEADER = 48

/** Reads the header of the object at an offset. @throws GitError unreadable */
export function readPackedHeader(windows: FileWindows, offset: number): PackedHeader {
  const bytes = windows.read(offset, LONGEST_HEADER)
  let at = 0
  const next = (): number => {
    const byte = bytes[at++]
    if (byte === undefined) throw damagedPack()
    return byte
  }
  let byte = next()
  const type = (byte >> 4) & 7
  let size = byte & 15
  for (let shift = 4; byte & 0x80; shift += 7) {
    byte = next()
    size += (byte & 0x7f) * 2 ** shift
  }
  const header: PackedHeader = { type, size, data: 0, baseOffset: 0, baseId: '' }
  if (type === OFFSET_DELTA) {
    header.baseOffset = offset - readDistance(next)
    // A base comes before its deltas; otherwise the chain of bases might not end.
    if (header.baseOffset < 0 || header.baseOffset >= offset) throw damagedPack()
  } else if (type === ID_DELTA) {
    header.baseId = bytes.toString('hex', at, at + 20)
    at += 20
  } else if (TYPES[type] === undefined) throw damagedPack()
  header.data = offset + at
  return header
}

/** Reads the distance back to the base, in git's base-128 with an offset. */
function readDistance(next: () => number): number {
  let byte = next()
  let distance = byte & 0x7f
  while (byte & 0x80) {
    byte = next()
    distance = (distance + 1) * 128 + (byte & 0x7f)
  }
  return distance
}

function inflateAt(windows: FileWindows, header: PackedHeader): Buffer {
  if (!(header.size <= LONGEST_OBJECT)) throw damagedPack()
  // The largest size that deflate can produce (zlib's compressBound).
  const bound = header.size + (header.size >> 12) + (header.size >> 14) + (header.size >> 25) + 64
  const compressed = windows.read(header.data, bound)
  if (header.size > compressed.length * SMALLEST_SHARE) throw damagedPack()
  try {
    const bytes = inflateSync(compressed, { chunkSize: Math.max(64, header.size + 1) })
    if (bytes.length === header.size) return bytes
  } catch (cause) {
    throw damagedPack(cause)
  }
  throw damagedPack()
}

function damagedPack(cause?: unknown): GitError {
  const remedy = 'run `git fsck` and restore from another clone'
  return new GitError('unreadable', 'a pack of this repository is damaged', remedy, { cause })
}
