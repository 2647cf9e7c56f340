import { readFileSync } from 'node:fs'
import { parseFile, readMarked } from '../../files/index.ts'
import { documentLines } from '../../render/index.ts'
import { mergeLines, PLAIN_MARKERS } from '../../text/index.ts'
import type { Report } from '../output/report.ts'

/**
 * Prints a document as one line a field, for git to compare. Conflicts stay between markers: with the two versions of the file
 * printed as lines too, git shows the lines in conflict and no others.
 */
export function runTextconv(path: string): Report {
  const bytes = readFileSync(path)
  const marked = readMarked(bytes.toString('utf8'))
  // git needs text for any file: a file that is not a document is compared as it is.
  const text = (marked === null ? linesOf(path, bytes) : markedLines(path, marked)) ?? bytes.toString('utf8')
  return { json: { lines: text.split('\n') }, text, form: 'file' }
}

function linesOf(file: string, bytes: Uint8Array): string | null {
  const { data } = parseFile('document', { file, bytes })
  return data === null ? null : documentLines(data)
}

function markedLines(file: string, sides: { ours: string; theirs: string }): string | null {
  const [ours, theirs] = [sides.ours, sides.theirs].map((side) => linesOf(file, new TextEncoder().encode(side)))
  if (ours == null || theirs == null) return null
  const ended = (lines: string) => (lines.endsWith('\n') ? lines : `${lines}\n`)
  return mergeLines({ base: '', ours: ended(ours), theirs: ended(theirs) }, PLAIN_MARKERS).text
}
