import type { Finding } from '../treaty/index.ts'
import { type Anchor, anchorOf, type Comments, commentsIn, itemNames, NO_COMMENTS, ROOT } from './canonical/comments.ts'
import { type Line, layOut } from './canonical/lay-out.ts'
import { pathOf, settle } from './canonical/settle-comments.ts'
import { SHAPES } from './canonical/shapes.ts'
import { parseFile } from './parse-file.ts'
import { type DataOf, type FileKind, MAIN_LIST, type Source } from './source.ts'

/**
 * Returns the canonical form of a file: one order of keys, one layout, every text on one line unless it has line breaks, LF, a
 * final line feed, and the modeline: the comment that names the schema for an editor.
 * @param previous the file before, whose comments are kept, each with its entry or key; or the comments
 * @param hasSchema whether the schema exists, so that a modeline can name it; an existing modeline is kept
 * @param texts see `serializeInBlocks`
 */
export function serialize<K extends FileKind>(
  kind: K,
  data: DataOf<K>,
  previous: Uint8Array | Comments = NO_COMMENTS,
  hasSchema = true,
  texts?: ReadonlyMap<unknown, string>,
): string {
  const comments = previous instanceof Uint8Array ? commentsIn(kind, previous) : previous
  const head = hasSchema ? withModeline(kind, comments.head) : comments.head
  return serializeInBlocks(kind, data, { ...comments, head: [...head] }, texts)
    .map(({ text }) => text)
    .join('')
}

/** A part of a file in canonical form. */
export interface SerializedBlock {
  /** The key, and the name of the item of a list; empty for the comments at the head of the file, `#` for those at its end. */
  path: string[]
  /** Its lines, each with its line feed; with the comments above. */
  text: string
}

/** Returns the anchors of everything in the data that a comment can be about. */
export function anchorsIn<K extends FileKind>(kind: K, data: DataOf<K>): Set<Anchor> {
  return new Set(layOut(data, SHAPES[kind]).flatMap(({ anchors }) => anchors))
}

/** The lists whose items are blocks of their own. */
const LISTS_OF_BLOCKS = ['entries', 'sections', 'parties']

/**
 * Returns the canonical form of a file in blocks: each key, and each entry, section or Party. Joined, they are the file.
 * @param texts items of the main list that are written as they are, by their value; used where there are no comments but at the head
 */
export function serializeInBlocks<K extends FileKind>(
  kind: K,
  data: DataOf<K>,
  comments: Comments = NO_COMMENTS,
  texts?: ReadonlyMap<unknown, string>,
): SerializedBlock[] {
  const lines = laidOut(kind, data, comments, texts)
  const isCommented = comments.above.size + comments.atLineEnd.size > 0
  const settled = isCommented ? settle(comments, new Set(lines.flatMap(({ anchors }) => anchors))) : comments
  const blocks: SerializedBlock[] = [{ path: [], text: settled.head.map((line) => `${line}\n`).join('') }]
  for (const line of lines) {
    if (mayStartBlock(line)) {
      const path = pathOf(line.anchors[0] ?? '')
      if (path.length === 1 || LISTS_OF_BLOCKS.includes(path[0] ?? '')) blocks.push({ path, text: '' })
    }
    const block = blocks.at(-1)
    if (block) block.text += isCommented ? withComments(line, settled) : `${line.text}\n`
  }
  blocks.push({ path: ['#'], text: settled.foot.map((line) => `${line}\n`).join('') })
  return blocks.filter(({ text }) => text !== '')
}

/** Lays out a file. Items whose text is known are one line each, with line feeds in it. */
function laidOut<K extends FileKind>(
  kind: K,
  data: DataOf<K>,
  comments: Comments,
  texts: ReadonlyMap<unknown, string> = new Map(),
): Line[] {
  const shape = SHAPES[kind]
  const list = MAIN_LIST[kind]
  const items: unknown = list === undefined ? undefined : Object.entries(data).find(([key]) => key === list)?.[1]
  const isCommented = comments.above.size + comments.atLineEnd.size + comments.foot.length > 0
  if (list === undefined || !Array.isArray(items) || items.length === 0 || texts.size === 0 || isCommented)
    return layOut(data, shape)
  const lines = layOut({ ...data, [list]: [] }, shape)
  if (lines.at(-1)?.text !== `${list}: []`) return layOut(data, shape)
  const anchor = anchorOf(ROOT, list)
  lines[lines.length - 1] = { text: `${list}:`, anchors: [anchor] }
  for (const [index, name] of itemNames(items).entries()) {
    const text = texts.get(items[index])
    if (text !== undefined) lines.push({ text: text.slice(0, -1), anchors: [anchorOf(anchor, name)] })
    else for (const line of layOut({ [list]: [items[index]] }, shape).slice(1)) lines.push(line)
  }
  return lines
}

/** A key of the file, or an item of a list below one. */
function mayStartBlock({ text, anchors }: Line): boolean {
  return anchors.length > 0 && (!text.startsWith(' ') || text.startsWith('  - '))
}

/** A file in canonical form, or null with the findings that prevent reading it. */
export interface FormattedFile {
  formatted: string | null
  findings: Finding[]
}

/**
 * Returns the canonical form of a file, with its comments; no word of it changes.
 * @param hasSchema whether the schema exists, so that a modeline can name it
 */
export function formatFile(kind: FileKind, source: Source, hasSchema = true): FormattedFile {
  const { data, findings } = parseFile(kind, source)
  return { formatted: data === null ? null : serialize(kind, data, source.bytes, hasSchema), findings }
}

/** The way from the folder of each kind of file up to the repository's root; a scenario can be in any folder. */
const WAY_UP: Readonly<Record<FileKind, string | undefined>> = {
  document: '../',
  readings: '../',
  rules: '../',
  parties: '../../',
  policy: '../../',
  approval: '../../../',
  proposal: '../../../',
  event: '../../../../',
  scenario: undefined,
}

const MODELINE = /^# yaml-language-server: \$schema=/

/** Returns the path of a kind's schema from the folder of a file; undefined for a kind that can be in any folder. */
export function schemaPathFor(kind: FileKind): string | undefined {
  const wayUp = WAY_UP[kind]
  return wayUp === undefined ? undefined : `${wayUp}schemas/${kind}.schema.json`
}

/** Adds the modeline before the comments at the head of a file, unless they have one. */
function withModeline(kind: FileKind, head: readonly string[]): readonly string[] {
  const schema = schemaPathFor(kind)
  if (schema === undefined || head.some((comment) => MODELINE.test(comment))) return head
  return [`# yaml-language-server: $schema=${schema}`, ...head]
}

/** Adds the comments to a line: those before a value on lines of their own at its indentation, the others at its end. */
function withComments(line: Line, { above, atLineEnd }: Comments): string {
  const indent = / */.exec(line.text)?.[0] ?? ''
  const before = commentsAt(above, line.anchors).map((comment) => indent + comment)
  const whole = [line.text, ...commentsAt(atLineEnd, line.anchors)].join(' ')
  return [...before, whole].map((written) => `${written}\n`).join('')
}

function commentsAt(comments: ReadonlyMap<Anchor, readonly string[]>, anchors: readonly Anchor[]): string[] {
  if (comments.size === 0) return []
  return anchors.flatMap((anchor) => comments.get(anchor) ?? [])
}
