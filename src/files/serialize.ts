import type { Finding } from '../treaty/index.ts'
import { NO_COMMENTS } from './canonical/comments.ts'
import { layOut } from './canonical/lay-out.ts'
import { withModeline } from './canonical/modeline.ts'
import { SHAPES } from './canonical/shapes.ts'
import { withComments } from './canonical/write.ts'
import { parseFile } from './parse-file.ts'
import type { DataOf, FileKind, Source } from './source.ts'
import { commentsIn } from './yaml/comments-kept.ts'

/**
 * The canonical form of a file: one order of keys, one layout, every text on one line unless it has lines of its own,
 * LF, a final line feed, and the line that tells an editor the schema.
 * @param previous the file as it was: its comments are kept, each with the entry or key that it spoke of
 * @param isSchemaThere whether there is a schema for that line to lead to; one that the file has already is kept
 */
export function serialize<K extends FileKind>(
  kind: K,
  data: DataOf<K>,
  previous?: Uint8Array,
  isSchemaThere = true,
): string {
  const comments = previous === undefined ? NO_COMMENTS : commentsIn(kind, previous)
  const head = isSchemaThere ? [...withModeline(kind, comments.head)] : [...comments.head]
  return withComments(layOut(data, SHAPES[kind]), { ...comments, head })
}

/** A file in canonical form, or null with the findings that kept it from being read. */
export interface Formatted {
  formatted: string | null
  findings: Finding[]
}

/**
 * A file's canonical form, its comments kept and no word of it changed.
 * @param isSchemaThere whether there is a schema for the line to lead to that tells an editor the schema
 */
export function formatFile(kind: FileKind, source: Source, isSchemaThere = true): Formatted {
  const { data, findings } = parseFile(kind, source)
  return { formatted: data === null ? null : serialize(kind, data, source.bytes, isSchemaThere), findings }
}
