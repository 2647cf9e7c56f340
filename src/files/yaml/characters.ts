import type { Finding } from '../../treaty/index.ts'
import { yamlFinding } from './yaml-findings.ts'

/**
 * Characters that YAML does not allow, or that end a line for some programs and not for others (YAML 1.1 and 1.2 differ on NEL,
 * U+2028 and U+2029; editors differ on a carriage return alone). In a comment, the rest of it becomes data.
 */
const REFUSED = /(?![\t\n])\p{Cc}|[\u2028\u2029\ufffe\uffff]/u

const NAMES: Record<string, string> = {
  '\r': 'a carriage return without a line feed',
  '\x85': 'U+0085, a line end for some programs',
  '\u2028': 'U+2028, a line end for some programs',
  '\u2029': 'U+2029, a line end for some programs',
}

/**
 * Returns the finding for the first character that programs read differently; undefined if there is none.
 * @param text with LF line ends
 */
export function findCharacter(text: string): Finding | undefined {
  const at = text.search(REFUSED)
  if (at < 0) return undefined
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const position = { line, column, endLine: line, endColumn: column + 1 }
  return yamlFinding('schema/character', `The file has ${nameOf(text.charAt(at))} here`, position)
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return NAMES[character] ?? `the control character U+${code}`
}
