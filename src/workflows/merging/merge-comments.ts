import {
  type Anchor,
  anchorsIn,
  type Comments,
  commentsIn,
  type DataOf,
  existing,
  type FileKind,
  renameEntries,
  renameEntry,
} from '../../files/index.ts'
import { type AlignedMerge, idOf, mapVersions, mergeSequences, type ThreeVersions } from '../../text/index.ts'

/**
 * Returns the comments of three versions of a document's file, each entry named by its key: what identifies it in all of them.
 * @param files the three files; one that cannot be read has no comments
 */
export function commentsByKey(files: ThreeVersions<Uint8Array>, { versions }: AlignedMerge): ThreeVersions<Comments> {
  const named = (version: 'base' | 'ours' | 'theirs') => {
    const keyOf = new Map([...versions[version].entries].map(([key, { id }]) => [id, key]))
    return renameEntries(commentsIn('document', files[version]), (id) => keyOf.get(id) ?? `=${id}`)
  }
  return { base: named('base'), ours: named('ours'), theirs: named('theirs') }
}

/** Returns the merged comments of a document that was merged without a conflict. */
export function commentsOfMerged(files: ThreeVersions<Uint8Array>, merged: AlignedMerge): Comments {
  return commentsById(
    mergeComments(commentsByKey(files, merged), () => anchorsByKey(merged)),
    merged,
  )
}

/** Returns the merged comments of a file of another kind. @param data the merged file */
export function commentsOfFile<K extends FileKind>(
  kind: K,
  files: ThreeVersions<Uint8Array>,
  data: DataOf<K>,
): Comments {
  const { base, ours, theirs } = files
  const comments = mapVersions({ base, ours, theirs }, (bytes) => commentsIn(kind, bytes))
  return mergeComments(comments, () => anchorsIn(kind, data))
}

/**
 * Merges comments three ways, each place by itself. Where both sides changed the comments at one place, both are kept. So are new
 * comments on something that the other side removed: at the end of the file.
 * @param present the anchors of the merged document
 */
export function mergeComments(three: ThreeVersions<Comments>, present: () => ReadonlySet<Anchor>): Comments {
  const merged: Comments = {
    head: mergeLists(mapVersions(three, ({ head }) => head)),
    above: mergeMaps(mapVersions(three, ({ above }) => above)),
    atLineEnd: mergeMaps(mapVersions(three, ({ atLineEnd }) => atLineEnd)),
    foot: mergeLists(mapVersions(three, ({ foot }) => foot)),
  }
  if (merged.above.size + merged.atLineEnd.size === 0) return merged
  const anchors = present()
  const homeless = [
    ...newComments(merged.above, three.base.above, anchors),
    ...newComments(merged.atLineEnd, three.base.atLineEnd, anchors),
  ]
  return { ...merged, foot: [...merged.foot, ...homeless] }
}

/** Returns the anchors of a merged document, each entry named by its key. */
export function anchorsByKey({ document, keys }: AlignedMerge): Set<Anchor> {
  const keyOf = new Map(document.entries.map(({ id }, index) => [id, keys[index] ?? `=${id}`]))
  const anchors = [...anchorsIn('document', document)]
  return new Set(anchors.map((anchor) => renameEntry(anchor, (id) => keyOf.get(id) ?? `=${id}`)))
}

/** Returns the comments in the anchors of one merged document, where an entry is named by its id. */
export function commentsById(comments: Comments, { document, keys }: AlignedMerge): Comments {
  const ids = new Map(keys.map((key, index) => [key, document.entries[index]?.id ?? idOf(key)]))
  return renameEntries(comments, (key) => ids.get(key) ?? idOf(key))
}

function mergeMaps(three: ThreeVersions<ReadonlyMap<Anchor, string[]>>): Map<Anchor, string[]> {
  const anchors = new Set([...three.ours.keys(), ...three.theirs.keys()])
  const merged = [...anchors].map((anchor): [Anchor, string[]] => [
    anchor,
    mergeLists(mapVersions(three, (map) => map.get(anchor) ?? [])),
  ])
  return new Map(merged.filter(([, lines]) => lines.length > 0))
}

function mergeLists(three: ThreeVersions<string[]>): string[] {
  return mergeSequences(three).flatMap((region) => {
    if ('agreed' in region) return region.agreed
    const { base, ours, theirs } = region.conflict
    // What one side removed of what the other changed is not brought back.
    const isNew = (line: string) => !base.includes(line) && !ours.includes(line)
    return [...ours.filter((line) => !base.includes(line) || theirs.includes(line)), ...theirs.filter(isNew)]
  })
}

function newComments(
  merged: ReadonlyMap<Anchor, string[]>,
  base: ReadonlyMap<Anchor, string[]>,
  present: ReadonlySet<Anchor>,
): string[] {
  return [...merged]
    .filter(([anchor]) => existing(anchor, present) === undefined)
    .flatMap(([anchor, lines]) => lines.filter((line) => !base.get(anchor)?.includes(line)))
}
