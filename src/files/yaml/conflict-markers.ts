import type { Finding } from '../../treaty/index.ts'
import { yamlFinding } from './yaml-findings.ts'

/** The two sides of a text with conflict markers. */
export interface MarkedText {
  ours: string
  theirs: string
  /** The first and the last line of each conflict, counted from 1. */
  conflicts: { line: number; endLine: number }[]
}

/** The parts of a marked text: outside of conflicts, or one version of a conflict. */
type Part = 'both' | 'ours' | 'base' | 'theirs'

/** The marker that ends each part, and the part after it. */
const ENDS: Readonly<Record<Part, readonly [RegExp, Part][]>> = {
  both: [[/^<{7,}(?: .*)?\r?$/, 'ours']],
  ours: [
    [/^\|{7,}(?: .*)?\r?$/, 'base'],
    [/^={7,}\r?$/, 'theirs'],
  ],
  base: [[/^={7,}\r?$/, 'theirs']],
  theirs: [[/^>{7,}(?: .*)?\r?$/, 'both']],
}

/** Returns the sides of a text with git's conflict markers; null if it has none. */
export function readMarked(text: string): MarkedText | null {
  if (!text.includes('<<<<<<<')) return null
  const sides = { ours: '', theirs: '' }
  const conflicts: MarkedText['conflicts'] = []
  let part: Part = 'both'
  let start = 0
  for (const [index, line] of text.split(/(?<=\n)/).entries()) {
    const next = partAfter(part, line)
    if (next === part) {
      for (const side of SIDES[part]) sides[side] += line
      continue
    }
    if (next === 'ours') start = index + 1
    if (next === 'both') conflicts.push({ line: start, endLine: index + 1 })
    part = next
  }
  return conflicts.length === 0 || part !== 'both' ? null : { ...sides, conflicts }
}

/** A line that only a marker can be, where the YAML is not valid. */
const ANY_MARKER = /^(?:<{7,} .*|={7,}|>{7,} .*|\|{7,} .*)\r?$/

/** Returns a finding for each conflict that a merge left in an invalid text, or for each marker that was not removed with it. */
export function conflictFindings(text: string): Finding[] {
  const whole = readMarked(text)?.conflicts.map(({ line, endLine }) => {
    const message = `Unresolved merge conflict in lines ${line} to ${endLine}: both versions are in the file`
    return yamlFinding('schema/conflict-marker', message, { line, column: 1, endLine, endColumn: 1 })
  })
  return whole ?? text.split('\n').flatMap(strayMarker)
}

function strayMarker(words: string, index: number): Finding[] {
  if (!ANY_MARKER.test(words)) return []
  const position = { line: index + 1, column: 1, endLine: index + 1, endColumn: words.length + 1 }
  return [yamlFinding('schema/conflict-marker', `A conflict marker is left here: ${words.slice(0, 7)}`, position)]
}

/** The sides that have the lines of each part. */
const SIDES: Readonly<Record<Part, readonly ('ours' | 'theirs')[]>> = {
  both: ['ours', 'theirs'],
  ours: ['ours'],
  base: [],
  theirs: ['theirs'],
}

function partAfter(part: Part, line: string): Part {
  return ENDS[part].find(([marker]) => marker.test(line.replace(/\n$/, '')))?.[1] ?? part
}
