import { GitError } from '../git-error.ts'
import { LONGEST_OBJECT } from './object.ts'

/** A place in a delta's bytes that moves on while it is read. */
interface Reader {
  bytes: Buffer
  at: number
}

/**
 * Rebuilds an object from the one it was packed against (git's pack format, "Deltified representation").
 * @throws GitError unreadable
 */
export function applyDelta(base: Buffer, delta: Buffer): Buffer {
  const reader: Reader = { bytes: delta, at: 0 }
  if (readSize(reader) !== base.length) throw damagedDelta()
  const size = readSize(reader)
  // A size encoded in very many bytes becomes Infinity or NaN.
  if (!(size <= LONGEST_OBJECT)) throw damagedDelta()
  const result = Buffer.allocUnsafe(size)
  let written = 0
  while (reader.at < delta.length) written += applyOne(base, reader, result, written)
  if (written !== result.length) throw damagedDelta()
  return result
}

/** Returns the size in bytes of the object that a delta makes, as the delta says. @throws GitError unreadable */
export function resultSizeOf(delta: Buffer): number {
  const reader: Reader = { bytes: delta, at: 0 }
  readSize(reader)
  return readSize(reader)
}

/** Applies one instruction: copy from the base, or insert what follows. Returns the bytes written. */
function applyOne(base: Buffer, reader: Reader, result: Buffer, written: number): number {
  const code = nextByte(reader)
  if (code === 0) throw damagedDelta()
  const copy = (code & 0x80) !== 0
  const source = copy ? base : reader.bytes
  const start = copy ? readBits(reader, code, 4) : reader.at
  const length = copy ? readBits(reader, code >> 4, 3) || 0x10000 : code
  if (start + length > source.length || written + length > result.length) throw damagedDelta()
  source.copy(result, written, start, start + length)
  if (!copy) reader.at += length
  return length
}

/** The little-endian number whose bytes are present where `mask` has a bit. */
function readBits(reader: Reader, mask: number, count: number): number {
  let value = 0
  for (let index = 0; index < count; index++) {
    if (mask & (1 << index)) value += nextByte(reader) * 2 ** (8 * index)
  }
  return value
}

function readSize(reader: Reader): number {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = nextByte(reader)
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return value
  }
}

function nextByte(reader: Reader): number {
  const byte = reader.bytes[reader.at++]
  if (byte === undefined) throw damagedDelta()
  return byte
}

function damagedDelta(): GitError {
  return new GitError('unreadable', 'a pack holds a damaged object', 'run `git fsck` and restore from another clone')
}
