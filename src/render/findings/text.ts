import type { Finding } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape/terminal.ts'
import { excerpt, type Sources } from './excerpt.ts'
import { countLevels } from './json.ts'
import { worstFirst } from './worst-first.ts'

/**
 * Findings for people, the gravest first: place, level, message with its provision, hint.
 * @param sources the files' texts: a finding in one of them is shown with its line and a caret
 */
export function findingsText(findings: readonly Finding[], sources: Sources = new Map()): string {
  return worstFirst(findings)
    .map((finding) => findingText(finding, sources))
    .join('\n')
}

/** `2 errors, 1 note`, or `nothing found`. */
export function countText(findings: readonly Finding[]): string {
  const { errors, warnings, notes } = countLevels(findings)
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].filter(Boolean)
  return counts.length === 0 ? 'nothing found' : counts.join(', ')
}

function findingText({ rule, level, message, hint, cite, at }: Finding, sources: Sources): string {
  const position = at?.position
  const place =
    at?.file === undefined ? '' : `${at.file}${position === undefined ? '' : `:${position.line}:${position.column}`}: `
  const provision = cite === undefined ? '' : ` [${cite}]`
  const source = at?.file === undefined ? undefined : sources.get(at.file)
  const shown = source === undefined || position === undefined ? undefined : excerpt(source, position)
  return [
    safeForTerminal(`${place}${level}: ${message}${provision} (${rule})`),
    ...(shown?.split('\n') ?? []).map((line) => `    ${line}`),
    `    ${safeForTerminal(hint)}`,
  ].join('\n')
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
