/** One item of a file's main list, as it stands in the text. */
export interface Slice {
  text: string
  /** How many lines of the file come before it. */
  linesBefore: number
}

/** A file cut at its main list: what comes before the items, and the items, each with the comments before the next. */
export interface Sliced {
  /** The text up to the items: a mapping whose last key is the list's, without a value. */
  header: string
  items: Slice[]
}

/**
 * Cuts a text before every line that begins an item of the list `key`, which must be the last thing in it.
 * Cutting looks at line starts alone: that each piece is whole, the reading of the piece shows.
 * @returns undefined where the list is not found, or is not the last thing in the text
 */
export function sliceAt(text: string, key: string): Sliced | undefined {
  const start = startOfItems(text, key)
  const indent = start === undefined ? undefined : / *(?=- )/y.exec(text.slice(start))?.[0]
  if (start === undefined || indent === undefined) return undefined
  const before = text.slice(0, start)
  const items = itemsOf(text, start, indent.length, before.split('\n').length - 1)
  return items && { header: before, items }
}

/** The offset of the first line behind `key:` that is no comment and not blank. */
function startOfItems(text: string, key: string): number | undefined {
  const found = new RegExp(`^${key}: *(?:#.*)?\\n(?: *(?:#.*)?\\n)*`, 'm').exec(text)
  return found === null ? undefined : found.index + found[0].length
}

function itemsOf(text: string, start: number, indent: number, linesBefore: number): Slice[] | undefined {
  const items: Slice[] = []
  let line = linesBefore
  let from = start
  let fromLine = line
  for (let at = start; at < text.length; line += 1) {
    const end = endOfLine(text, at)
    const column = firstColumn(text, at)
    const says = at + column < end && text[at + column] !== '#'
    if (says && column < indent) return undefined
    if (says && column === indent && at > start) {
      items.push({ text: text.slice(from, at), linesBefore: fromLine })
      from = at
      fromLine = line
    }
    at = end + 1
  }
  return [...items, { text: text.slice(from), linesBefore: fromLine }]
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function firstColumn(text: string, at: number): number {
  let column = 0
  while (text.charCodeAt(at + column) === 32) column += 1
  return column
}
