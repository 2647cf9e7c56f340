import { readFileSync } from 'node:fs'
import { GitError } from '../git-error.ts'

/** The index of one pack: the offset of each object. */
export interface PackIndex {
  /** The object's offset in the pack, in bytes; -1 when it is not in this pack. */
  offsetOf(id: string): number
  /** The ids that begin with these hexadecimal digits. */
  idsWithPrefix(prefix: string): string[]
}

const HEADER = 8
const FANOUT = 256 * 4

/** Reads a pack index of version 2, the only one that git has written since 2007. @throws GitError unreadable */
export function readPackIndex(path: string): PackIndex {
  const bytes = readFileSync(path)
  if (!isWhole(bytes)) {
    throw new GitError(
      'unreadable',
      `${path} is not a pack index of version 2`,
      'run `git repack -a -d` in the repository',
    )
  }
  const count = bytes.readUInt32BE(HEADER + FANOUT - 4)
  const ids = HEADER + FANOUT
  const offsets = ids + count * 24
  const longOffsets = offsets + count * 4
  const idAt = (index: number) => bytes.toString('hex', ids + index * 20, ids + index * 20 + 20)

  const firstNotBelow = (id: string): number => {
    const wanted = Buffer.from(id.padEnd(40, '0'), 'hex')
    const first = wanted[0] ?? 0
    // The first four bytes nearly always decide, and are cheap to compare as a number.
    const leading = wanted.readUInt32BE(0)
    let low = first === 0 ? 0 : bytes.readUInt32BE(HEADER + (first - 1) * 4)
    let high = bytes.readUInt32BE(HEADER + first * 4)
    while (low < high) {
      const middle = (low + high) >>> 1
      const start = ids + middle * 20
      const here = bytes.readUInt32BE(start)
      if (here < leading || (here === leading && bytes.compare(wanted, 0, 20, start, start + 20) < 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    offsetOf(id) {
      const index = firstNotBelow(id)
      if (index >= count || idAt(index) !== id) return -1
      const offset = bytes.readUInt32BE(offsets + index * 4)
      if (offset < 0x80000000) return offset
      const place = longOffsets + (offset - 0x80000000) * 8
      return place + 8 > bytes.length ? -1 : Number(bytes.readBigUInt64BE(place))
    },
    idsWithPrefix(prefix) {
      const found: string[] = []
      for (let index = firstNotBelow(prefix); index < count && idAt(index).startsWith(prefix); index++) {
        found.push(idAt(index))
      }
      return found
    },
  }
}

/** Returns whether it is of version 2, its table of first bytes counts upward, and it holds as many ids as it says. */
function isWhole(bytes: Buffer): boolean {
  if (bytes.length < HEADER + FANOUT || bytes.readUInt32BE(0) !== 0xff744f63 || bytes.readUInt32BE(4) !== 2)
    return false
  let count = 0
  for (let at = HEADER; at < HEADER + FANOUT; at += 4) {
    const next = bytes.readUInt32BE(at)
    if (next < count) return false
    count = next
  }
  return HEADER + FANOUT + count * 28 + 40 <= bytes.length
}
