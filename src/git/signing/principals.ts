import { fitsPattern } from '../wildcards.ts'

/**
 * Returns whether a list of patterns (`clerk@example.org,*@treaty.example`, ssh_config(5), PATTERNS) matches a text. A text
 * that a pattern with `!` matches is excluded.
 */
export function fitsPatterns(patterns: string, text: string): boolean {
  const each = patterns.split(',')
  if (each.some((pattern) => pattern.startsWith('!') && fitsPattern(pattern.slice(1), text))) return false
  return each.some((pattern) => !pattern.startsWith('!') && fitsPattern(pattern, text))
}

/** Returns whether principals name an address. Upper and lower case are the same. */
export function namesAddress(principals: string, address: string): boolean {
  return fitsPatterns(principals.toLowerCase(), address.toLowerCase())
}
