import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitError } from '../git-error.ts'
import { isObjectId } from '../objects/object.ts'

/** What git wrote down of the history's shape, so that no commit need be unpacked for it. Commits are numbered from 0. */
export interface CommitGraphFile {
  /** How many commits it knows. */
  readonly count: number
  /** A commit's number; -1 where it is not in it. */
  find(id: string): number
  idAt(number: number): string
  /** The numbers of the commit's parents, in their order. */
  parentsAt(number: number): readonly number[]
  /** The committer's, in seconds since 1970. */
  timestampAt(number: number): number
}

const NO_PARENT = 0x70000000
const MORE_PARENTS = 0x80000000
const ID = 20
/** A tree's id, two parents, generation and time. */
const ROW = ID + 16

/**
 * Reads `objects/info/commit-graph`, or the chain of files that `git maintenance` keeps instead (gitformat-commit-graph(5));
 * null where there is neither, none that is understood, or one that is damaged.
 */
export function readCommitGraph(commonDirectory: string): CommitGraphFile | null {
  const folder = join(commonDirectory, 'objects', 'info')
  try {
    let graph: CommitGraphFile | null = null
    for (const file of filesOf(folder)) graph = layOn(graph, readFileSync(file))
    return graph
  } catch {
    return null
  }
}

/** The one file, or those of the chain, the lowest first. */
function filesOf(folder: string): string[] {
  const one = join(folder, 'commit-graph')
  if (existsSync(one)) return [one]
  const chain = readFileSync(join(folder, 'commit-graphs', 'commit-graph-chain'), 'utf8')
    .trim()
    .split('\n')
  return chain.map((hash) => {
    if (!isObjectId(hash)) throw new RangeError('a chain of commit-graphs names its files by their hashes')
    return join(folder, 'commit-graphs', `graph-${hash}.graph`)
  })
}

/** One file on top of others: its commits are numbered after theirs, and name parents among them by number. */
function layOn(below: CommitGraphFile | null, bytes: Buffer): CommitGraphFile {
  if (below === null) return parseCommitGraph(bytes, 0)
  const above = parseCommitGraph(bytes, below.count)
  const isBelow = (number: number) => number < below.count
  return {
    count: below.count + above.count,
    find(id) {
      const number = above.find(id)
      return number < 0 ? below.find(id) : below.count + number
    },
    idAt: (number) => (isBelow(number) ? below.idAt(number) : above.idAt(number - below.count)),
    parentsAt: (number) => (isBelow(number) ? below.parentsAt(number) : above.parentsAt(number - below.count)),
    timestampAt: (number) => (isBelow(number) ? below.timestampAt(number) : above.timestampAt(number - below.count)),
  }
}

/**
 * @param countBelow how many commits the files below know
 * @throws RangeError for bytes that are no such file, of a version unknown here, or not those that were written
 */
function parseCommitGraph(bytes: Buffer, countBelow: number): CommitGraphFile {
  const [, , , , version, hash] = bytes
  const chunks = chunkOffsets(bytes)
  const [fanout, ids, rows] = [chunks.get('OIDF'), chunks.get('OIDL'), chunks.get('CDAT')]
  const isKnown = bytes.toString('latin1', 0, 4) === 'CGPH' && version === 1 && hash === 1
  if (!isKnown || fanout === undefined || ids === undefined || rows === undefined) {
    throw new RangeError('no commit-graph of version 1 with SHA-1')
  }
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const edges = chunks.get('EDGE') ?? bytes.length
  const count = numbers.getUint32(fanout + 255 * 4)
  const isWhole = ids + count * ID <= bytes.length && rows + count * ROW <= bytes.length
  if (!isWhole || !hasItsSum(bytes) || !countsUpward(numbers, fanout)) {
    throw new RangeError('a commit-graph that is damaged')
  }

  const known = (parents: readonly number[]): readonly number[] => {
    if (parents.every((parent) => parent < countBelow + count)) return parents
    throw forged('names a commit that it does not know')
  }

  const further = (start: number): number[] => {
    const parents: number[] = []
    for (let at = edges + start * 4; at + 4 <= bytes.length; at += 4) {
      const value = numbers.getUint32(at)
      parents.push(value % MORE_PARENTS)
      if (value >= MORE_PARENTS) return parents
    }
    throw forged('ends amid the parents of a commit')
  }
  return {
    count,
    find: (id) => findId(bytes, fanout, ids, Buffer.from(id, 'hex')),
    idAt: (number) => bytes.toString('hex', ids + number * ID, ids + number * ID + ID),
    parentsAt(number) {
      const at = rows + number * ROW + ID
      const first = numbers.getUint32(at)
      if (first === NO_PARENT) return []
      const second = numbers.getUint32(at + 4)
      if (second === NO_PARENT) return known([first])
      return known(second >= MORE_PARENTS ? [first, ...further(second - MORE_PARENTS)] : [first, second])
    },
    timestampAt(number) {
      const at = rows + number * ROW + ID + 8
      // 30 bits of generation, then 34 of time.
      return (numbers.getUint32(at) & 3) * 2 ** 32 + numbers.getUint32(at + 4)
    },
  }
}

/** What stops a walk: a file that was damaged is passed over, but one whose sum is right says what is not so on purpose. */
export function forged(what: string): GitError {
  const remedy = 'run `rm -r .git/objects/info/commit-graph*` and `git fsck`'
  return new GitError('unreadable', `git's commit-graph ${what}`, remedy)
}

/** The last 20 bytes are the SHA-1 of the others. */
function hasItsSum(bytes: Buffer): boolean {
  return createHash('sha1').update(bytes.subarray(0, -ID)).digest().equals(bytes.subarray(-ID))
}

function countsUpward(numbers: DataView, fanout: number): boolean {
  for (let first = 1; first < 256; first += 1) {
    if (numbers.getUint32(fanout + first * 4) < numbers.getUint32(fanout + first * 4 - 4)) return false
  }
  return true
}

function chunkOffsets(bytes: Buffer): Map<string, number> {
  const chunks = new Map<string, number>()
  for (let index = 0; index < bytes.readUInt8(6); index++) {
    const at = 8 + index * 12
    chunks.set(bytes.toString('latin1', at, at + 4), Number(bytes.readBigUInt64BE(at + 4)))
  }
  return chunks
}

function findId(bytes: Buffer, fanout: number, ids: number, wanted: Buffer): number {
  const first = wanted.readUInt8(0)
  let low = first === 0 ? 0 : bytes.readUInt32BE(fanout + (first - 1) * 4)
  let high = bytes.readUInt32BE(fanout + first * 4)
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = ids + middle * ID
    const order = bytes.compare(wanted, 0, ID, start, start + ID)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle
  }
  return -1
}
