/** How many bytes two files both begin with, and both end with; the two stretches do not overlap. */
export interface CommonEnds {
  start: number
  end: number
}

/** Compared whole, by the machine's own means, before what is left is looked at byte by byte. */
const CHUNKS = [65_536, 4096, 256]

let last: { one: Buffer; other: Buffer; ends: CommonEnds } | undefined

/** The last answer is kept: the same two versions are asked about twice in a row. */
export function commonEnds(one: Buffer, other: Buffer): CommonEnds {
  if (last?.one === one && last.other === other) return last.ends
  const start = sameAtStart(one, other)
  const ends = { start, end: sameAtEnd(one, other, start) }
  last = { one, other, ends }
  return ends
}

function sameAtStart(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length)
  let at = 0
  for (const chunk of CHUNKS) {
    while (at + chunk <= most && one.compare(other, at, at + chunk, at, at + chunk) === 0) at += chunk
  }
  while (at < most && one[at] === other[at]) at++
  return at
}

function sameAtEnd(one: Buffer, other: Buffer, taken: number): number {
  const most = Math.min(one.length, other.length) - taken
  let count = 0
  for (const chunk of CHUNKS) {
    while (count + chunk <= most && endsAlike(one, other, count, chunk)) count += chunk
  }
  while (count < most && one[one.length - count - 1] === other[other.length - count - 1]) count++
  return count
}

function endsAlike(one: Buffer, other: Buffer, count: number, chunk: number): boolean {
  const [end, otherEnd] = [one.length - count, other.length - count]
  return one.compare(other, otherEnd - chunk, otherEnd, end - chunk, end) === 0
}
