import type { DataPath, Finding, Position, Span } from '../../treaty/index.ts'
import { type FileKind, MAIN_LIST } from '../source.ts'
import { readPlainly } from './plain/block.ts'
import { locatePlainly } from './plain/locate.ts'
import { NOT_PLAIN } from './plain/not-plain.ts'
import { locateKey, locateValue, locateWords } from './positions.ts'
import { keepRead, type ReadBefore, valueReadBefore } from './read-before.ts'
import { readYaml, type YamlDocument } from './read-yaml.ts'
import { type Slice, sliceAt } from './slices.ts'

/** A YAML document read: its value, what is wrong with it, and where its parts stand. */
export interface Reading {
  /** Undefined where there are findings. */
  value: unknown
  findings: Finding[]
  locateValue(path: DataPath): Position | undefined
  locateKey(path: DataPath): Position | undefined
  /** Where some of the words at `path` stand, where that can be told. */
  locateWords(path: DataPath, span: Span): Position | undefined
  /** The items of the main list that were not read before; absent: all of it was read now. */
  fresh?: readonly unknown[]
}

/** What a YAML document read by the yaml package says. */
export function readingOf(yaml: YamlDocument): Reading {
  return {
    value: yaml.findings.length > 0 ? undefined : yaml.document.toJS({ maxAliasCount: 0 }),
    findings: yaml.findings,
    locateValue: (path) => locateValue(yaml.document, yaml.lines, path),
    locateKey: (path) => locateKey(yaml.document, yaml.lines, path),
    locateWords: (path, span) => locateWords(yaml, path, span),
  }
}

/**
 * Reads a text without the yaml package as far as it can: item by item, those beyond plain YAML with the package, and
 * positions only when somebody asks for one, in the one item asked for.
 * @param before what was read before, to which this text's items are added
 * @returns undefined where that cannot be done, or anything is wrong: then the whole text must be read
 */
export function readQuickly(kind: FileKind, text: string, before?: ReadBefore): Reading | undefined {
  const list = MAIN_LIST[kind]
  const sliced = list === undefined ? undefined : sliceAt(text, list)
  if (list === undefined || sliced === undefined) return readPiece(text)
  const header = readPiece(sliced.header)
  const read = readItems(sliced.items, before)
  if (read === undefined || !header?.value || typeof header.value !== 'object') return undefined
  const value = { ...header.value, [list]: read.items }
  return { value, findings: [], fresh: read.fresh, ...locatorOf(list, header, sliced.items) }
}

function readItems(slices: readonly Slice[], before?: ReadBefore) {
  const items: unknown[] = []
  const fresh: unknown[] = []
  for (const slice of slices) {
    const known = valueReadBefore(before, slice)
    const item = known ?? readItem(slice)
    if (item === undefined) return undefined
    items.push(item)
    if (known !== undefined) continue
    fresh.push(item)
    if (before) keepRead(before, slice, item)
  }
  return { items, fresh }
}

function readItem({ text }: Slice): unknown {
  const plain = readPlainly(text)
  const value = plain === NOT_PLAIN ? readByPackage(text)?.value : plain
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined
}

/** Looks for a path in the one piece of the text that it leads into. */
function locatorOf(list: string, header: Reading, slices: readonly Slice[]) {
  const itemAt = itemReader(slices)
  const find = (how: 'locateValue' | 'locateKey', path: DataPath): Position | undefined => {
    const [key, index, ...rest] = path
    const own = key === list && (index !== undefined || how === 'locateValue')
    const item = own ? itemAt(Number(index ?? 0)) : undefined
    if (item === undefined) return own ? find('locateValue', [list]) : header[how](path)
    return shifted(item.reading[how](index === undefined ? [] : [0, ...rest]), item.slice)
  }
  const findWords = (path: DataPath, span: Span): Position | undefined => {
    const [key, index, ...rest] = path
    const item = key === list && index !== undefined ? itemAt(Number(index)) : undefined
    return item ? shifted(item.reading.locateWords([0, ...rest], span), item.slice) : header.locateWords(path, span)
  }
  return {
    locateValue: (path: DataPath) => find('locateValue', path),
    locateKey: (path: DataPath) => find('locateKey', path),
    locateWords: findWords,
  }
}

function itemReader(items: readonly Slice[]) {
  const read = new Map<number, Reading | undefined>()
  return (index: number) => {
    const slice = items[index]
    if (slice === undefined) return undefined
    const reading = read.get(index) ?? readPiece(slice.text)
    read.set(index, reading)
    return reading && { reading, slice }
  }
}

function readPiece(text: string): Reading | undefined {
  const value = readPlainly(text)
  if (value === NOT_PLAIN) return readByPackage(text)
  let reading: Reading | undefined
  const byPackage = () => {
    reading ??= readByPackage(text)
    return reading
  }
  return {
    value,
    findings: [],
    locateValue: (path) => locatePlainly(text, path) ?? byPackage()?.locateValue(path),
    locateKey: (path) => byPackage()?.locateKey(path),
    // Plain text has no block scalars.
    locateWords: () => undefined,
  }
}

/** Undefined where anything is wrong, or the text holds more than one document. */
function readByPackage(text: string): Reading | undefined {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  if (first === undefined || second !== undefined || findings.length > 0 || first.findings.length > 0) return undefined
  return readingOf(first)
}

function shifted(position: Position | undefined, { linesBefore }: Slice): Position | undefined {
  if (position === undefined) return undefined
  return { ...position, line: position.line + linesBefore, endLine: position.endLine + linesBefore }
}
