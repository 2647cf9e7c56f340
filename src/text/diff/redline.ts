import { diffArrays } from 'diff'
import type { Segment } from '../../treaty/index.ts'
import { wordTokens } from './word-tokens.ts'

/** Beyond this many words deleted and inserted, what lies between the first and the last of them is replaced whole. */
const MOST_EDITS = 1_000

/**
 * Two texts word by word: what stayed, what was deleted, what was inserted, in reading order, a deletion before the insertion
 * that replaces it. What is not inserted gives `before`, what is not deleted gives `after`, exactly. Edits parted by white space
 * alone are one edit. Time is bounded: texts with little in common are not searched for it.
 */
export function redline(before: string, after: string): Segment[] {
  const one = wordTokens(before)
  const other = wordTokens(after)
  const start = sameStart(one, other)
  const end = sameEnd(one, other, start)
  const middle = edits(one.slice(start, one.length - end), other.slice(start, other.length - end))
  const same = (words: string[]): Segment => ({ kind: 'same', words: words.join('') })
  return tidy([same(one.slice(0, start)), ...middle, same(one.slice(one.length - end))])
}

function sameStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one[count] === other[count]) count += 1
  return count
}

function sameEnd(one: readonly string[], other: readonly string[], start: number): number {
  const most = Math.min(one.length, other.length) - start
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1
  return count
}

function edits(one: string[], other: string[]): Segment[] {
  const parts = one.length > 0 && other.length > 0 ? diffArrays(one, other, { maxEditLength: MOST_EDITS }) : undefined
  if (!parts) {
    return [
      { kind: 'deleted', words: one.join('') },
      { kind: 'inserted', words: other.join('') },
    ]
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    words: value.join(''),
  }))
}

/** Gathers neighbouring edits, and those that only white space parts, into one deletion and one insertion. */
function tidy(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  let deleted = ''
  let inserted = ''
  const close = () => {
    if (deleted !== '') result.push({ kind: 'deleted', words: deleted })
    if (inserted !== '') result.push({ kind: 'inserted', words: inserted })
    deleted = ''
    inserted = ''
  }
  segments.forEach(({ kind, words }, index) => {
    if (words === '') return
    if (kind === 'deleted') deleted += words
    else if (kind === 'inserted') inserted += words
    else if (deleted + inserted !== '' && words.trim() === '' && isEdit(segments[index + 1])) {
      deleted += words
      inserted += words
    } else {
      close()
      result.push({ kind, words })
    }
  })
  close()
  return result
}

function isEdit(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.kind !== 'same' && segment.words !== ''
}
