import type { Finding } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape/terminal.ts'
import { excerptOf, linesOf, type Sources } from './excerpt.ts'
import { countLevels } from './json.ts'
import { worstFirst } from './worst-first.ts'

/**
 * Findings for people, the gravest first: place, level, message with its provision, hint.
 * @param sources the files' texts: a finding in one of them is shown with its line and a caret
 */
export function findingsText(findings: readonly Finding[], sources: Sources = new Map()): string {
  const named = new Set(findings.flatMap(({ at }) => (at?.position === undefined ? [] : [at.file ?? ''])))
  const lines = new Map([...sources].flatMap(([file, text]) => (named.has(file) ? [[file, linesOf(text)]] : [])))
  return worstFirst(findings)
    .map((finding) => findingText(finding, lines))
    .join('\n')
}

/** `2 errors, 1 note`, or `nothing found`. */
export function countText(findings: readonly Finding[]): string {
  const { errors, warnings, notes } = countLevels(findings)
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].filter(Boolean)
  return counts.length === 0 ? 'nothing found' : counts.join(', ')
}

function findingText(finding: Finding, lines: ReadonlyMap<string, readonly string[]>): string {
  const { rule, level, message, hint, cite, at } = finding
  const position = at?.position
  const place =
    at?.file === undefined ? '' : `${at.file}${position === undefined ? '' : `:${position.line}:${position.column}`}: `
  const provision = cite === undefined ? '' : ` [${cite}]`
  const own = at?.file === undefined ? undefined : lines.get(at.file)
  const shown = own === undefined || position === undefined ? undefined : excerptOf(own, position)
  return [
    safeForTerminal(`${place}${level}: ${message}${provision} (${rule})`),
    ...(shown?.split('\n') ?? []).map((line) => `    ${line}`),
    `    ${safeForTerminal(hint)}`,
  ].join('\n')
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
