import type { Collision, Collisions, Conflict } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { findingsJson } from '../findings/json.ts'
import { table } from '../terminal/table.ts'

/** Returns collisions as data for scripts. */
export function collisionsJson({ pending, collisions, clean, unreadable }: Collisions) {
  const shown = collisions.map(({ document, between, conflicts, findings }) => ({
    document,
    between,
    conflicts: conflicts.map(({ document: _, ...conflict }) => conflict),
    findings: findingsJson(findings, 1).findings,
  }))
  return { pending, collisions: shown, clean, unreadable }
}

/** Returns collisions for people: each pair, each entry and field, the three texts; then what merges cleanly. */
export function collisionsText({ pending, collisions, clean, unreadable }: Collisions): string {
  if (pending.length + unreadable.length === 0) return 'no proposal is pending.'
  return [
    `${count(pending.length + unreadable.length, 'proposal')} pending, ${count(collisions.length, 'collision')}.`,
    ...collisions.map(collisionText),
    ...unreadable.map(({ proposal, why }) => safeForTerminal(`${proposal} cannot be compared: ${why}.`)),
    ...(clean.length === 0 ? [] : [`Merge cleanly in any order: ${clean.join(', ')}.`]),
  ].join('\n\n')
}

function collisionText({ document, between, conflicts, findings }: Collision): string {
  const head = `${between.slice(0, -1).join(', ')} and ${between.at(-1)}, on ${document}:`
  const rules = findings.map(({ message, rule }) => safeForTerminal(`  ${message} (${rule})`))
  return [head, ...conflicts.map((conflict) => conflictText(conflict, between)), ...rules].join('\n')
}

function conflictText({ entry, field, language, base, ours, theirs }: Conflict, between: readonly string[]): string {
  const [one = '', other = ''] = between.length === 2 ? between : ['the earlier ones', 'the next']
  const where = `  ${entry ?? 'the document'}, ${field}${language === null ? '' : ` (${language})`}`
  const texts = [
    ['    from', base ?? 'nothing'],
    [`    ${one}`, ours ?? 'nothing'],
    [`    ${other}`, theirs ?? 'nothing'],
  ]
  return `${safeForTerminal(where)}\n${table(texts)}`
}

function count(many: number, what: string): string {
  return `${many === 0 ? 'no' : many} ${what}${many === 1 ? '' : 's'}`
}
