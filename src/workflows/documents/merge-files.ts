import { parseFile, serialize } from '../../files/index.ts'
import { markConflicts, merge } from '../../text/index.ts'
import type { Conflict, Document } from '../../treaty/index.ts'
import { dataOf } from '../record/sound-files.ts'

/** Three versions of one document's file, as git hands them to a merge driver. */
export interface ThreeFiles {
  /** What the file is called in the repository. */
  path: string
  base: Uint8Array
  ours: Uint8Array
  theirs: Uint8Array
}

/**
 * Merges three versions of a document by entry and field. Where both sides changed the same words, the text holds both
 * between git's conflict markers, so that it cannot be taken for a sound document by mistake.
 * @throws AnnexError invalid when one of the three cannot be read; git's own merge then leaves its markers
 */
export function mergeFiles({ path, base, ours, theirs }: ThreeFiles): { text: string; conflicts: Conflict[] } {
  const [was, mine, other] = [base, ours, theirs].map((bytes) => readSide(path, bytes))
  if (was === undefined || mine === undefined || other === undefined) throw new TypeError('three sides make a merge')
  const merged = merge(was, mine, other)
  const text = serialize('document', merged.document, ours)
  if (merged.conflicts.length === 0) return { text, conflicts: [] }
  const otherText = serialize('document', merge(was, other, mine).document, ours)
  return { text: markConflicts(text, otherText, { ours: 'ours', theirs: 'theirs' }), conflicts: merged.conflicts }
}

// Where both sides added the file, git gives an empty base.
function readSide(path: string, bytes: Uint8Array): Document {
  if (bytes.length === 0) return { document: documentIn(path), title: { en: '' }, entries: [] }
  return dataOf(parseFile('document', { file: path, bytes }), `annex validate ${path}`)
}

function documentIn(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.yaml$/, '')
}
