import type { Finding } from '../treaty/index.ts'
import { type Anchor, type Comments, commentsIn, NO_COMMENTS } from './canonical/comments.ts'
import { type Line, layOut } from './canonical/lay-out.ts'
import { SHAPES } from './canonical/shapes.ts'
import { parseFile } from './parse-file.ts'
import type { DataOf, FileKind, Source } from './source.ts'

/**
 * Returns the canonical form of a file: one order of keys, one layout, every text on one line unless it has line breaks, LF, a
 * final line feed, and the modeline: the comment that names the schema for an editor.
 * @param previous the file before: its comments are kept, each with its entry or key
 * @param hasSchema whether the schema exists, so that a modeline can name it; an existing modeline is kept
 */
export function serialize<K extends FileKind>(
  kind: K,
  data: DataOf<K>,
  previous?: Uint8Array,
  hasSchema = true,
): string {
  const comments = previous === undefined ? NO_COMMENTS : commentsIn(kind, previous)
  const head = hasSchema ? [...withModeline(kind, comments.head)] : [...comments.head]
  return withComments(layOut(data, SHAPES[kind]), { ...comments, head })
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

/**
 * Joins lines with their comments: those before a value on lines of their own at its indentation, the others at the end of its
 * line. Comments on a value that no longer exists are left out.
 */
function withComments(lines: readonly Line[], { head, above, atLineEnd, foot }: Comments): string {
  const written = lines.flatMap((line) => {
    const indent = / */.exec(line.text)?.[0] ?? ''
    const before = commentsAt(above, line.anchors).map((comment) => indent + comment)
    return [...before, [line.text, ...commentsAt(atLineEnd, line.anchors)].join(' ')]
  })
  return [...head, ...written, ...foot].map((line) => `${line}\n`).join('')
}

function commentsAt(comments: ReadonlyMap<Anchor, readonly string[]>, anchors: readonly Anchor[]): string[] {
  if (comments.size === 0) return []
  return anchors.flatMap((anchor) => comments.get(anchor) ?? [])
}
