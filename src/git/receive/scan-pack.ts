import { crc32, inflateSync } from 'node:zlib'
import type { ObjectType } from '../objects/object.ts'
import { type PackedHeader, readPackedHeader, TYPES } from '../objects/pack.ts'
import type { FileWindows } from '../objects/pack-cache.ts'
import { badAnswer, overLimit, type Server } from './limits.ts'

/** One object of a pack. A delta has no id until it is restored. */
export interface PackedObject {
  id: string
  header: PackedHeader
  offset: number
  /** The checksum of its compressed bytes, for the index. */
  crc: number
  /** The number of its base in the pack, when it is a delta and its base is known; otherwise -1. */
  base: number
  /** Deltas between it and the complete object. */
  depth: number
}

/** A pack that is being read. */
export interface PackReading {
  server: Server
  windows: FileWindows
  /** Where the objects end. */
  end: number
  /** Counts bytes: those of zlib, and those of objects made from deltas. @throws GitError network when they are too many */
  spend(kind: 'decompressed' | 'restored', bytes: number): void
  /** Called with each complete object. Gives it its id. */
  restored(object: PackedObject, type: ObjectType, bytes: Buffer): void
}

const HEADER = 12
/** The compressed bytes of an object are at least so many: a header, and an empty zlib stream. */
const SMALLEST = 9

/** Reads the objects of a pack one after the other (gitformat-pack(5)). Complete objects are checked, deltas are not restored. */
export function scanPack(reading: PackReading): PackedObject[] {
  const { server } = reading
  const count = readCount(reading)
  const objects: PackedObject[] = []
  const byOffset = new Map<number, number>()
  let offset = HEADER
  for (let number = 0; number < count; number++) {
    const { header, bytes, next } = readOne(reading, offset)
    const object: PackedObject = { id: '', header, offset, crc: crcOf(reading, offset, next), base: -1, depth: 0 }
    const type = TYPES[header.type]
    if (type !== undefined) reading.restored(object, type, bytes)
    else if (header.baseId === '') placeOnBase(object, objects, byOffset.get(header.baseOffset), server)
    byOffset.set(offset, number)
    objects.push(object)
    offset = next
  }
  if (offset !== reading.end) throw badAnswer(server, 'the pack goes on after its last object')
  return objects
}

function readCount({ windows, end, server }: PackReading): number {
  const bytes = windows.read(0, HEADER)
  if (bytes.length < HEADER || bytes.toString('latin1', 0, 4) !== 'PACK' || bytes.readUInt32BE(4) !== 2) {
    throw badAnswer(server, 'it is not a pack of version 2')
  }
  const count = bytes.readUInt32BE(8)
  if (count > server.limits.maxObjects) throw overLimit(server, 'the pack has more objects than', 'maxObjects')
  if (HEADER + count * SMALLEST > end) throw badAnswer(server, 'the pack is shorter than it says')
  return count
}

/** Reads the object at an offset, decompressed, and where the next one is. */
function readOne(reading: PackReading, offset: number): { header: PackedHeader; bytes: Buffer; next: number } {
  const { windows, end, server } = reading
  if (offset >= end) throw badAnswer(server, 'the pack is shorter than it says')
  const header = orDamaged(server, () => readPackedHeader(windows, offset))
  const { bytes, consumed } = inflate(reading, header)
  return { header, bytes, next: header.data + consumed }
}

/** Returns the decompressed bytes of an object. */
export function contentAt(reading: PackReading, { header }: PackedObject): Buffer {
  return inflate(reading, header).bytes
}

/** Deflate compresses by a factor of at most 1032. */
const LARGEST_FACTOR = 1033

function inflate({ windows, end, server, spend }: PackReading, { size, data }: PackedHeader) {
  if (!(size <= server.limits.maxObject)) throw overLimit(server, 'an object has more than', 'maxObject', ' bytes')
  // No program writes a longer stream for so many bytes (zlib's compressBound).
  const bound = size + (size >> 12) + (size >> 14) + (size >> 25) + 64
  const compressed = windows.read(data, Math.min(bound, Math.max(end - data, 0)))
  if (size > compressed.length * LARGEST_FACTOR) throw damaged(server)
  spend('decompressed', size)
  const result: unknown = orDamaged(server, () =>
    inflateSync(compressed, { info: true, chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) }),
  )
  if (!isInflated(result)) throw damaged(server)
  if (result.buffer.length !== size) throw damaged(server)
  return { bytes: result.buffer, consumed: result.engine.bytesWritten }
}

/** What zlib returns when it is asked for information on the stream: it read `bytesWritten` bytes. */
function isInflated(value: unknown): value is { buffer: Buffer; engine: { bytesWritten: number } } {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value
}

function orDamaged<Result>(server: Server, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw damaged(server, cause)
  }
}

function damaged(server: Server, cause?: unknown) {
  return badAnswer(server, 'an object of the pack is damaged', { cause })
}

function placeOnBase(
  object: PackedObject,
  objects: readonly PackedObject[],
  base: number | undefined,
  server: Server,
): void {
  if (base === undefined) throw badAnswer(server, 'a delta of the pack has no base')
  object.base = base
  object.depth = (objects[base]?.depth ?? 0) + 1
}

const PART = 64 * 1024

function crcOf({ windows }: PackReading, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += PART) sum = crc32(windows.read(at, Math.min(PART, to - at)), sum)
  return sum
}
