import { appendFile, stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { Snapshot } from '../../git/index.ts'
import { githubSummary, type Sources } from '../../render/index.ts'
import type { Finding, Level } from '../../treaty/index.ts'
import { ALL_RULE_PAGES } from '../../workflows/index.ts'
import { gitRootAbove } from '../targets/work-tree.ts'
import { FINDINGS_FORMATS, type FindingsFormat, type FindingsToPrint } from './formats.ts'
import { exitCodeFor, type Report } from './report.ts'

/** How the findings are to be reported. */
export interface FindingsAsked {
  format: FindingsFormat
  /** Lowest severity that causes exit code 1. */
  failOn?: Level
  /** The version of this program. */
  version: string
}

/**
 * Returns findings as a command's answer.
 * @param snapshot the files that the findings point into
 * @param onDisk returns the path on disk of a file, given the path that it is shown by
 */
export async function findingsReport(
  found: FindingsToPrint,
  asked: FindingsAsked,
  snapshot: Snapshot,
  onDisk: (file: string) => string,
): Promise<Report> {
  const { format, failOn, version } = asked
  const isForHost = format !== 'text' && format !== 'json'
  const shown = isForHost ? withPathsFromGitRoot(found, onDisk) : found
  const { findings, command, verdict } = shown
  const aside =
    format === 'github' ? await addToJobSummary((room) => githubSummary(findings, command, verdict, room)) : undefined
  const sources = format === 'text' ? await sourcesOf(snapshot, findings) : new Map<string, string>()
  return {
    json: found.json,
    text: FINDINGS_FORMATS[format](shown, { version, rules: ALL_RULE_PAGES }, sources),
    form: format === 'text' ? 'people' : 'file',
    exitCode: exitCodeFor(findings, failOn),
    aside,
  }
}

/** Reads the files that findings point into. */
async function sourcesOf(snapshot: Snapshot, findings: readonly Finding[]): Promise<Sources> {
  const files = new Set(findings.flatMap(({ at }) => (at?.file === undefined ? [] : [at.file])))
  const texts = await Promise.all(
    [...files].map(async (file): Promise<[string, string]> => {
      const bytes = await snapshot.readFile(file)
      return [file, new TextDecoder().decode(bytes ?? new Uint8Array())]
    }),
  )
  return new Map(texts)
}

// A git host knows a file by its path from the root of the git work tree; a file outside any work tree keeps its path.
function withPathsFromGitRoot(found: FindingsToPrint, onDisk: (file: string) => string): FindingsToPrint {
  const roots = new Map<string, string | null>()
  const pathOf = (file: string) => pathFromGitRoot(onDisk(file), roots) ?? file
  return {
    ...found,
    files: found.files.map(pathOf),
    findings: found.findings.map((finding) =>
      finding.at?.file === undefined ? finding : { ...finding, at: { ...finding.at, file: pathOf(finding.at.file) } },
    ),
  }
}

function pathFromGitRoot(file: string, roots: Map<string, string | null>): string | null {
  const folder = dirname(file)
  const root = roots.has(folder) ? (roots.get(folder) ?? null) : gitRootAbove(folder)
  roots.set(folder, root)
  return root === null ? null : relative(root, file).split(sep).join('/')
}

/** GitHub drops the summary of a step as a whole when it has more bytes. */
const LONGEST_SUMMARY = 1024 * 1024

/**
 * Adds Markdown to the summary of a GitHub job, whose file GitHub names for each step.
 * @param summaryFor returns Markdown that has at most so many bytes
 * @returns a warning where it cannot be written; the exit code does not depend on it
 */
async function addToJobSummary(summaryFor: (room: number) => string): Promise<string | undefined> {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file === undefined || file === '') return undefined
  try {
    const { size } = await stat(file).catch(() => ({ size: 0 }))
    await appendFile(file, summaryFor(LONGEST_SUMMARY - size))
    return undefined
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
    return `cannot write the job summary to ${file}${why}; check GITHUB_STEP_SUMMARY, the findings are printed above`
  }
}
