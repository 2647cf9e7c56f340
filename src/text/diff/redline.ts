import { diffArrays } from 'diff'
import type { Segment } from '../../treaty/index.ts'

/** If more words than this are deleted and inserted, everything between the first and the last difference is replaced as a whole. */
const MOST_EDITS = 1_000

/**
 * Compares two texts word by word, and returns the segments that stayed, were deleted or were inserted, in reading order. A
 * deletion comes before the insertion that replaces it. The segments that are not inserted are exactly `before`, and those that are
 * not deleted exactly `after`. Edits that only white space separates are one edit. The time is bounded: see `MOST_EDITS`.
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

/** Joins neighbouring edits, and edits that only white space separates, into one deletion and one insertion. */
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

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const WORD = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}\p{Pc}])+`
const TOKEN = new RegExp(String.raw`\s+|[${UNSPACED}]\p{M}*|${WORD}(?:['’]${WORD})*|[^]`, 'gu')

/**
 * Splits a text into words, runs of white space and single punctuation marks; joined, they are the text. Scripts written without
 * spaces between words (Chinese, Japanese, Thai …) are split into characters.
 */
function wordTokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}
