import type { Count, PartyCode } from '../../treaty/index.ts'

/** How many a count says: a number, or the length of a list of codes, each once. */
export function sizeOf(count: Count | undefined): number {
  if (count === undefined) return 0
  return typeof count === 'number' ? count : new Set(count).size
}

/** The codes that a count names; none where it only gives a number. */
export function codesIn(count: Count | undefined): PartyCode[] {
  return Array.isArray(count) ? [...new Set(count)] : []
}
