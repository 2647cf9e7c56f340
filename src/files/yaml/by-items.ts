import type { DataPath, Position, Span } from '../../treaty/index.ts'
import { type FileKind, MAIN_LIST } from '../source.ts'
import { cachedItem, cacheItem, type ItemCache, type Slice, sliceAt } from './items.ts'
import { type ParsedYaml, parseValidYaml } from './parsed-yaml.ts'

/**
 * Parses a file item by item of its main list: each item can come from the cache or be plain YAML, and a position needs no
 * more than the one item that it is in.
 * @param cache items of files parsed earlier, to which the items of this file are added
 * @returns undefined if that is not possible, or anything is wrong: then the whole text must be parsed
 */
export function parseByItems(kind: FileKind, text: string, cache?: ItemCache): ParsedYaml | undefined {
  const list = MAIN_LIST[kind]
  const sliced = list === undefined ? undefined : sliceAt(text, list)
  if (list === undefined || sliced === undefined) return parseValidYaml(text)
  const header = parseValidYaml(sliced.header)
  const parsed = parseItems(sliced.items, cache)
  if (parsed === undefined || !header?.value || typeof header.value !== 'object') return undefined
  const value = { ...header.value, [list]: parsed.items }
  return { value, findings: [], newItems: parsed.newItems, ...locatorOf(list, header, sliced.items) }
}

function parseItems(slices: readonly Slice[], cache?: ItemCache) {
  const items: unknown[] = []
  const newItems: unknown[] = []
  for (const slice of slices) {
    const known = cachedItem(cache, slice)
    const item = known ?? itemIn(parseValidYaml(slice.text)?.value)
    if (item === undefined) return undefined
    items.push(item)
    if (known !== undefined) continue
    newItems.push(item)
    if (cache) cacheItem(cache, slice, item)
  }
  return { items, newItems }
}

function itemIn(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined
}

/** Finds positions in the header or the one item that a path leads into. */
function locatorOf(list: string, header: ParsedYaml, slices: readonly Slice[]) {
  const itemAt = itemParser(slices)
  const find = (how: 'locateValue' | 'locateKey', path: DataPath): Position | undefined => {
    const [key, index, ...rest] = path
    const isInList = key === list && (index !== undefined || how === 'locateValue')
    const item = isInList ? itemAt(Number(index ?? 0)) : undefined
    if (item === undefined) return isInList ? find('locateValue', [list]) : header[how](path)
    return shifted(item.parsed[how](index === undefined ? [] : [0, ...rest]), item.slice)
  }
  const findWords = (path: DataPath, span: Span): Position | undefined => {
    const [key, index, ...rest] = path
    const item = key === list && index !== undefined ? itemAt(Number(index)) : undefined
    return item ? shifted(item.parsed.locateWords([0, ...rest], span), item.slice) : header.locateWords(path, span)
  }
  return {
    locateValue: (path: DataPath) => find('locateValue', path),
    locateKey: (path: DataPath) => find('locateKey', path),
    locateWords: findWords,
  }
}

function itemParser(items: readonly Slice[]) {
  const all = new Map<number, ParsedYaml | undefined>()
  return (index: number) => {
    const slice = items[index]
    if (slice === undefined) return undefined
    const parsed = all.get(index) ?? parseValidYaml(slice.text)
    all.set(index, parsed)
    return parsed && { parsed, slice }
  }
}

function shifted(position: Position | undefined, { linesBefore }: Slice): Position | undefined {
  if (position === undefined) return undefined
  return { ...position, line: position.line + linesBefore, endLine: position.endLine + linesBefore }
}
