import { type Change, type Entry, fingerprintOf } from '../../treaty/index.ts'

/**
 * Returns twelve hexadecimal digits that identify a change. They stay the same whatever else changes: line numbers, neighbouring
 * entries and numbers that follow from the order are not part of them. So an approval or an alert stays valid after new commits.
 *
 * Of a move, only the section before and the section after count, because other changes may affect the neighbours. So two moves of
 * an entry within the same section have the same fingerprint.
 */
export function fingerprint(change: Change): string {
  const { document, entry, kind } = change
  return fingerprintOf({ document, entry, kind, ...essence(change) })
}

function essence(change: Change): object {
  switch (change.kind) {
    case 'added':
      return { after: unnumbered(change.after) }
    case 'removed':
      return { before: unnumbered(change.before) }
    case 'moved':
      return { before: change.before.section ?? null, after: change.after.section ?? null }
    case 'reworded':
      return { parts: change.parts }
    default:
      return { before: change.before, after: change.after }
  }
}

function unnumbered({ number: _, ...rest }: Entry): Omit<Entry, 'number'> {
  return rest
}
