import { diffArrays } from 'diff'
import { mapVersions, type ThreeVersions } from '../three-way.ts'
import { type MarkerStyle, marked } from './conflict-markers.ts'
import { mergeSequences, type Region } from './merge-sequences.ts'

/** A text merged by lines, and the number of conflicts that it marks. */
export interface MergedLines {
  text: string
  conflicts: number
}

/** Merges three versions of a text by lines, as git does without a merge driver, with git's conflict markers. */
export function mergeLines(three: ThreeVersions<string>, style: MarkerStyle): MergedLines {
  const regions = refined(mergeSequences(mapVersions(three, linesOf)), style)
  const text = regions.map((region) => textOf(region, style)).join('')
  return { text, conflicts: regions.filter((region) => 'conflict' in region).length }
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function textOf(region: Region, style: MarkerStyle): string {
  if ('agreed' in region) return region.agreed.join('')
  return marked(
    mapVersions(region.conflict, (lines) => lines.join('')),
    style,
  )
}

/** git joins conflicts that are at most this many lines apart. */
const CLOSE = 3

/** Makes conflicts as small as the style allows: without the base, lines that both sides have are no part of a conflict. */
function refined(regions: readonly Region[], { style }: MarkerStyle): Region[] {
  if (style === 'diff3') return [...regions]
  const smaller = regions.flatMap((region) => ('agreed' in region ? [region] : split(region.conflict, style)))
  return style === 'zdiff3' ? smaller : joined(smaller)
}

function split(conflict: ThreeVersions<readonly string[]>, style: MarkerStyle['style']): Region[] {
  const { base, ours, theirs } = conflict
  if (style === 'zdiff3') return withoutCommonEnds(conflict)
  const parts = diffArrays([...ours], [...theirs], { maxEditLength: 2000 }) ?? []
  if (parts.every(({ added, removed }) => added || removed)) return [{ conflict }]
  const regions: Region[] = []
  let open = { ours: [] as string[], theirs: [] as string[] }
  const close = () => {
    if (open.ours.length + open.theirs.length > 0) regions.push({ conflict: { base, ...open } })
    open = { ours: [], theirs: [] }
  }
  for (const { added, removed, value } of parts) {
    if (removed) open.ours.push(...value)
    else if (added) open.theirs.push(...value)
    else {
      close()
      regions.push({ agreed: value })
    }
  }
  close()
  return regions
}

function withoutCommonEnds({ base, ours, theirs }: ThreeVersions<readonly string[]>): Region[] {
  const most = Math.min(ours.length, theirs.length)
  let head = 0
  while (head < most && ours[head] === theirs[head]) head += 1
  let tail = 0
  while (tail < most - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1
  const inner = (lines: readonly string[]) => lines.slice(head, lines.length - tail)
  return [
    { agreed: ours.slice(0, head) },
    { conflict: { base, ours: inner(ours), theirs: inner(theirs) } },
    { agreed: ours.slice(ours.length - tail) },
  ]
}

/** Joins conflicts with few lines between them: the lines between become part of both sides. */
function joined(regions: readonly Region[]): Region[] {
  const out: Region[] = []
  for (const region of regions) {
    const [earlier, between] = out.slice(-2)
    const isClose = between !== undefined && 'agreed' in between && between.agreed.length <= CLOSE
    if ('conflict' in region && isClose && earlier !== undefined && 'conflict' in earlier) {
      out.splice(-2, 2, { conflict: together(earlier.conflict, between.agreed, region.conflict) })
    } else out.push(region)
  }
  return out
}

function together(
  one: ThreeVersions<readonly string[]>,
  between: readonly string[],
  other: ThreeVersions<readonly string[]>,
): ThreeVersions<readonly string[]> {
  return {
    base: one.base,
    ours: [...one.ours, ...between, ...other.ours],
    theirs: [...one.theirs, ...between, ...other.theirs],
  }
}
