import { diffArrays } from 'diff'
import type { ThreeVersions } from '../three-way.ts'
import { type MarkerStyle, marked } from './conflict-markers.ts'

/** A part of a file that is in conflict as a whole: an entry, a section, the title. */
export interface Block {
  /** What it is in all versions. */
  key: string
  /** Its lines, each with its line feed. */
  text: string
}

/**
 * Joins two versions of a file that differ only where they conflict into one text, with conflict markers around each block that
 * differs.
 * @param disputed the keys of blocks that are in conflict although both versions have the same text
 */
export function markBlocks(
  { base, ours, theirs }: ThreeVersions<readonly Block[]>,
  disputed: ReadonlySet<string>,
  style: MarkerStyle,
): string {
  const inBase = new Map(base.map((block) => [block.key, block]))
  const comparator = (one: Block, other: Block) =>
    one.key === other.key && one.text === other.text && !disputed.has(one.key)
  const out: string[] = []
  let open = { ours: [] as Block[], theirs: [] as Block[] }
  const close = () => {
    for (const hunk of hunksOf(open.ours, open.theirs)) out.push(marked(withBase(hunk, inBase), style))
    open = { ours: [], theirs: [] }
  }
  for (const { value, added, removed } of diffArrays([...ours], [...theirs], { comparator })) {
    if (removed) open.ours.push(...value)
    else if (added) open.theirs.push(...value)
    else {
      close()
      out.push(...value.map(({ text }) => text))
    }
  }
  close()
  return out.join('')
}

interface Hunk {
  ours: readonly Block[]
  theirs: readonly Block[]
}

/** Blocks that both versions have in the same order are one conflict each. */
function hunksOf(ours: readonly Block[], theirs: readonly Block[]): Hunk[] {
  if (ours.length === 0 && theirs.length === 0) return []
  const isParallel = ours.length === theirs.length && ours.every(({ key }, index) => key === theirs[index]?.key)
  if (!isParallel) return [{ ours, theirs }]
  return ours.map((block, index) => ({ ours: [block], theirs: theirs.slice(index, index + 1) }))
}

function withBase({ ours, theirs }: Hunk, inBase: ReadonlyMap<string, Block>): ThreeVersions<string> {
  const keys = new Set([...ours, ...theirs].map(({ key }) => key))
  const base = [...inBase.values()].filter(({ key }) => keys.has(key))
  const textOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join('')
  return { base: textOf(base), ours: textOf(ours), theirs: textOf(theirs) }
}
