import type { Span } from '../../treaty/index.ts'

/** The first line of a block scalar: `|` or `>`, with the indicator for line ends after the text. */
const HEADER = /[|>][+-]? *(?:#.*)?\n/y

/** A reader of a block scalar, at a character of its words or at the line feed after them. */
interface Reader {
  text: string
  at: number
  indent: number
  folds: boolean
}

/**
 * Returns the offsets in the text of some words of a block scalar, by comparing the two character by character.
 * @param start the offset of its `|` or `>`
 * @param words the value of the whole scalar
 * @returns undefined if the offsets are not certain
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

/** Moves to the first character of a line's words, or to the line feed of an empty line. */
function enterLine(reader: Reader, line: number): void {
  let at = line
  while (at < line + reader.indent && reader.text[at] === ' ') at += 1
  reader.at = at
}

/** Moves past the text of `words` at `index`: one character, or all line feeds. @returns how many code units, or 0 */
function pass(reader: Reader, words: string, index: number): number {
  const { text, at, folds } = reader
  const character = text[at]
  if (character !== '\n' && character !== undefined) {
    reader.at += 1
    return character === words[index] ? 1 : 0
  }
  const breaks = passBreaks(reader)
  if (words[index] === ' ') return folds && breaks === 1 ? 1 : 0
  const fed = /^\n*/.exec(words.slice(index, index + breaks))?.[0].length ?? 0
  return fed === breaks || (folds && fed > 0 && fed === breaks - 1) ? fed : 0
}

/** Moves to the next line with words. @returns the number of line feeds passed */
function passBreaks(reader: Reader): number {
  let breaks = 0
  while (reader.text[reader.at] === '\n') {
    breaks += 1
    enterLine(reader, reader.at + 1)
  }
  return breaks
}
