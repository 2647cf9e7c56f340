import type { Redline, Segment } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { elide } from '../../print/elide.ts'
import { type ValueChange, valueSegments } from '../../print/facts-changed.ts'
import { looksTheSame } from '../../print/looks-the-same.ts'

/** `title (en): …`, the words deleted struck through, the words inserted underlined, in short where they are many. */
export function redlineMarkdown({ field, language, segments }: Redline): string {
  return `${escapeMarkdown(`${field} (${language})`)}: ${elide(segments).map(segmentMarkdown).join('')}${aside(segments)}`
}

/** The name of an editorial value, what it was and what it is. */
export function valueMarkdown(value: ValueChange): string {
  const segments = valueSegments(value)
  return `${escapeMarkdown(value.name)}: ${segments.map(segmentMarkdown).join(' ')}${aside(segments)}`
}

function aside(segments: readonly Segment[]): string {
  const remark = looksTheSame(segments)
  return remark === null ? '' : ` *(${escapeMarkdown(remark)})*`
}

function segmentMarkdown({ kind, words }: Segment): string {
  if (kind === 'deleted') return deletedMarkdown(words)
  if (kind === 'inserted') return insertedMarkdown(words)
  return escapeMarkdown(words)
}

// HTML's own elements, as hosts let through: Markdown's marks fail beside punctuation and inside words.
export function deletedMarkdown(words: string): string {
  return `<del>${escapeMarkdown(words)}</del>`
}

export function insertedMarkdown(words: string): string {
  return `<ins>${escapeMarkdown(words)}</ins>`
}

/** A table in Markdown, its words escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTableOf(
    headings,
    rows.map((row) => row.map(escapeMarkdown)),
  )
}

/** A table in Markdown whose cells are Markdown. */
export function markdownTableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings.map(escapeMarkdown)), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}
