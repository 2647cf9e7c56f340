import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Finding } from '../../treaty/index.ts'

/** What was found, and in which files it was looked for. */
interface Found {
  findings: readonly Finding[]
  files: readonly string[]
}

/**
 * The same with each path as a host knows it: from the root of the git work tree that holds the file. A file that is in none
 * keeps its path.
 * @param onDisk where a file stands, by the path that it is told by
 */
export function onHost<Of extends Found>(found: Of, onDisk: (file: string) => string): Of {
  const roots = new Map<string, string | null>()
  const pathOf = (file: string) => pathOnHost(onDisk(file), roots) ?? file
  return {
    ...found,
    files: found.files.map(pathOf),
    findings: found.findings.map((finding) =>
      finding.at?.file === undefined ? finding : { ...finding, at: { ...finding.at, file: pathOf(finding.at.file) } },
    ),
  }
}

function pathOnHost(file: string, roots: Map<string, string | null>): string | null {
  const folder = dirname(file)
  const root = roots.has(folder) ? (roots.get(folder) ?? null) : workTreeAbove(folder)
  roots.set(folder, root)
  return root === null ? null : relative(root, file).split(sep).join('/')
}

/** The root of the git work tree that holds a folder, or null. A clone has a folder `.git` there; a linked work tree, a file. */
export function workTreeAbove(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? null : workTreeAbove(above)
}
