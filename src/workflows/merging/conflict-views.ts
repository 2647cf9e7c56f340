import { diffArrays } from 'diff'
import { type Comments, serializeInBlocks } from '../../files/index.ts'
import type { AlignedMerge, Block, Key, ThreeVersions } from '../../text/index.ts'
import type { Conflict, Document } from '../../treaty/index.ts'
import { commentsById } from './merge-comments.ts'

type Side = 'ours' | 'theirs'

/** A merge with conflicts, seen from both sides. */
export interface ConflictingMerge {
  three: ThreeVersions<Document>
  /** The merge with our side's version of what is in conflict, and with their side's. */
  merged: Record<Side, AlignedMerge>
  /** The merged comments, and those of each version, by key. */
  comments: Comments
  commentsOf: ThreeVersions<Comments>
}

/** What each side wants the file to be, and what it was, in blocks; and the blocks in dispute that both want to be the same. */
export interface ConflictViews {
  blocks: ThreeVersions<Block[]>
  disputed: Set<string>
}

/**
 * Returns the two versions of a merged file between which a person must choose. They differ in a block for each conflict: a
 * conflict that both merged documents resolve alike is shown as the two sides wrote it.
 */
export function conflictViews(conflicting: ConflictingMerge): ConflictViews {
  const { merged, comments } = conflicting
  const raw = rawBlocks(conflicting)
  const { conflicts } = merged.ours
  const sections = conflicts.some(({ field }) => field === 'sections') ? sectionsIn(raw) : []
  const disputed = conflicts.flatMap((conflict) => blocksIn(conflict, raw))
  const views = {
    ours: withoutRemoved(viewOf(merged.ours, comments), raw, 'ours', [...disputed, ...sections]),
    theirs: withoutRemoved(viewOf(merged.theirs, comments), raw, 'theirs', [...disputed, ...sections]),
  }
  // A conflict of sections does not say which: if one is shown, that is the one.
  if (hidden(sections, views).length === sections.length) disputed.push(...sections)
  const asWritten = hidden(disputed, views)
  for (const side of ['ours', 'theirs'] as const) views[side] = asWrittenBy(views[side], raw[side], asWritten)
  const places = conflicts.filter(({ field }) => field === 'place').flatMap((each) => blocksIn(each, raw))
  for (const key of hidden(places, views)) views.theirs = placedAs(raw.theirs, key, views.theirs)
  if (hidden(places, views).length > 0) {
    for (const side of ['ours', 'theirs'] as const) views[side] = orderedAs(raw[side], views[side])
  }
  const blocks = { base: raw.base, ours: withEmptyLists(views.ours), theirs: withEmptyLists(views.theirs) }
  return { blocks, disputed: new Set(hidden(disputed, views)) }
}

function viewOf(merged: AlignedMerge, comments: Comments): Block[] {
  return inBlocks(merged.document, merged.keys, commentsById(comments, merged))
}

function rawBlocks({ three, merged, commentsOf }: ConflictingMerge): ThreeVersions<Block[]> {
  const blocksOf = (version: 'base' | Side) => {
    const { keys } = merged.ours.versions[version]
    const document = three[version]
    return inBlocks(document, keys, commentsById(commentsOf[version], { ...merged.ours, document, keys: [...keys] }))
  }
  return { base: blocksOf('base'), ours: blocksOf('ours'), theirs: blocksOf('theirs') }
}

const ENTRY = 'entries/'

function inBlocks(document: Document, keys: readonly Key[], comments: Comments): Block[] {
  let entry = 0
  return serializeInBlocks('document', document, comments).map(({ path: [list = '', item], text }) => {
    if (item === undefined) return { key: list, text }
    return { key: list === 'entries' ? `${ENTRY}${keys[entry++] ?? item}` : `${list}/${item}`, text }
  })
}

/** Returns the keys of the blocks that a conflict is about. */
function blocksIn({ entry, field }: Conflict, raw: ThreeVersions<Block[]>): string[] {
  if (entry === null) return field === 'sections' ? [] : [field]
  const known = new Set([...keysOf(raw.base), ...keysOf(raw.ours), ...keysOf(raw.theirs)])
  return [`${ENTRY}=${entry}`, `${ENTRY}+${entry}`].filter((key) => known.has(key))
}

function sectionsIn(raw: ThreeVersions<Block[]>): string[] {
  const keys = new Set([...keysOf(raw.base), ...keysOf(raw.ours), ...keysOf(raw.theirs)])
  return [...keys].filter((key) => key.startsWith('sections/'))
}

/** Leaves out what the side removed and the other side changed. */
function withoutRemoved(view: readonly Block[], raw: ThreeVersions<Block[]>, side: Side, disputed: string[]): Block[] {
  const [before, after] = [keysOf(raw.base), keysOf(raw[side])]
  return view.filter(({ key }) => !disputed.includes(key) || !before.has(key) || after.has(key))
}

function keysOf(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.map(({ key }) => key))
}

/** Returns those of the keys whose blocks are the same, and at the same place, in both views. */
function hidden(keys: readonly string[], views: Record<Side, Block[]>): string[] {
  const comparator = (one: Block, other: Block) => one.key === other.key && one.text === other.text
  const parts = diffArrays(views.ours, views.theirs, { comparator })
  const shown = new Set(
    parts.flatMap(({ added, removed, value }) => (added || removed ? value : [])).map(({ key }) => key),
  )
  return [...new Set(keys)].filter((key) => !shown.has(key))
}

function asWrittenBy(view: readonly Block[], raw: readonly Block[], keys: readonly string[]): Block[] {
  const written = new Map(raw.map((block) => [block.key, block]))
  return view.flatMap((block) => (keys.includes(block.key) ? (written.get(block.key) ?? []) : block))
}

/** Puts a block after the nearest block before it that both versions have. */
function placedAs(raw: readonly Block[], key: string, view: readonly Block[]): Block[] {
  const others = view.filter((block) => block.key !== key)
  const block = view.find((each) => each.key === key)
  const before = raw
    .slice(
      0,
      Math.max(
        0,
        raw.findIndex((each) => each.key === key),
      ),
    )
    .map((each) => each.key)
  const at = others.findLastIndex((each) => each.key === before.findLast((one) => others.some((o) => o.key === one)))
  return block === undefined ? [...others] : others.toSpliced(at + 1, 0, block)
}

/** Puts all blocks in the order of a version; those that it does not have stay after the block before them. */
function orderedAs(raw: readonly Block[], view: readonly Block[]): Block[] {
  const byKey = new Map(view.map((block) => [block.key, block]))
  const ordered = raw.flatMap(({ key }) => byKey.get(key) ?? [])
  const inRaw = keysOf(raw)
  for (const [index, block] of view.entries()) {
    if (inRaw.has(block.key)) continue
    const before = view[index - 1]
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, block)
  }
  return ordered
}

/** A list from which a side removed all that the other side keeps is empty, not missing. */
function withEmptyLists(view: readonly Block[]): Block[] {
  return view.map((block) => {
    const isEmpty = /^\w+:\n$/m.test(block.text) && ['entries', 'sections'].includes(block.key)
    if (!isEmpty || view.some(({ key }) => key.startsWith(`${block.key}/`))) return block
    return { ...block, text: block.text.replace(/:\n$/, ': []\n') }
  })
}
