import { commonEnds } from './common-ends.ts'

/** Where the entries of a document file stand, when they are written one below the other as `fmt` writes them. */
export interface Layout {
  /** What begins every entry: a line feed, the indentation, `- `. */
  marker: string
  /** The line feed before the first entry, in bytes from the file's start. */
  start: number
  /** Where the entries end: the line feed before the next key, or the file's end. */
  end: number
}

/** One version of a document file; `layout` is null where the entries are written in another way. */
export interface Version {
  bytes: Buffer
  layout: Layout | null
}

const OTHER_KEYS = ['document', 'title', 'note', 'sections']

/**
 * Finds the entries of a version. A version that differs little from a neighbour has its layout from there: only what
 * differs is searched.
 */
export function versionOf(bytes: Buffer, neighbour: Version | undefined): Version {
  const layout = neighbour?.layout ? layoutBeside(bytes, neighbour.bytes, neighbour.layout) : null
  return { bytes, layout: layout ?? findLayout(bytes) }
}

function layoutBeside(bytes: Buffer, beside: Buffer, layout: Layout): Layout | null {
  const { start: same, end: suffix } = commonEnds(bytes, beside)
  const endIsShared = layout.end === beside.length || layout.end >= beside.length - suffix
  if (same < layout.start + layout.marker.length || !endIsShared) return null
  const isPlain = [beside, bytes].every((each) => {
    const stretch = each.toString('latin1', Math.max(0, same - LONGEST_KEY), each.length - suffix + LONGEST_KEY)
    return !OTHER_KEYS.some((name) => stretch.includes(`\n${name}:`))
  })
  return isPlain ? { ...layout, end: layout.end + bytes.length - beside.length } : null
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
