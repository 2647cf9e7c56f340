import { type Finding, fingerprintOf, type Level } from '../../treaty/index.ts'

/** One finding as `--json` prints it. Lines and columns count from 1 and are null where a finding has no place. */
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

export interface FindingsJson {
  findings: FindingJson[]
  summary: { errors: number; warnings: number; notes: number; files: number }
}

/** The shape of `annex validate --json`. @param files how many files were looked at */
export function findingsJson(findings: readonly Finding[], files: number): FindingsJson {
  const fingerprints = findingFingerprints(findings)
  const all = findings.map((finding, index) => findingJson(finding, fingerprints[index]))
  return { findings: all, summary: { ...countLevels(findings), files } }
}

/** One finding as data for scripts. */
export function findingJson(finding: Finding, fingerprint = findingFingerprint(finding)): FindingJson {
  const { rule, level, message, hint, cite, at } = finding
  const position = at?.position
  return {
    rule,
    level,
    message,
    hint,
    cite: cite ?? null,
    file: at?.file ?? null,
    line: position?.line ?? null,
    column: position?.column ?? null,
    endLine: position?.endLine ?? null,
    endColumn: position?.endColumn ?? null,
    fingerprint,
  }
}

/** The same finding keeps its fingerprint when lines move: 12 hexadecimal digits. */
export function findingFingerprint({ rule, message, at }: Finding): string {
  return fingerprintOf([rule, at?.file ?? null, message])
}

/** The fingerprint of each, in order; findings that say the same of the same file are told apart by their count. */
export function findingFingerprints(findings: readonly Finding[]): string[] {
  const times = new Map<string, number>()
  return findings.map((finding) => {
    const fingerprint = findingFingerprint(finding)
    const before = times.get(fingerprint) ?? 0
    times.set(fingerprint, before + 1)
    return before === 0 ? fingerprint : fingerprintOf([fingerprint, before])
  })
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly Finding[]): { errors: number; warnings: number; notes: number } {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}
