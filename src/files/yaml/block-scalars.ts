import type { Span } from '../../treaty/index.ts'

/** The first line of a block scalar: `|` or `>`, with what is to become of the line ends behind the words. */
const HEADER = /[|>][+-]? *(?:#.*)?\n/y

/** Where a reader is in the text of a block scalar: at a character of its words, or at the line feed behind them. */
interface Reader {
  text: string
  at: number
  indent: number
  folds: boolean
}

/**
 * Where some words of a block scalar stand in the text, found by walking through both side by side.
 * @param start where its `|` or `>` stands
 * @param words what the whole scalar says
 * @returns offsets in the text; undefined where they cannot be told for certain
 */
export function spanInBlock(text: string, start: number, words: string, [from, to]: Span): Span | undefined {
  const reader = readerAt(text, start)
  if (reader === undefined || from >= to || to > words.length) return undefined
  let first: number | undefined
  for (let index = 0; index < to; ) {
    const at = reader.at
    const passed = pass(reader, words, index)
    if (passed === 0) return undefined
    if (first === undefined && from < index + passed) first = at
    index += passed
    if (index >= to && first !== undefined) return [first, at + 1]
  }
  return undefined
}

function readerAt(text: string, start: number): Reader | undefined {
  HEADER.lastIndex = start
  if (!HEADER.test(text)) return undefined
  const body = HEADER.lastIndex
  const indent = /^ *(?=[^ \n])/m.exec(text.slice(body))?.[0].length ?? 0
  const reader = { text, at: body, indent, folds: text[start] === '>' }
  enterLine(reader, body)
  return reader
}

/** Goes to the first character of a line's words; behind a line that has none, to its line feed. */
function enterLine(reader: Reader, line: number): void {
  let at = line
  while (at < line + reader.indent && reader.text[at] === ' ') at += 1
  reader.at = at
}

/** Passes what says the words from `index` on: a character, or all line feeds at once. @returns how many code units, or 0 */
function pass(reader: Reader, words: string, index: number): number {
  const { text, at, folds } = reader
  const said = text[at]
  if (said !== '\n' && said !== undefined) {
    reader.at += 1
    return said === words[index] ? 1 : 0
  }
  const breaks = passBreaks(reader)
  if (words[index] === ' ') return folds && breaks === 1 ? 1 : 0
  const fed = /^\n*/.exec(words.slice(index, index + breaks))?.[0].length ?? 0
  return fed === breaks || (folds && fed > 0 && fed === breaks - 1) ? fed : 0
}

/** Goes to the next line that has words. @returns how many line feeds that took */
function passBreaks(reader: Reader): number {
  let breaks = 0
  while (reader.text[reader.at] === '\n') {
    breaks += 1
    enterLine(reader, reader.at + 1)
  }
  return breaks
}
