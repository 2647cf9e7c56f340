import { safeForTerminal } from './terminal.ts'

/**
 * Makes words mean themselves in Markdown (CommonMark and the tables of git hosts), wherever they stand: markup, HTML, links,
 * mentions, references to issues and table bars are escaped; what would start a list, a heading or a quotation is too. Line
 * feeds become `<br>`; control characters become visible.
 */
export function escapeMarkdown(words: string): string {
  return words
    .split('\n')
    .map((line) => escapeLine(safeForTerminal(line)))
    .join('<br>')
}

function escapeLine(line: string): string {
  return (
    line
      .replace(/&/g, '&amp;')
      .replace(/[\\`*_{}[\]<>#|~!$^]/g, '\\$&')
      // A host links names and issue numbers after it has read the markup: only a space without width keeps them apart.
      .replace(/#(?=\d)/g, '#&#8203;')
      .replace(/@(?=\w)/g, '@&#8203;')
      .replace(/\b(GH-)(?=\d)/gi, '$1&#8203;')
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      .replace(/(https?|ftp|mailto)(:)/gi, '$1&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
  )
}
