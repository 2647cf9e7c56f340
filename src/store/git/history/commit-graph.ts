import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Links } from './links.ts'

/** What git wrote down of the history's shape, so that no commit need be unpacked for it. */
export interface CommitGraphFile {
  /** null for a commit that is not in it. */
  links(id: string): Links | null
}

const NO_PARENT = 0x70000000
const MORE_PARENTS = 0x80000000

/** Reads `objects/info/commit-graph` (gitformat-commit-graph(5)); null where there is none, or none that is understood. */
export function readCommitGraph(commonDirectory: string): CommitGraphFile | null {
  try {
    return parseCommitGraph(readFileSync(join(commonDirectory, 'objects', 'info', 'commit-graph')))
  } catch {
    return null
  }
}

function parseCommitGraph(bytes: Buffer): CommitGraphFile | null {
  if (bytes.toString('latin1', 0, 4) !== 'CGPH' || bytes[4] !== 1 || bytes[5] !== 1 || bytes[7] !== 0) return null
  const chunks = chunkOffsets(bytes)
  const [fanout, ids, data] = [chunks.get('OIDF'), chunks.get('OIDL'), chunks.get('CDAT')]
  if (fanout === undefined || ids === undefined || data === undefined) return null
  const edges = chunks.get('EDGE') ?? bytes.length
  const idAt = (index: number) => bytes.toString('hex', ids + index * 20, ids + index * 20 + 20)

  const further = (start: number): string[] => {
    const parents: string[] = []
    for (let at = edges + start * 4; ; at += 4) {
      const value = bytes.readUInt32BE(at)
      parents.push(idAt(value % MORE_PARENTS))
      if (value >= MORE_PARENTS) return parents
    }
  }
  const linksAt = (id: string, index: number): Links => {
    const at = data + index * 36 + 20
    const [first, second] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
    const parents = first === NO_PARENT ? [] : [idAt(first)]
    if (second >= MORE_PARENTS) parents.push(...further(second - MORE_PARENTS))
    else if (second !== NO_PARENT) parents.push(idAt(second))
    // 30 bits of generation, then 34 of time.
    const timestamp = (bytes.readUInt32BE(at + 8) & 3) * 2 ** 32 + bytes.readUInt32BE(at + 12)
    return { id, parents, timestamp }
  }
  return {
    links(id) {
      const index = findId(bytes, fanout, ids, Buffer.from(id, 'hex'))
      return index < 0 ? null : linksAt(id, index)
    },
  }
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
    const start = ids + middle * 20
    const order = bytes.compare(wanted, 0, 20, start, start + 20)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle
  }
  return -1
}
