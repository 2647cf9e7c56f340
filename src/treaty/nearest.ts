/** At most this many letters may differ, and at most a third of the word's. */
const MOST_EDITS = 2

/** Returns the name that a word is a misspelling of; undefined if no name, or more than one, is close. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const most = Math.min(MOST_EDITS, Math.floor(word.replace(/^-+/, '').length / 3))
  const close = names.map((name) => ({ name, edits: editsBetween(word, name) })).filter(({ edits }) => edits <= most)
  const fewest = Math.min(...close.map(({ edits }) => edits))
  const [first, ...others] = close.filter(({ edits }) => edits === fewest)
  return others.length === 0 ? first?.name : undefined
}

/** Returns the number of letters to add, drop or replace (Levenshtein 1965); keeps one row of the table at a time. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** At most this many names are suggested. */
const MOST_SUGGESTED = 3

/**
 * Returns the names that are close to a word, the closest first: those with few letters different, and those that contain the
 * word. Case does not matter.
 */
export function nearestNames(word: string, names: readonly string[]): string[] {
  const wanted = word.toLowerCase()
  const most = Math.max(1, Math.floor(wanted.length / 3))
  const close = names.flatMap((name) => {
    const lower = name.toLowerCase()
    const edits = editsBetween(wanted, lower)
    const contains = wanted.length > 2 && (lower.includes(wanted) || wanted.includes(lower))
    return edits <= most || contains ? [{ name, edits }] : []
  })
  return close
    .sort((one, other) => one.edits - other.edits)
    .slice(0, MOST_SUGGESTED)
    .map(({ name }) => name)
}

/** Returns the close names as a question, `did you mean FRA or FRO?`; empty without any. */
export function didYouMean(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  const others = names.slice(0, -1).join(', ')
  return `did you mean ${others === '' ? last : `${others} or ${last}`}?`
}
