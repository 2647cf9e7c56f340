import type { Segment } from '../../treaty/index.ts'

/** The words kept on each side of an edit where a long text is shown in short. */
const WORDS_KEPT = 15

/** A redline in short: of a long run of words that stayed, only those near an edit, with `…` for the rest. */
export function elide(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment
    const words = segment.words.split(/(?<=\s)(?=\S)/u)
    const head = index === 0 ? 0 : WORDS_KEPT
    const tail = index === segments.length - 1 ? 0 : WORDS_KEPT
    if (words.length <= head + tail + WORDS_KEPT) return segment
    const kept = [...words.slice(0, head), '… ', ...words.slice(words.length - tail)]
    return { kind: 'same', words: kept.join('') }
  })
}
