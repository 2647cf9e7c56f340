import type { Segment } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { type Detail, elide } from '../../print/changes.ts'

/** `title (en): …`, with deleted words struck through and inserted words underlined; long unchanged text is shortened. */
export function detailMarkdown({ kind, name, segments, remark }: Detail): string {
  const words = elide(segments).map(segmentMarkdown)
  const aside = remark === null ? '' : ` *(${escapeMarkdown(remark)})*`
  return `${escapeMarkdown(name)}: ${words.join(kind === 'value' ? ' ' : '')}${aside}`
}

// HTML elements, which git hosts allow: Markdown's own marks fail next to punctuation and inside words.
function segmentMarkdown({ kind, words }: Segment): string {
  if (kind === 'deleted') return `<del>${escapeMarkdown(words)}</del>`
  return kind === 'inserted' ? `<ins>${escapeMarkdown(words)}</ins>` : escapeMarkdown(words)
}

/** Returns a table in Markdown; its cells are Markdown already. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings.map(escapeMarkdown)), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}
