import {
  emptyItemCache,
  type ItemCache,
  isValid,
  parseFile,
  readMarked,
  serialize,
  textsOfItems,
} from '../../files/index.ts'
import {
  type MarkerStyle,
  mapVersions,
  markBlocks,
  mergeAligned,
  mergeLines,
  PLAIN_MARKERS,
  type ThreeVersions,
} from '../../text/index.ts'
import { type Conflict, type Document, hasErrors } from '../../treaty/index.ts'
import { fileKind } from '../record/record-paths.ts'
import { conflictViews } from './conflict-views.ts'
import { anchorsByKey, commentsById, commentsByKey, mergeComments } from './merge-comments.ts'

/** Three versions of a file, as git gives them to a merge driver. */
export interface ThreeFiles extends ThreeVersions<Uint8Array> {
  /** The path of the file in the repository. */
  path: string
}

/** A merged file. Where there is a conflict, it has git's conflict markers, and so is not valid YAML. */
export interface MergedFile {
  bytes: Uint8Array
  hasConflicts: boolean
  /** What both sides changed differently; empty for a file merged by lines. */
  conflicts: Conflict[]
  /** Why a document was merged by lines and not by entry; null if it was merged by entry, or if the file is no document. */
  byLines: string | null
}

/**
 * Merges three versions of a file: a document by entry and field, any other file by lines, as git does. A document that cannot be
 * read, in one of the three versions, is merged by lines too. Comments are merged three ways.
 */
export function mergeFiles(files: ThreeFiles, style: MarkerStyle = PLAIN_MARKERS): MergedFile {
  if (fileKind(files.path, files.ours) !== 'document') return mergedByLines(files, style, null)
  try {
    const result = mergedByEntry(files, style)
    if (typeof result !== 'string') return result
    return mergedByLines(files, style, result)
  } catch (cause) {
    // Whatever goes wrong here, git must get a file in which both sides are.
    return mergedByLines(files, style, cause instanceof Error ? cause.message : String(cause))
  }
}

function mergedByLines(files: ThreeFiles, style: MarkerStyle, why: string | null): MergedFile {
  const three = { base: files.base, ours: files.ours, theirs: files.theirs }
  // One character a byte, so that text in any encoding stays as it is.
  const texts = mapVersions(three, (bytes) => Buffer.from(bytes).toString('latin1'))
  const labels = mapVersions(style.labels, (label) => Buffer.from(label, 'utf8').toString('latin1'))
  const { text, conflicts } = mergeLines(texts, { ...style, labels })
  return { bytes: Buffer.from(text, 'latin1'), hasConflicts: conflicts > 0, conflicts: [], byLines: why }
}

/** Returns a reason if the document cannot be merged by entry. */
function mergedByEntry(files: ThreeFiles, style: MarkerStyle): MergedFile | string {
  const cache = emptyItemCache()
  const sides: Document[] = []
  for (const version of ['base', 'ours', 'theirs'] as const) {
    const { document, problem } = readVersion(files, version, cache)
    if (document === null) return `${VERSIONS[version]} ${problem}`
    sides.push(document)
  }
  const [base, ours, theirs] = sides
  if (base === undefined || ours === undefined || theirs === undefined) throw new TypeError('three versions')
  const text = mergedText({ base, ours, theirs }, files, style, textsOfItems(cache))
  if (text === null) return 'the result would not be a document'
  const written = files.ours.includes(13) ? text.text.replaceAll('\n', '\r\n') : text.text
  const bytes = new TextEncoder().encode(written)
  return { bytes, hasConflicts: text.conflicts.length > 0, conflicts: text.conflicts, byLines: null }
}

const VERSIONS = { base: 'the common base', ours: 'our version', theirs: 'their version' }

function readVersion({ path, ...files }: ThreeFiles, version: 'base' | 'ours' | 'theirs', cache: ItemCache) {
  const bytes = files[version]
  // The base is empty where both sides added the file.
  if (version === 'base' && bytes.length === 0) {
    const name = path.replace(/^.*\//, '').replace(/\.yaml$/, '')
    return { document: { document: name, title: {}, entries: [] }, problem: null }
  }
  const { data, findings } = parseFile('document', { file: path, bytes }, cache)
  if (data !== null && !hasErrors(findings)) return { document: data, problem: null }
  const first = findings.find(({ level }) => level === 'error')
  const line = first?.at?.position?.line
  const where = line === undefined ? '' : ` (line ${line}: ${first?.message})`
  return { document: null, problem: `cannot be read as a document${where}` }
}

/** Returns null if the result would be neither a document nor marked. */
function mergedText(
  three: ThreeVersions<Document>,
  files: ThreeFiles,
  style: MarkerStyle,
  texts: ReadonlyMap<unknown, string>,
) {
  const options = { editorialChanges: 'conflict' } as const
  const ours = mergeAligned(three, options)
  const commentsOf = commentsByKey(files, ours)
  if (ours.conflicts.length === 0) {
    if (!isValid('document', ours.document)) return null
    const comments = commentsById(
      mergeComments(commentsOf, () => anchorsByKey(ours)),
      ours,
    )
    return { text: serialize('document', ours.document, comments, false, texts), conflicts: [] }
  }
  const theirs = mergeAligned({ base: three.base, ours: three.theirs, theirs: three.ours }, options)
  const comments = mergeComments(commentsOf, () => new Set([...anchorsByKey(ours), ...anchorsByKey(theirs)]))
  const { blocks, disputed } = conflictViews({ three, merged: { ours, theirs }, comments, commentsOf })
  const text = markBlocks(blocks, disputed, style)
  return readMarked(text) === null ? null : { text, conflicts: ours.conflicts }
}
