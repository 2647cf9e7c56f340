import type { Anchor } from './anchors.ts'
import type { Comments } from './comments.ts'
import type { Line } from './lay-out.ts'

/**
 * Lines with their comments: those above a place on lines of their own at its indentation, those beside it at the end of
 * its line. What spoke of a place that is gone, goes.
 */
export function withComments(lines: readonly Line[], { head, above, beside, foot }: Comments): string {
  const written = lines.flatMap((line) => {
    const indent = / */.exec(line.text)?.[0] ?? ''
    const before = commentsAt(above, line.anchors).map((comment) => indent + comment)
    return [...before, [line.text, ...commentsAt(beside, line.anchors)].join(' ')]
  })
  return [...head, ...written, ...foot].map((line) => `${line}\n`).join('')
}

function commentsAt(comments: ReadonlyMap<Anchor, readonly string[]>, anchors: readonly Anchor[]): string[] {
  if (comments.size === 0) return []
  return anchors.flatMap((anchor) => comments.get(anchor) ?? [])
}
