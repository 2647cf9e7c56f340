import { countText, findingsText } from '../../render/index.ts'
import type { Finding, Level } from '../../treaty/index.ts'

/** 0: done, nothing to report. 1: findings, or differences where `--exit-code` asked for it. */
export type ExitCode = 0 | 1

/**
 * What a text is. `people`: lines for people; control characters are replaced on output. `painted`: lines that may hold our own
 * colours; their words were made safe one by one. `file`: the content of a file, written as it is.
 */
export type TextForm = 'people' | 'painted' | 'file'

/** A command's answer, as JSON and as text. */
export interface Report {
  /** What `--json` prints, or a function that returns it and is called only for `--json`. */
  json: unknown
  /** What people read; a final line feed is added. */
  text: string
  /** Default: `people`. */
  form?: TextForm
  /** Written to standard error where `text` is the content of a file and can hold nothing else. */
  remarks?: string
  exitCode?: ExitCode
  /** One line for standard error, `what is wrong; what to do`, about something that does not change the answer. */
  aside?: string | undefined
}

const SEVERITY: Record<Level, number> = { error: 2, warning: 1, note: 0 }

/** Returns 1 where a finding has the level `from` or a higher one. */
export function exitCodeFor(findings: readonly Finding[], from: Level = 'warning'): ExitCode {
  return findings.some((finding) => SEVERITY[finding.level] >= SEVERITY[from]) ? 1 : 0
}

/** Returns the report of a command that wrote nothing because of its findings. @param advice a sentence to add */
export function nothingWritten(json: unknown, findings: readonly Finding[], advice = ''): Report {
  const text = `${findingsText(findings)}\n\n${countText(findings)}; nothing was written. ${advice}`
  return { json, text: text.trimEnd(), exitCode: 1 }
}
