import type { Finding, Level } from '../../treaty/index.ts'
import { findingFingerprints } from './json.ts'
import { inSentences } from './wording.ts'

/** GitLab's severities: info, minor, major, critical, blocker. */
const SEVERITIES: Readonly<Record<Level, string>> = { error: 'critical', warning: 'minor', note: 'info' }

/** Returns findings as a GitLab code quality report. Each has a path and a line: GitLab shows no finding without them. */
export function gitlabCodeQuality(findings: readonly Finding[]): object[] {
  const fingerprints = findingFingerprints(findings)
  return findings.map((finding, index) => ({
    description: inSentences(finding),
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[finding.level],
    location: {
      path: finding.at?.file ?? 'annexes',
      lines: { begin: finding.at?.position?.line ?? 1, end: finding.at?.position?.endLine ?? 1 },
    },
  }))
}
