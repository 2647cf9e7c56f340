import { escapeMarkdown } from '../../escape/markdown.ts'

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
