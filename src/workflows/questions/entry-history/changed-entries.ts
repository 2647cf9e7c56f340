import { commonEnds } from './common-ends.ts'
import type { Layout, Version } from './layout.ts'
import { cutSlices, parseSlices, type Slices, saysTheSame } from './slices.ts'

/** The ids of all entries of a version. */
export function entryIds(version: Version): string[] {
  return [...slicesOf(version).keys()]
}

/** What became of an entry from one version to the next. */
export type Fate = 'added' | 'removed' | 'changed'

/**
 * What became of the entries that were added, removed or changed from one version to the next, by their ids. Only the stretch between the first
 * and the last byte that differ is looked into.
 */
export function changedEntries(before: Version, after: Version): Map<string, Fate> {
  const marker = before.layout?.marker
  if (before.layout && after.layout && marker === after.layout.marker && marker !== undefined) {
    const [old, now] = changedStretches(before.bytes, before.layout, after.bytes, after.layout)
    const [oldSlices, newSlices] = [cutSlices(old, marker), cutSlices(now, marker)]
    if (oldSlices && newSlices) return differing(oldSlices, newSlices, (one, other) => saysTheSame(one, other, marker))
  }
  return differing(parseSlices(before.bytes), parseSlices(after.bytes), (one, other) => one === other)
}

function slicesOf({ bytes, layout }: Version): Slices {
  const cut = layout && cutSlices(bytes.toString('utf8', layout.start, layout.end), layout.marker)
  return cut ?? parseSlices(bytes)
}

function differing(before: Slices, after: Slices, same: (one: string, other: string) => boolean): Map<string, Fate> {
  const changed = new Map<string, Fate>()
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)]
    if (old === undefined) changed.set(id, 'added')
    else if (now === undefined) changed.set(id, 'removed')
    else if (!same(old, now)) changed.set(id, 'changed')
  }
  return changed
}

/** The texts of the entries, in both versions, that hold all bytes that differ. */
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
