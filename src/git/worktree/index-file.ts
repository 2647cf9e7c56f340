import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unlessMissing } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'

/** One line of the index (gitformat-index(5)). */
export interface IndexEntry {
  /** The path's own bytes. */
  raw: Buffer
  path: string
  mode: number
  id: string
  /** ctime, mtime, device, inode, mode, user, group, size: the 40 bytes as stored. */
  stat: Buffer
  /** assume-valid, extended and stage bits, without the name's length. */
  flags: number
  extended: number
}

const EXTENDED = 0x4000
const STAGE = 0x3000
const SKIP_WORK_TREE = 0x4000
const HEADER = 12
const FIXED = 62

/** Returns whether the entry is one side of an unresolved conflict. */
export function isConflict(entry: IndexEntry): boolean {
  return (entry.flags & STAGE) !== 0
}

/** Returns whether sparse checkout keeps the file out of the work tree. */
export function isSparse(entry: IndexEntry): boolean {
  return (entry.extended & SKIP_WORK_TREE) !== 0
}

/** Reads a work tree's index; a missing one is empty. @throws GitError unsupported-repository, unreadable */
export function readIndex(gitDirectory: string): IndexEntry[] {
  const path = join(gitDirectory, 'index')
  const bytes = unlessMissing(() => readFileSync(path), null)
  if (bytes === null) return []
  return parseIndex(bytes, path)
}

/** Reads an index's bytes. @param path its file, for the message @throws GitError unsupported-repository, unreadable */
export function parseIndex(bytes: Buffer, path: string): IndexEntry[] {
  const version = bytes.length < HEADER + 20 ? 0 : bytes.readUInt32BE(4)
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4 || !isWhole(bytes)) throw damaged(path)
  try {
    return parseEntries(bytes, version)
  } catch (cause) {
    throw cause instanceof RangeError ? damaged(path, cause) : cause
  }
}

function damaged(path: string, cause?: unknown): GitError {
  return new GitError('unreadable', `${path} is damaged`, 'remove it and run `git reset`', { cause })
}

/** @throws RangeError when an entry reaches beyond the end */
function parseEntries(bytes: Buffer, version: number): IndexEntry[] {
  const entries: IndexEntry[] = []
  let at = HEADER
  let before: Buffer = Buffer.alloc(0)
  for (let count = bytes.readUInt32BE(8); count > 0; count--) {
    const { entry, next } = parseEntry(bytes, at, version, before)
    entries.push(entry)
    before = entry.raw
    at = next
  }
  checkExtensions(bytes, at)
  return entries
}

/** Returns whether the last 20 bytes are the SHA-1 of the others, or zeros (index.skipHash). */
function isWhole(bytes: Buffer): boolean {
  const sum = bytes.subarray(-20)
  if (sum.every((byte) => byte === 0)) return true
  return createHash('sha1').update(bytes.subarray(0, -20)).digest().equals(sum)
}

function parseEntry(bytes: Buffer, at: number, version: number, before: Buffer): { entry: IndexEntry; next: number } {
  const flags = bytes.readUInt16BE(at + 60)
  const isExtended = version >= 3 && (flags & EXTENDED) !== 0
  const name = at + FIXED + (isExtended ? 2 : 0)
  const { raw, next } = version === 4 ? shortenedName(bytes, name, before) : paddedName(bytes, at, name)
  const entry: IndexEntry = {
    raw,
    path: raw.toString('utf8'),
    mode: bytes.readUInt32BE(at + 24),
    id: bytes.toString('hex', at + 40, at + 60),
    stat: bytes.subarray(at, at + 40),
    flags: flags & 0xb000,
    extended: isExtended ? bytes.readUInt16BE(at + FIXED) : 0,
  }
  return { entry, next }
}

function paddedName(bytes: Buffer, start: number, name: number): { raw: Buffer; next: number } {
  const end = endOfName(bytes, name)
  return { raw: bytes.subarray(name, end), next: start + (((end - start) >> 3) + 1) * 8 }
}

/** Reads a name of version 4: how many bytes to cut off the end of the previous name, then the bytes to append. */
function shortenedName(bytes: Buffer, name: number, before: Buffer): { raw: Buffer; next: number } {
  let at = name
  let byte = bytes.readUInt8(at++)
  let cut = byte & 0x7f
  while (byte & 0x80) {
    byte = bytes.readUInt8(at++)
    cut = (cut + 1) * 128 + (byte & 0x7f)
  }
  if (cut > before.length) throw new RangeError('more bytes cut off than the name has')
  const end = endOfName(bytes, at)
  const raw = Buffer.concat([before.subarray(0, before.length - cut), bytes.subarray(at, end)])
  return { raw, next: end + 1 }
}

function endOfName(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0, start)
  if (end < 0) throw new RangeError('a name does not end')
  return end
}

/** Refuses extensions whose name begins with a lower-case letter: they change what the entries mean. */
function checkExtensions(bytes: Buffer, start: number): void {
  for (let at = start; at + 8 <= bytes.length - 20; at += 8 + bytes.readUInt32BE(at + 4)) {
    const name = bytes.toString('latin1', at, at + 4)
    if (/^[A-Z]/.test(name)) continue
    const [what, remedy] = REFUSED[name] ?? [`has the extension ${name}`, 'run `git read-tree HEAD`']
    throw new GitError('unsupported-repository', `this repository's index ${what}, which is not supported`, remedy)
  }
}

const REFUSED: Record<string, [string, string]> = {
  link: ['is split', 'run `git update-index --no-split-index`'],
  sdir: ['is sparse', 'run `git sparse-checkout reapply --no-sparse-index`'],
}

/** Returns the bytes of an index of version 2, or 3 when an entry needs it. Sorts the entries. */
export function formatIndex(entries: readonly IndexEntry[]): Buffer {
  const sorted = [...entries].sort(
    (one, other) => Buffer.compare(one.raw, other.raw) || (one.flags & STAGE) - (other.flags & STAGE),
  )
  const header = Buffer.alloc(HEADER)
  header.write('DIRC', 'latin1')
  header.writeUInt32BE(sorted.some((entry) => entry.extended !== 0) ? 3 : 2, 4)
  header.writeUInt32BE(sorted.length, 8)
  const body = Buffer.concat([header, ...sorted.map(formatEntry)])
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}

function formatEntry(entry: IndexEntry): Buffer {
  const name = FIXED + (entry.extended === 0 ? 0 : 2)
  const bytes = Buffer.alloc(((name + entry.raw.length) >> 3) * 8 + 8)
  entry.stat.copy(bytes, 0)
  bytes.writeUInt32BE(entry.mode, 24)
  bytes.write(entry.id, 40, 'hex')
  const flags = (entry.flags & (0x8000 | STAGE)) | (entry.extended === 0 ? 0 : EXTENDED)
  bytes.writeUInt16BE(flags | Math.min(entry.raw.length, 0xfff), 60)
  if (entry.extended !== 0) bytes.writeUInt16BE(entry.extended, FIXED)
  entry.raw.copy(bytes, name)
  return bytes
}
