import type { Segment } from '../../treaty/index.ts'

/**
 * What to tell a reader of words that were replaced by words that look the same: letters with marks can be encoded in one piece or in
 * several (Unicode Standard Annex #15). Null where all that was replaced looks otherwise.
 */
export function looksTheSame(segments: readonly Segment[]): string | null {
  const twins = segments.filter(({ kind, words }, index) => {
    const next = segments[index + 1]
    return kind === 'deleted' && next?.kind === 'inserted' && words.normalize('NFC') === next.words.normalize('NFC')
  })
  return twins.length === 0 ? null : 'looks the same: its letters are encoded otherwise'
}
