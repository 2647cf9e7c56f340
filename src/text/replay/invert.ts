import type { Change } from '../../treaty/index.ts'

/** Returns the changes that undo these: `apply(b, invert(diff(a, b))).document` is `a`. */
export function invert(changes: readonly Change[]): Change[] {
  const earlierIds = new Map<string, string>()
  for (const change of changes) if (change.kind === 'renamed') earlierIds.set(change.after, change.before)
  return changes.map((change) => inverse(change, earlierIds)).reverse()
}

function inverse(change: Change, earlierIds: ReadonlyMap<string, string>): Change {
  // A change names an entry by the id that the entry has after the change. After the inverse, that is the earlier id.
  const named = (entry: string) => earlierIds.get(entry) ?? entry
  switch (change.kind) {
    case 'added':
      return { ...change, kind: 'removed', before: change.after, after: null }
    case 'removed':
      return { ...change, kind: 'added', before: null, after: change.before }
    case 'renamed': {
      const { formerly, ...rest } = change
      const inverted = { ...rest, entry: change.before, before: change.after, after: change.before }
      return formerly ? { ...inverted, formerly: { before: formerly.after, after: formerly.before } } : inverted
    }
    case 'moved':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'renumbered':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'reworded': {
      const parts = change.parts.map((part) => ({ ...part, before: part.after, after: part.before }))
      return { ...change, entry: named(change.entry), before: change.after, after: change.before, parts }
    }
    case 'fact':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'note': {
      const entry = change.entry === null ? null : named(change.entry)
      return { ...change, entry, before: change.after, after: change.before }
    }
    case 'title':
      return { ...change, before: change.after, after: change.before }
    case 'sections':
      return { ...change, before: change.after, after: change.before }
  }
}
