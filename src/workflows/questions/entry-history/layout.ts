/** The place of the entries in a document's file, when they are a block sequence as `annex fmt` writes it. */
export interface Layout {
  /** The bytes before every entry: a line feed, the indentation, `- `. */
  marker: string
  /** The offset in bytes of the line feed before the first entry. */
  start: number
  /** The offset of the end of the entries: the line feed before the next key, or the end of the file. */
  end: number
}

/** One version of a document's file; `layout` is null if the entries are not a block sequence. */
export interface Version {
  bytes: Buffer
  layout: Layout | null
}

const OTHER_KEYS = ['document', 'title', 'note', 'sections']

/**
 * Returns a version with its layout. Where it differs little from a neighbour, only what differs is searched.
 */
export function versionOf(bytes: Buffer, neighbour: Version | undefined): Version {
  const layout = neighbour?.layout ? layoutFrom(bytes, neighbour.bytes, neighbour.layout) : null
  return { bytes, layout: layout ?? findLayout(bytes) }
}

function layoutFrom(bytes: Buffer, neighbour: Buffer, layout: Layout): Layout | null {
  const { start: same, end: suffix } = commonEnds(bytes, neighbour)
  const endIsShared = layout.end === neighbour.length || layout.end >= neighbour.length - suffix
  if (same < layout.start + layout.marker.length || !endIsShared) return null
  const isPlain = [neighbour, bytes].every((each) => {
    const stretch = each.toString('latin1', Math.max(0, same - LONGEST_KEY), each.length - suffix + LONGEST_KEY)
    return !OTHER_KEYS.some((name) => stretch.includes(`\n${name}:`))
  })
  return isPlain ? { ...layout, end: layout.end + bytes.length - neighbour.length } : null
}

const LONGEST_KEY = 16

function findLayout(bytes: Buffer): Layout | null {
  const key = bytes.indexOf('\nentries:')
  if (key < 0) return null
  const head = /^\nentries:[ \t]*(?:#.*)?(?:\r?\n *(?:#.*)?)*(\r?\n *- )/.exec(
    bytes.toString('latin1', key, key + 4000),
  )
  if (!head?.[1]) return null
  const marker = `\n${head[1].replace(/^\r?\n/, '')}`
  const start = key + head[0].length - marker.length
  const ends = OTHER_KEYS.map((name) => bytes.indexOf(`\n${name}:`, start)).filter((at) => at >= 0)
  return { marker, start, end: Math.min(bytes.length, ...ends) }
}

/** How many bytes are the same at the start and at the end of two files, without overlap. */
interface CommonEnds {
  start: number
  end: number
}

/** Sizes in bytes that are compared natively, before the rest is compared byte by byte. */
const CHUNKS = [65_536, 4096, 256]

let last: { one: Buffer; other: Buffer; ends: CommonEnds } | undefined

/** Compares two files. The last result is kept, because the same two versions are compared twice in a row. */
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

function sameAtEnd(one: Buffer, other: Buffer, startLength: number): number {
  const most = Math.min(one.length, other.length) - startLength
  let count = 0
  for (const chunk of CHUNKS) {
    while (count + chunk <= most && hasSameEnd(one, other, count, chunk)) count += chunk
  }
  while (count < most && one[one.length - count - 1] === other[other.length - count - 1]) count++
  return count
}

function hasSameEnd(one: Buffer, other: Buffer, count: number, chunk: number): boolean {
  const [end, otherEnd] = [one.length - count, other.length - count]
  return one.compare(other, otherEnd - chunk, otherEnd, end - chunk, end) === 0
}
