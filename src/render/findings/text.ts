import type { Finding, Position } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { displayWidth } from '../terminal.ts'
import { countLevels } from './json.ts'
import { provisionOf, worstFirst } from './wording.ts'

/**
 * Returns findings for people, the most severe first: place, level, message with its provision, hint.
 * @param sources the texts of the files; a finding in one of them is shown with its line and a caret
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
  const { rule, level, message, hint, at } = finding
  const position = at?.position
  const place =
    at?.file === undefined ? '' : `${at.file}${position === undefined ? '' : `:${position.line}:${position.column}`}: `
  const own = at?.file === undefined ? undefined : lines.get(at.file)
  const shown = own === undefined || position === undefined ? undefined : excerptOf(own, position)
  return [
    safeForTerminal(`${place}${level}: ${message}${provisionOf(finding)} (${rule})`),
    ...(shown?.split('\n') ?? []).map((line) => `    ${line}`),
    `    ${safeForTerminal(hint)}`,
  ].join('\n')
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}

/** The texts of files by path. */
export type Sources = ReadonlyMap<string, string>

/** How much of a long line is shown, in UTF-16 code units, and how much of it before the position. */
const SHOWN = 100
const SHOWN_BEFORE = 30

/**
 * Returns the line that a finding points to and, below it, a caret and a mark of its length. Both are safe for a terminal; the caret
 * is in the right column after wide characters too.
 * @returns two lines without a final line feed, or undefined if the source has no such line
 */
export function excerpt(source: string, position: Position): string | undefined {
  return excerptOf(linesOf(source), position)
}

/** The lines of a file, without a byte order mark. */
function linesOf(source: string): string[] {
  return source.replace(/^\ufeff/, '').split(/\r?\n/)
}

/** Does the same for a file that is already split into lines: many findings may point into one long file. */
function excerptOf(lines: readonly string[], position: Position): string | undefined {
  const line = lines[position.line - 1]
  if (line === undefined || position.column > line.length + 1) return undefined
  const start = position.column - 1
  const end = position.endLine === position.line ? Math.min(position.endColumn - 1, line.length) : line.length
  const from = line.length <= SHOWN ? 0 : Math.max(0, Math.min(start - SHOWN_BEFORE, line.length - SHOWN))
  const to = Math.min(line.length, from + SHOWN)
  const before = (from > 0 ? '…' : '') + safeForTerminal(line.slice(from, start))
  const meant = safeForTerminal(line.slice(start, Math.min(end, to)))
  const after = safeForTerminal(line.slice(Math.min(end, to), to)) + (to < line.length ? '…' : '')
  const gutter = ' '.repeat(String(position.line).length)
  const caret = `^${'~'.repeat(Math.max(0, displayWidth(meant) - 1))}`
  return `${position.line} | ${before}${meant}${after}\n${gutter} | ${' '.repeat(displayWidth(before))}${caret}`
}
