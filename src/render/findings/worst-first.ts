import type { Finding } from '../../treaty/index.ts'

const GRAVITY = { error: 0, warning: 1, note: 2 } as const

/** The gravest findings first; those of one level in the order given. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => GRAVITY[one.level] - GRAVITY[other.level])
}
