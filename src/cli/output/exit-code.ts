import type { Finding, Level } from '../../treaty/index.ts'
import type { ExitCode } from './report.ts'

const GRAVITY: Record<Level, number> = { error: 2, warning: 1, note: 0 }

/** 1 where a finding is at least as grave as `from`. A note is known and explained: by itself it is nothing to report. */
export function exitCodeFor(findings: readonly Finding[], from: Level = 'warning'): ExitCode {
  return findings.some((finding) => GRAVITY[finding.level] >= GRAVITY[from]) ? 1 : 0
}
