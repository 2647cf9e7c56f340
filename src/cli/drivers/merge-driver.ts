import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeTextFile } from '../../git/index.ts'
import { safeForTerminal } from '../../render/index.ts'
import { type MergedFile, mergeFiles } from '../../workflows/index.ts'
import type { Report } from '../output/report.ts'

/** What git passes to a merge driver. */
export interface DriverWords {
  /** The files with the three versions (%O %A %B); the result replaces ours. */
  base: string
  ours: string
  theirs: string
  /** The path in the repository (%P). */
  path: string
  /** The length of conflict markers (%L). */
  markerSize?: string | undefined
  /** The names of the three versions (%S %X %Y), which git passes since 2.44. */
  labels?: { base?: string | undefined; ours?: string | undefined; theirs?: string | undefined }
}

/** Merges a file for git. Exit code 1 means that the result has conflict markers. @throws the error of a failed system call */
export function runMergeDriver(words: DriverWords): Report {
  const files = {
    path: words.path,
    base: readFileSync(words.base),
    ours: readFileSync(words.ours),
    theirs: readFileSync(words.theirs),
  }
  const size = Number(words.markerSize)
  const markers = { labels: labelsIn(words), size: size >= 7 && size <= 1000 ? size : 7 }
  let merged = mergeFiles(files, { ...markers, style: 'merge' })
  const style = merged.hasConflicts ? conflictStyle() : 'merge'
  if (style !== 'merge') merged = mergeFiles(files, { ...markers, style })
  writeTextFile(words.ours, merged.bytes)
  return {
    json: { path: words.path, conflicts: merged.conflicts, byLines: merged.byLines },
    text: textOf(words.path, merged),
    exitCode: merged.hasConflicts ? 1 : 0,
  }
}

// An older git leaves the names of placeholders that it does not know as they are.
function labelsIn({ labels = {} }: DriverWords) {
  const known = (label: string | undefined, otherwise: string) =>
    label === undefined || label === '' || /^%[SXY]$/.test(label) ? otherwise : label.replace(/\s+/g, ' ')
  return {
    base: known(labels.base, 'base'),
    ours: known(labels.ours, 'ours'),
    theirs: known(labels.theirs, 'theirs'),
  }
}

/** Returns git's `merge.conflictStyle`. git runs this program, so it is there to ask; by hand, without git, it is `merge`. */
function conflictStyle(): 'merge' | 'diff3' | 'zdiff3' {
  try {
    const words = ['config', '--get', 'merge.conflictStyle']
    const style = execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return style === 'diff3' || style === 'zdiff3' ? style : 'merge'
  } catch {
    return 'merge'
  }
}

function textOf(path: string, { conflicts, byLines }: MergedFile): string {
  if (byLines !== null) return safeForTerminal(`${path}: merged by lines, because ${byLines}`)
  return conflicts
    .map(({ entry, field, base, ours, theirs }) => {
      const where = `${path}: ${entry ?? 'the document'}, ${field}`
      return safeForTerminal(`${where}: was ${shown(base)}, ours ${shown(ours)}, theirs ${shown(theirs)}`)
    })
    .join('\n')
}

function shown(words: string | null): string {
  return words === null ? 'nothing' : `"${words}"`
}
