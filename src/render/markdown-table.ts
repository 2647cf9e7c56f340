import { escapeMarkdown } from './escape/markdown.ts'

/** A table in Markdown, its words escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(headings.map(escapeMarkdown)),
    line(headings.map(() => '---')),
    ...rows.map((row) => line(row.map(escapeMarkdown))),
  ].join('\n')
}
