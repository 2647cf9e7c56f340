import type { Finding, Level } from '../../treaty/index.ts'
import { findingFingerprints } from './json.ts'

/** GitLab's severities: info, minor, major, critical, blocker. */
const SEVERITIES: Readonly<Record<Level, string>> = { error: 'critical', warning: 'minor', note: 'info' }

/** Findings as a GitLab code quality report: a list, each with a path and a line, since GitLab shows none without. */
export function gitlabCodeQuality(findings: readonly Finding[]): object[] {
  const fingerprints = findingFingerprints(findings)
  return findings.map(({ rule, level, message, hint, cite, at }, index) => ({
    description: `${message}${cite === undefined ? '' : ` [${cite}]`}. ${hint}`,
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[level],
    location: {
      path: at?.file ?? 'annexes',
      lines: { begin: at?.position?.line ?? 1, end: at?.position?.endLine ?? 1 },
    },
  }))
}
