import { type Finding, fingerprintOf, type Level } from '../../treaty/index.ts'

/** One finding as `--json` prints it. Lines and columns count from 1 and are null if a finding has no place. */
export interface FindingJson {
  rule: string
  level: Level
  message: string
  hint: string
  cite: string | null
  file: string | null
  line: number | null
  column: number | null
  endLine: number | null
  endColumn: number | null
  fingerprint: string
}

/** The shape of `annex validate --json`. */
export interface FindingsJson {
  findings: FindingJson[]
  summary: { errors: number; warnings: number; notes: number; files: number }
}

/** Returns findings as data for scripts. @param files how many files were checked */
export function findingsJson(findings: readonly Finding[], files: number): FindingsJson {
  const fingerprints = findingFingerprints(findings)
  const all = findings.map((finding, index) => findingJson(finding, fingerprints[index]))
  return { findings: all, summary: { ...countLevels(findings), files } }
}

/** Returns one finding as data for scripts. */
function findingJson(finding: Finding, fingerprint = findingFingerprint(finding)): FindingJson {
  const { rule, level, message, hint, cite = null, at } = finding
  const { line = null, column = null, endLine = null, endColumn = null } = at?.position ?? {}
  const place = { file: at?.file ?? null, line, column, endLine, endColumn }
  return { rule, level, message, hint, cite, ...place, fingerprint }
}

/** Returns 12 hexadecimal digits that stay the same for a finding when lines move. */
function findingFingerprint({ rule, message, at }: Finding): string {
  return fingerprintOf([rule, at?.file ?? null, message])
}

/** Returns the fingerprint of each finding, in order. Equal findings in one file are distinguished by their count. */
export function findingFingerprints(findings: readonly Finding[]): string[] {
  const times = new Map<string, number>()
  return findings.map((finding) => {
    const fingerprint = findingFingerprint(finding)
    const before = times.get(fingerprint) ?? 0
    times.set(fingerprint, before + 1)
    return before === 0 ? fingerprint : fingerprintOf([fingerprint, before])
  })
}

/** Counts the findings of each level. */
export function countLevels(findings: readonly Finding[]): { errors: number; warnings: number; notes: number } {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}
