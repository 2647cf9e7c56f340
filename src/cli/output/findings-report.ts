import type { Snapshot } from '../../git/index.ts'
import { githubSummary } from '../../render/index.ts'
import type { Level } from '../../treaty/index.ts'
import { ALL_RULE_PAGES } from '../../workflows/index.ts'
import { onHost } from '../targets/path-on-host.ts'
import { exitCodeFor } from './exit-code.ts'
import { type FindingsFormat, type Judged, printFindings, sourcesOf } from './findings-format.ts'
import { addToJobSummary } from './job-summary.ts'
import type { Report } from './report.ts'

/** How findings are asked for. */
export interface FindingsAsked {
  format: FindingsFormat
  /** The least grave finding that gives exit code 1. */
  failOn?: Level
  /** This program's. */
  version: string
}

/**
 * What was found, as a command's answer.
 * @param snapshot the files that the findings point into
 * @param onDisk where a file stands, by the path that it is told by
 */
export async function findingsReport(
  judged: Judged,
  asked: FindingsAsked,
  snapshot: Snapshot,
  onDisk: (file: string) => string,
): Promise<Report> {
  const { format, failOn, version } = asked
  // People and scripts know a file by the path they gave; a host, by where it stands in the repository.
  const isForHost = format !== 'text' && format !== 'json'
  const told = isForHost ? onHost(judged, onDisk) : judged
  const { findings, command, verdict } = told
  const aside = format === 'github' ? await addToJobSummary(githubSummary(findings, command, verdict)) : undefined
  const sources = format === 'text' ? await sourcesOf(snapshot, findings) : new Map<string, string>()
  return {
    json: judged.json,
    text: printFindings(format, told, { version, rules: ALL_RULE_PAGES }, sources),
    form: format === 'text' ? 'people' : 'file',
    exitCode: exitCodeFor(findings, failOn),
    aside,
  }
}
