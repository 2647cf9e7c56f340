// One escape for each kind of output, so that words from a repository remain words. XML and HTML share one.

// Controls, characters that are invisible or turn the direction of others, and U+FFFE and U+FFFF, which no XML may hold.
// The joiners that scripts need (U+200C, U+200D) stay.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}/gu

/**
 * Makes text safe on a terminal: control characters, ANSI sequences, bidirectional controls and other invisible characters become
 * visible (`␛`, `⟨U+202E⟩`). Words from a repository can then neither command the terminal nor forge a line.
 */
export function safeForTerminal(text: string): string {
  return text.replace(UNSEEN, visible)
}

/** Makes a text of several lines safe on a terminal; its line feeds stay. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeForTerminal).join('\n')
}

// The codes of `TERMINAL_COLOURS`, and no other code that a terminal would obey.
const ESCAPE = '\u001b'
const PAINT = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|32|33|39)m)`)

/** Makes coloured lines safe on a terminal; their line feeds and colours stay. The words in them must be safe already. */
export function safePainted(text: string): string {
  return text
    .split(PAINT)
    .map((part, index) => (index % 2 === 1 ? part : safeLines(part)))
    .join('')
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Escapes text for XML 1.0 and HTML, between tags and in quoted attributes. Control and bidirectional characters become visible,
 * including those that XML may not hold. Line feeds stay.
 */
export function escapeXml(text: string): string {
  return safeLines(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/**
 * Escapes text for Markdown (CommonMark and the tables of git hosts) in any position: markup, HTML, links, mentions, issue
 * numbers and table bars, and whatever would start a list, a heading or a quotation. Line feeds become `<br>`; control
 * characters become visible.
 */
export function escapeMarkdown(words: string): string {
  return words
    .split('\n')
    .map((line) => escapeMarkdownLine(safeForTerminal(line)))
    .join('<br>')
}

function escapeMarkdownLine(line: string): string {
  return (
    line
      .replace(/&/g, '&amp;')
      .replace(/[\\`*_{}[\]<>#|~!$^]/g, '\\$&')
      // A host links names and issue numbers after it has read the markup: only a zero-width space prevents it.
      .replace(/#(?=\d)/g, '#&#8203;')
      .replace(/@(?=\w)/g, '@&#8203;')
      .replace(/\b(GH-)(?=\d)/gi, '$1&#8203;')
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      .replace(/(https?|ftp|mailto)(:)/gi, '$1&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
  )
}

/**
 * Returns one cell of a CSV file (RFC 4180). A cell that a spreadsheet would read as a formula gets an apostrophe in front (OWASP,
 * CSV Injection); spreadsheets for East Asian scripts also accept full-width signs. Control characters become visible; line feeds stay.
 */
export function csvCell(words: string): string {
  const visible = safeLines(words)
  const defused = /^\s*[=+\-@|%＝＋－＠｜％]/u.test(words) ? `'${visible}` : visible
  return /[",\r\n]|^\s|\s$/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** Returns a CSV file; each row ends with CR LF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

// What JSON.stringify does not escape although it is invisible, turns the direction of others or commands a terminal.
const UNSEEN_IN_JSON = /[\u007f-\u009f\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu

/** Returns a value as indented JSON. Invisible characters are written as `\u` and four digits, which readers of JSON decode. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN_IN_JSON, asEscapeSequence)
}

function asEscapeSequence(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
