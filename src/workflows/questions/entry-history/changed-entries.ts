import { parseFile } from '../../../files/index.ts'
import { canonicalJson } from '../../../treaty/index.ts'
import { commonEnds, type Layout, type Version } from './layout.ts'

/** Returns the ids of all entries of a version. */
export function entryIds(version: Version): string[] {
  return [...slicesOf(version).keys()]
}

/** What happened to an entry from one version to the next. */
export type EntryStatus = 'added' | 'removed' | 'changed'

/**
 * Returns the entries that differ between two versions, by id. Only the bytes between the first and the last difference are
 * examined.
 */
export function changedEntries(before: Version, after: Version): Map<string, EntryStatus> {
  const marker = before.layout?.marker
  if (before.layout && after.layout && marker === after.layout.marker && marker !== undefined) {
    const [old, now] = changedStretches(before.bytes, before.layout, after.bytes, after.layout)
    const [oldSlices, newSlices] = [cutSlices(old, marker), cutSlices(now, marker)]
    if (oldSlices && newSlices) return differing(oldSlices, newSlices, (one, other) => isSameEntry(one, other, marker))
  }
  return differing(parseSlices(before.bytes), parseSlices(after.bytes), (one, other) => one === other)
}

function slicesOf({ bytes, layout }: Version): Slices {
  const cut = layout && cutSlices(bytes.toString('utf8', layout.start, layout.end), layout.marker)
  return cut ?? parseSlices(bytes)
}

function differing(
  before: Slices,
  after: Slices,
  same: (one: string, other: string) => boolean,
): Map<string, EntryStatus> {
  const changed = new Map<string, EntryStatus>()
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)]
    if (old === undefined) changed.set(id, 'added')
    else if (now === undefined) changed.set(id, 'removed')
    else if (!same(old, now)) changed.set(id, 'changed')
  }
  return changed
}

/** Returns the text of the entries that contain all differences, in both versions. */
function changedStretches(old: Buffer, oldLayout: Layout, now: Buffer, newLayout: Layout): [string, string] {
  const { marker } = oldLayout
  const { start: same, end: suffix } = commonEnds(old, now)
  const shift = now.length - old.length
  const before = old.lastIndexOf(marker, same - marker.length)
  const fromStart = before >= oldLayout.start && oldLayout.start === newLayout.start
  const after = old.indexOf(marker, old.length - suffix)
  const toEnd = after >= 0 && after <= oldLayout.end && after + shift <= newLayout.end
  return [
    old.toString('utf8', fromStart ? before : oldLayout.start, toEnd ? after : oldLayout.end),
    now.toString('utf8', fromStart ? before : newLayout.start, toEnd ? after + shift : newLayout.end),
  ]
}

/** The text of each entry, by id. */
type Slices = Map<string, string>

/** Cuts a text into its entries; null if an id is not certain, or not unique. */
function cutSlices(text: string, marker: string): Slices | null {
  const slices: Slices = new Map()
  const inner = ' '.repeat(marker.length - 1)
  for (const part of text.split(marker).slice(1)) {
    const id = idOf(part, inner)
    if (id === null || slices.has(id)) return null
    slices.set(id, part)
  }
  return slices
}

/** Returns the id of an entry, which is first, or on a line of its own at the entry's indentation. */
function idOf(part: string, inner: string): string | null {
  const first = /^id:[ \t]+["']?([a-z0-9-]+)["']?[ \t]*\r?(?:\n|$)/.exec(part)
  if (first?.[1]) return first[1]
  const line = part.split('\n').find((each) => each.startsWith(`${inner}id: `))
  return /id: +["']?([a-z0-9-]+)["']?\s*$/.exec(line ?? '')?.[1] ?? null
}

/** Parses a whole file, and returns each entry in canonical JSON; no entries where the file cannot be read. */
function parseSlices(bytes: Buffer): Slices {
  const { data } = parseFile('document', { file: 'version', bytes })
  return new Map((data?.entries ?? []).map((entry) => [entry.id, canonicalJson(entry)]))
}

/** Returns whether two texts of an entry have the same data; layout, quotes and comments may differ. */
function isSameEntry(one: string, other: string, marker: string): boolean {
  if (one === other) return true
  if (isPlain(one) && isPlain(other) && checksumOf(one) !== checksumOf(other)) return false
  const [first, second] = [one, other].map((part) => parseSlices(wholeFile(part, marker)).values().next().value)
  return first !== undefined && first === second
}

/** Returns whether the same data always has the same letters: no escapes, comments or indentation indicators. */
function isPlain(part: string): boolean {
  return !/[\\#]|[|>][+-]?\d/.test(part)
}

/** A sum over letters and digits that a change of layout does not change. It makes most of the parsing unnecessary. */
function checksumOf(part: string): number {
  let sum = 0
  for (let index = 0; index < part.length; index++) {
    const code = part.charCodeAt(index) | 0x20
    if (code >= 0x30 && !(code >= 0x3a && code <= 0x60) && !(code >= 0x7b && code <= 0x7f)) sum += code * code
  }
  return sum
}

function wholeFile(part: string, marker: string): Buffer {
  return Buffer.from(`document: x\ntitle: {en: x}\nentries:${marker}${part}\n`)
}
