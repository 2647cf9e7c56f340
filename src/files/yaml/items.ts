import { endOfLine } from './plain/inline.ts'

/** The text of one item of a file's main list. */
export interface Slice {
  text: string
  /** The number of lines of the file before it. */
  linesBefore: number
}

/** A text cut into what comes before its main list, and the items, each with the comments before the next item. */
interface Sliced {
  /** A mapping whose last key is that of the list, without a value. */
  header: string
  items: Slice[]
}

/**
 * Cuts a text before every line that begins an item of the list `key`. Only the starts of lines are looked at: a wrong cut
 * shows when the pieces are parsed.
 * @returns undefined if the list is not found, or something follows it
 */
export function sliceAt(text: string, key: string): Sliced | undefined {
  const start = startOfItems(text, key)
  const indent = start === undefined ? undefined : / *(?=- )/y.exec(text.slice(start))?.[0]
  if (start === undefined || indent === undefined) return undefined
  const before = text.slice(0, start)
  const items = itemsOf(text, start, indent.length, before.split('\n').length - 1)
  return items && { header: before, items }
}

/** The offset of the first line after `key:` that is neither blank nor a comment. */
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
    const hasContent = at + column < end && text[at + column] !== '#'
    if (hasContent && column < indent) return undefined
    if (hasContent && column === indent && at > start) {
      items.push({ text: text.slice(from, at), linesBefore: fromLine })
      from = at
      fromLine = line
    }
    at = end + 1
  }
  return [...items, { text: text.slice(from), linesBefore: fromLine }]
}

function firstColumn(text: string, at: number): number {
  let column = 0
  while (text.charCodeAt(at + column) === 32) column += 1
  return column
}

/**
 * The parsed items of earlier files, for files that have most items in common, as the versions of one document have: an item
 * with the same text is parsed and checked once. Files share its value, so it must not be changed.
 */
export type ItemCache = Map<string, { text: string; value: unknown }>

/** Returns an empty cache, to pass to one `parseFile` after another. */
export function emptyItemCache(): ItemCache {
  return new Map()
}

/** Returns the value of an item with the same text; undefined if there is no such item. */
export function cachedItem(cache: ItemCache | undefined, { text }: Slice): unknown {
  const found = cache?.get(firstLine(text))
  return found?.text === text ? found.value : undefined
}

/** Adds an item. */
export function cacheItem(cache: ItemCache, { text }: Slice, value: unknown): void {
  cache.set(firstLine(text), { text, value })
}

// The first line names the item. Hashing it and comparing the rest takes less time than hashing all of the text.
function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'))
}

/**
 * Returns the text of each item in a cache, by its value, where the text can be written again as it is: a list item at the usual
 * indentation, without comments in it.
 */
export function textsOfItems(cache: ItemCache): Map<unknown, string> {
  const texts = new Map<unknown, string>()
  for (const { text, value } of cache.values()) {
    if (/^ {2}- \S/.test(text) && text.endsWith('\n') && !/(?:^|[ \t])#/m.test(text)) texts.set(value, text)
  }
  return texts
}
