import type { Snapshot } from '../../git/index.ts'
import { githubSummary, type Sources } from '../../render/index.ts'
import type { Finding, Level } from '../../treaty/index.ts'
import { ALL_RULE_PAGES } from '../../workflows/index.ts'
import { onHost } from '../targets/path-on-host.ts'
import { exitCodeFor } from './exit-code.ts'
import { FINDINGS_FORMATS, type FindingsFormat, type FindingsToPrint } from './formats.ts'
import { addToJobSummary } from './job-summary.ts'
import type { Report } from './report.ts'

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
  // People and scripts know a file by the path they gave; a host knows it by its path in the repository.
  const isForHost = format !== 'text' && format !== 'json'
  const shown = isForHost ? onHost(found, onDisk) : found
  const { findings, command, verdict } = shown
  const aside = format === 'github' ? await addToJobSummary(githubSummary(findings, command, verdict)) : undefined
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
