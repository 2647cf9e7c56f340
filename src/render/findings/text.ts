import type { Finding } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape/terminal.ts'
import { countLevels } from './json.ts'

const ORDER = { error: 0, warning: 1, note: 2 } as const

/** Findings for people, the gravest first: place, level, message with its provision, hint. */
export function findingsText(findings: readonly Finding[]): string {
  return [...findings]
    .sort((one, other) => ORDER[one.level] - ORDER[other.level])
    .map(findingText)
    .join('\n')
}

/** `2 errors, 1 note`, or `nothing found`. */
export function countText(findings: readonly Finding[]): string {
  const { errors, warnings, notes } = countLevels(findings)
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].filter(Boolean)
  return counts.length === 0 ? 'nothing found' : counts.join(', ')
}

function findingText({ rule, level, message, hint, cite, at }: Finding): string {
  const position = at?.position
  const place =
    at?.file === undefined ? '' : `${at.file}${position === undefined ? '' : `:${position.line}:${position.column}`}: `
  const provision = cite === undefined ? '' : ` [${cite}]`
  return `${safeForTerminal(`${place}${level}: ${message}${provision} (${rule})`)}\n    ${safeForTerminal(hint)}`
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
