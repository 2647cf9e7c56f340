import type { Change } from '../../treaty/index.ts'

/** The changes that undo these: `apply(b, invert(diff(a, b))).document` is `a`. */
export function invert(changes: readonly Change[]): Change[] {
  const newName = new Map<string, string>()
  for (const change of changes) if (change.kind === 'renamed') newName.set(change.after, change.before)
  return changes.map((change) => inverse(change, newName)).reverse()
}

function inverse(change: Change, earlierName: ReadonlyMap<string, string>): Change {
  // In the inverse, an entry goes by the name it has after it: the one before the change.
  const named = (entry: string) => earlierName.get(entry) ?? entry
  switch (change.kind) {
    case 'added':
      return { ...change, kind: 'removed', before: change.after, after: null }
    case 'removed':
      return { ...change, kind: 'added', before: null, after: change.before }
    case 'renamed': {
      const { formerly, ...rest } = change
      const turned = { ...rest, entry: change.before, before: change.after, after: change.before }
      return formerly ? { ...turned, formerly: { before: formerly.after, after: formerly.before } } : turned
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
