import type { Finding } from '../../treaty/index.ts'
import { type Comments, commentsOf, NO_COMMENTS } from './canonical/comments.ts'
import { layOut } from './canonical/lay-out.ts'
import { withModeline } from './canonical/modeline.ts'
import { SHAPES } from './canonical/shapes.ts'
import { withComments } from './canonical/write.ts'
import { decode } from './decode.ts'
import { parseFile } from './parse-file.ts'
import { readYaml } from './read-yaml.ts'
import type { DataOf, FileKind, Source } from './source.ts'

/**
 * The canonical form of a file: one order of keys, one layout, every text on one line unless it has lines of its own,
 * LF, a final line feed, and the line that tells an editor the schema.
 * @param previous the file as it was: its comments are kept, each with the entry or key that it spoke of
 */
export function serialize<K extends FileKind>(kind: K, data: DataOf<K>, previous?: Uint8Array): string {
  const comments = previous === undefined ? NO_COMMENTS : commentsIn(previous)
  const head = [...withModeline(kind, comments.head)]
  return withComments(layOut(data, SHAPES[kind]), { ...comments, head })
}

/** A file in canonical form, or null with the findings that kept it from being read. */
export interface Formatted {
  formatted: string | null
  findings: Finding[]
}

/** A file's canonical form, its comments kept and no word of it changed. */
export function formatFile(kind: FileKind, source: Source): Formatted {
  const { data, findings } = parseFile(kind, source)
  return { formatted: data === null ? null : serialize(kind, data, source.bytes), findings }
}

function commentsIn(bytes: Uint8Array): Comments {
  const decoded = decode(bytes)
  if ('finding' in decoded) return NO_COMMENTS
  const [first] = readYaml(decoded.text).documents
  if (first === undefined || first.findings.length > 0 || first.document.contents === null) return NO_COMMENTS
  return commentsOf(decoded.text, first.document.contents, first.document.toJS({ maxAliasCount: 0 }))
}
