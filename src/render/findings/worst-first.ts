import type { Finding } from '../../treaty/index.ts'

const GRAVITY = { error: 0, warning: 1, note: 2 } as const

/** The gravest findings first; those of one level by file, line and column. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      GRAVITY[one.level] - GRAVITY[other.level] ||
      compareTexts(one.at?.file ?? '', other.at?.file ?? '') ||
      (one.at?.position?.line ?? 0) - (other.at?.position?.line ?? 0) ||
      (one.at?.position?.column ?? 0) - (other.at?.position?.column ?? 0),
  )
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
