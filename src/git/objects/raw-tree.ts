import { GitError } from '../git-error.ts'
import type { TreeEntry } from './tree.ts'

/** A tree object's bytes, checked, with the place of each entry. Takes a tenth of the memory of its entries. */
export interface RawTree {
  bytes: Buffer
  /** Where each entry begins, and at last the length of the bytes. */
  starts: Uint32Array
}

const SPACE = 0x20
const SLASH = 0x2f
/** The zero after a name and the 20 bytes of an id. */
const TAIL = 21

/**
 * Checks a tree object's bytes. As git fsck does, refuses an empty name and one with a slash (fullPathname), two entries with one
 * name (duplicateEntries) and entries out of order (treeNotSorted): with any of them, a path could mean two files.
 * @throws GitError unreadable
 */
export function readRawTree(bytes: Buffer): RawTree {
  const starts: number[] = []
  /** Files whose name begins the name of the last entry: a folder with the same name may come later. */
  const open: Line[] = []
  let before: Line | undefined
  for (let at = 0; at < bytes.length; ) {
    const line = readLine(bytes, at)
    if (before !== undefined && compareNames(before, line) >= 0) throw damagedTree()
    while (open.length > 0 && !isBeginning(open.at(-1), line)) open.pop()
    if (line.isFolder && lengthOf(open.at(-1)) === lengthOf(line)) throw damagedTree()
    if (!line.isFolder) open.push(line)
    starts.push(at)
    before = line
    at = line.zero + TAIL
  }
  starts.push(bytes.length)
  return { bytes, starts: Uint32Array.from(starts) }
}

/** Where the name of an entry begins and ends. */
interface Line {
  bytes: Buffer
  name: number
  zero: number
  isFolder: boolean
}

function readLine(bytes: Buffer, start: number): Line {
  let name = start
  for (let byte = bytes[name]; byte !== undefined && byte >= 0x30 && byte <= 0x37; byte = bytes[name]) name += 1
  if (bytes[name] !== SPACE || name === start || name - start > 7) throw damagedTree()
  name += 1
  let zero = name
  for (let byte = bytes[zero]; byte !== 0; byte = bytes[zero]) {
    if (byte === undefined || byte === SLASH) throw damagedTree()
    zero += 1
  }
  if (zero === name || zero + TAIL > bytes.length) throw damagedTree()
  return { bytes, name, zero, isFolder: isFolderAt(bytes, start, name) }
}

function isFolderAt(bytes: Buffer, start: number, name: number): boolean {
  return name - start === 6 && bytes[start] === 0x34 && bytes.readUInt32BE(start + 1) === 0x30303030
}

/** Compares two names in git's order: that of a folder counts as if it ended with `/`. */
function compareNames(one: Line, other: Line): number {
  const shared = Math.min(lengthOf(one), lengthOf(other))
  for (let at = 0; at < shared; at += 1) {
    const difference = (one.bytes[one.name + at] ?? 0) - (other.bytes[other.name + at] ?? 0)
    if (difference !== 0) return difference
  }
  return byteAfter(one, shared) - byteAfter(other, shared) || lengthOf(one) - lengthOf(other)
}

function byteAfter(line: Line, length: number): number {
  if (lengthOf(line) > length) return line.bytes[line.name + length] ?? 0
  return line.isFolder ? SLASH : 0
}

function lengthOf(line: Line | undefined): number {
  return line === undefined ? -1 : line.zero - line.name
}

function isBeginning(file: Line | undefined, { bytes, name, zero }: Line): boolean {
  if (file === undefined || lengthOf(file) > zero - name) return false
  for (let at = lengthOf(file) - 1; at >= 0; at -= 1) if (bytes[file.name + at] !== bytes[name + at]) return false
  return true
}

/** Returns the entries of a tree from one index to before another. */
export function entriesBetween(tree: RawTree, from: number, to: number): TreeEntry[] {
  return Array.from({ length: to - from }, (_, index) => entryAt(tree, from + index))
}

/** Checks a tree object's bytes, and returns its entries. @throws GitError unreadable */
export function parseTree(bytes: Buffer): TreeEntry[] {
  return entriesOf(readRawTree(bytes))
}

/** Returns all entries of a tree. */
export function entriesOf(tree: RawTree): TreeEntry[] {
  return entriesBetween(tree, 0, tree.starts.length - 1)
}

function entryAt({ bytes, starts }: RawTree, index: number): TreeEntry {
  const [start = 0, end = 0] = [starts[index], starts[index + 1]]
  const space = bytes.indexOf(SPACE, start)
  const zero = end - TAIL
  const entry: TreeEntry = {
    mode: bytes.toString('latin1', start, space),
    name: bytes.toString('utf8', space + 1, zero),
    id: bytes.toString('hex', zero + 1, end),
  }
  if (entry.name.includes('\ufffd')) entry.raw = bytes.subarray(space + 1, zero)
  return entry
}

/**
 * Returns the entries in which two trees differ, a few equal ones among them. What both begin and end with is skipped without looking at
 * each entry: two versions of a large folder differ in one.
 */
export function differingEntries(one: RawTree, other: RawTree): [before: TreeEntry[], after: TreeEntry[]] {
  const from = entryAtByte(one, equalBytes(one.bytes, other.bytes))
  let [to, otherTo] = [one.starts.length - 1, other.starts.length - 1]
  while (to > from && otherTo > from && isSameEntry(one, to - 1, other, otherTo - 1)) {
    to -= 1
    otherTo -= 1
  }
  return [entriesBetween(one, from, to), entriesBetween(other, from, otherTo)]
}

/** Returns how many bytes two buffers begin with in common. */
function equalBytes(one: Buffer, other: Buffer): number {
  let [same, different] = [0, Math.min(one.length, other.length) + 1]
  while (different - same > 1) {
    const middle = (same + different) >> 1
    if (one.compare(other, same, middle, same, middle) === 0) same = middle
    else different = middle
  }
  return same
}

/** Returns the index of the entry that a byte belongs to; the number of entries for the end. */
function entryAtByte({ starts }: RawTree, byte: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= byte) low = middle
    else high = middle - 1
  }
  return low
}

function isSameEntry(one: RawTree, index: number, other: RawTree, otherIndex: number): boolean {
  const [start = 0, end = 0] = [one.starts[index], one.starts[index + 1]]
  const [otherStart = 0, otherEnd = 0] = [other.starts[otherIndex], other.starts[otherIndex + 1]]
  if (end - start !== otherEnd - otherStart) return false
  return one.bytes.compare(other.bytes, otherStart, otherEnd, start, end) === 0
}

function damagedTree(): GitError {
  return new GitError('unreadable', 'a tree object is damaged', 'run `git fsck` and restore it from another clone')
}
