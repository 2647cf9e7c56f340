import type { DataPath, Position } from '../../../treaty/index.ts'
import { locateInline } from './locate-inline.ts'

/** The key at a column, and what follows it. */
const KEY = /([A-Za-z][\w-]{0,99}):(?: +|$)/y

/**
 * Where a value stands in a text that is read plainly, found by looking at its lines alone. A collection is shown by its
 * first line.
 * @returns undefined for what is not there, and where the lines alone do not say: then the yaml package is asked
 */
export function locatePlainly(text: string, path: DataPath): Position | undefined {
  const lines = text.split('\n')
  const first = nextLine(lines, 0)
  return first === undefined ? undefined : locateBelow(lines, first, columnOf(lines[first]), path)
}

/** @param line where the block begins @param column where its keys or dashes stand */
function locateBelow(lines: readonly string[], line: number, column: number, path: DataPath): Position | undefined {
  const [step, ...rest] = path
  if (step === undefined) return firstLineOf(lines, line, column)
  return lines[line]?.startsWith('- ', column)
    ? locateItem(lines, line, column, Number(step), rest)
    : locateKey(lines, line, column, String(step), rest)
}

function locateItem(lines: readonly string[], line: number, column: number, index: number, path: DataPath) {
  let item = -1
  for (let at: number | undefined = line; at !== undefined; at = nextLine(lines, at + 1)) {
    const text = lines[at] ?? ''
    if (columnOf(text) < column) return undefined
    if (text.startsWith('- ', column)) item += 1
    if (item !== index) continue
    const start = column + 1 + columnOf(text.slice(column + 1))
    KEY.lastIndex = start
    return KEY.test(text) ? locateBelow(lines, at, start, path) : locateInline(text, at, start, path)
  }
  return undefined
}

function locateKey(lines: readonly string[], line: number, column: number, key: string, path: DataPath) {
  for (let at: number | undefined = line; at !== undefined; at = nextLine(lines, at + 1)) {
    const text = lines[at] ?? ''
    const own = at === line ? column : columnOf(text)
    if (own < column) return undefined
    KEY.lastIndex = column
    if (own !== column || KEY.exec(text)?.[1] !== key) continue
    const start = KEY.lastIndex
    if (start < text.length && text[start] !== '#') return locateInline(text, at, start, path)
    const below = nextLine(lines, at + 1)
    return below === undefined || !belongs(lines[below], column)
      ? undefined
      : locateBelow(lines, below, columnOf(lines[below]), path)
  }
  return undefined
}

/** Whether a line below a key is part of its value: indented deeper, or an item of a list right below. */
function belongs(line: string | undefined, column: number): boolean {
  const own = columnOf(line)
  return own > column || (own === column && line?.startsWith('- ', own) === true)
}

function firstLineOf(lines: readonly string[], line: number, column: number): Position | undefined {
  const text = lines[line] ?? ''
  const next = nextLine(lines, line + 1)
  const goesOn = next !== undefined && columnOf(lines[next]) >= column
  const end = goesOn ? text.length + 1 : endOfOnlyPair(text, line, column)
  return end === undefined ? undefined : { line: line + 1, column: column + 1, endLine: line + 1, endColumn: end }
}

/** Where a mapping ends that has one key and one scalar. What spaces or a comment behind it count for, the yaml package says. */
function endOfOnlyPair(text: string, line: number, column: number): number | undefined {
  if (text.endsWith(' ') || text.includes(' #')) return undefined
  KEY.lastIndex = column
  if (!KEY.test(text) || KEY.lastIndex === text.length) return undefined
  return locateInline(text, line, KEY.lastIndex, [])?.endColumn
}

/** The next line from `line` on that says something. */
function nextLine(lines: readonly string[], line: number): number | undefined {
  for (let at = line; at < lines.length; at += 1) {
    const text = lines[at] ?? ''
    const first = text[columnOf(text)]
    if (first !== undefined && first !== '#') return at
  }
  return undefined
}

function columnOf(text = ''): number {
  let column = 0
  while (text.charCodeAt(column) === 32) column += 1
  return column
}
