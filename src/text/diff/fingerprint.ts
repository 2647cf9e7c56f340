import { type Change, type Entry, fingerprintOf } from '../../treaty/index.ts'

/**
 * Twelve hexadecimal digits that stay the same as long as this change does, whatever else changes around it: no line, no
 * neighbour and no number that only follows from the order counts in it. So an approval or an alert outlives new commits.
 *
 * A move is the section it leaves and the one it comes to: each neighbour may itself be renamed, moved or parted from it by another.
 * So two moves of one entry within the same section have one fingerprint.
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
