// Controls, what has no shape of its own or turns the direction of others, and U+FFFE and U+FFFF, with which no XML can be
// read. The joiners that scripts need (U+200C, U+200D) stay.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}/gu

/**
 * Makes text safe on a terminal: control characters, ANSI sequences, bidirectional controls and other invisible characters become
 * visible (`␛`, `⟨U+202E⟩`), so that words from a repository can neither command the terminal nor forge a line.
 */
export function safeForTerminal(text: string): string {
  return text.replace(UNSEEN, visible)
}

// What `TERMINAL_COLOURS` puts around words, and nothing else that a terminal would obey.
const ESCAPE = '\u001b'
const PAINT = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|32|33|39)m)`)

/** The same for a text of several lines: its line feeds stay. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeForTerminal).join('\n')
}

/** The same for lines that were coloured: their colours stay as well. The words in them were made safe before. */
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
