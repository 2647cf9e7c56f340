import { emptyItemCache, type ItemCache, parseFile, readMarked, serialize } from '../../files/index.ts'
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
  /** Why the file was merged by lines and not by entry; null for a document that was merged by entry. */
  byLines: string | null
}

/**
 * Merges three versions of a file: a document by entry and field, any other file by lines, as git does. A document that cannot be
 * read, in one of the three versions, is merged by lines too. Comments are merged three ways.
 */
export function mergeFiles(files: ThreeFiles, style: MarkerStyle = PLAIN_MARKERS): MergedFile {
  if (fileKind(files.path, files.ours) !== 'document') return mergedByLines(files, style, NOT_A_DOCUMENT)
  try {
    const result = mergedByEntry(files, style)
    if (typeof result !== 'string') return result
    return mergedByLines(files, style, result)
  } catch (cause) {
    // Whatever goes wrong here, git must get a file in which both sides are.
    return mergedByLines(files, style, cause instanceof Error ? cause.message : String(cause))
  }
}

const NOT_A_DOCUMENT = 'it is not a document'

function mergedByLines(files: ThreeFiles, style: MarkerStyle, why: string): MergedFile {
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
  const text = mergedText({ base, ours, theirs }, files, style)
  const isSound = text.conflicts.length > 0 ? readMarked(text.text) !== null : isDocument(files.path, text.text, cache)
  if (!isSound) return 'the result would not be a document'
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

function isDocument(path: string, text: string, cache: ItemCache): boolean {
  return parseFile('document', { file: path, bytes: new TextEncoder().encode(text) }, cache).data !== null
}

function mergedText(three: ThreeVersions<Document>, files: ThreeFiles, style: MarkerStyle) {
  const options = { editorialChanges: 'conflict' } as const
  const ours = mergeAligned(three, options)
  const commentsOf = commentsByKey(files, ours)
  if (ours.conflicts.length === 0) {
    const comments = commentsById(mergeComments(commentsOf, anchorsByKey(ours)), ours)
    return { text: serialize('document', ours.document, comments, false), conflicts: [] }
  }
  const theirs = mergeAligned({ base: three.base, ours: three.theirs, theirs: three.ours }, options)
  const comments = mergeComments(commentsOf, new Set([...anchorsByKey(ours), ...anchorsByKey(theirs)]))
  const { blocks, disputed } = conflictViews({ three, merged: { ours, theirs }, comments, commentsOf })
  return { text: markBlocks(blocks, disputed, style), conflicts: ours.conflicts }
}
