import { createHash } from 'node:crypto'

/** What the index of a pack says about one object. */
interface Indexed {
  id: string
  offset: number
  crc: number
}

const FANOUT = 256

/**
 * Returns the bytes of a pack index of version 2 (gitformat-pack(5)). The pack must be smaller than 2 GiB.
 * @param checksum the pack's own checksum
 */
export function formatPackIndex(objects: readonly Indexed[], checksum: Buffer): Buffer {
  const sorted = [...objects].sort((one, other) => (one.id < other.id ? -1 : 1))
  const body = Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    numbers(fanout(sorted)),
    Buffer.concat(sorted.map(({ id }) => Buffer.from(id, 'hex'))),
    numbers(sorted.map(({ crc }) => crc)),
    numbers(sorted.map(({ offset }) => offset)),
    checksum,
  ])
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}

/** Returns for each first byte how many ids have this first byte or a smaller one. */
function fanout(sorted: readonly Indexed[]): number[] {
  const counts = new Array<number>(FANOUT).fill(0)
  for (const { id } of sorted) {
    const first = Number.parseInt(id.slice(0, 2), 16)
    counts[first] = (counts[first] ?? 0) + 1
  }
  let sum = 0
  return counts.map((count) => {
    sum += count
    return sum
  })
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}
