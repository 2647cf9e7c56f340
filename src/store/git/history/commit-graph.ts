import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What git wrote down of the history's shape, so that no commit need be unpacked for it. Commits are numbered from 0 in the
 * order of their ids.
 */
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
 * Reads `objects/info/commit-graph` (gitformat-commit-graph(5)); null where there is none, none that is understood, or one that is
 * damaged: a parent that is no parent would hide a part of the history.
 */
export function readCommitGraph(commonDirectory: string): CommitGraphFile | null {
  try {
    return parseCommitGraph(readFileSync(join(commonDirectory, 'objects', 'info', 'commit-graph')))
  } catch {
    return null
  }
}

/** @throws RangeError where it points beyond its own end */
function parseCommitGraph(bytes: Buffer): CommitGraphFile | null {
  if (!hasItsSum(bytes)) return null
  if (bytes.toString('latin1', 0, 4) !== 'CGPH' || bytes[4] !== 1 || bytes[5] !== 1 || bytes[7] !== 0) return null
  const chunks = chunkOffsets(bytes)
  const [fanout, ids, rows] = [chunks.get('OIDF'), chunks.get('OIDL'), chunks.get('CDAT')]
  if (fanout === undefined || ids === undefined || rows === undefined) return null
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const count = numbers.getUint32(fanout + 255 * 4)
  const edges = chunks.get('EDGE') ?? bytes.length

  const further = (start: number): number[] => {
    const parents: number[] = []
    for (let at = edges + start * 4; ; at += 4) {
      const value = numbers.getUint32(at)
      parents.push(value % MORE_PARENTS)
      if (value >= MORE_PARENTS) return parents
    }
  }
  const graph: CommitGraphFile = {
    count,
    find: (id) => findId(bytes, fanout, ids, Buffer.from(id, 'hex')),
    idAt: (number) => bytes.toString('hex', ids + number * ID, ids + number * ID + ID),
    parentsAt(number) {
      const at = rows + number * ROW + ID
      const first = numbers.getUint32(at)
      if (first === NO_PARENT) return []
      const second = numbers.getUint32(at + 4)
      if (second === NO_PARENT) return [first]
      return second >= MORE_PARENTS ? [first, ...further(second - MORE_PARENTS)] : [first, second]
    },
    timestampAt(number) {
      const at = rows + number * ROW + ID + 8
      // 30 bits of generation, then 34 of time.
      return (numbers.getUint32(at) & 3) * 2 ** 32 + numbers.getUint32(at + 4)
    },
  }
  const isWhole = ids + count * ID <= bytes.length && countsUpward(numbers, fanout)
  return isWhole && knowsItsParents(graph) ? graph : null
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

function knowsItsParents(graph: CommitGraphFile): boolean {
  for (let number = 0; number < graph.count; number += 1) {
    if (graph.parentsAt(number).some((parent) => parent >= graph.count)) return false
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
