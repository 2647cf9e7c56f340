/** How far a misspelling may be from what was meant: a third of its letters, and two at most. */
const FURTHEST = 2

/** The one of some names that a word is a misspelling of; undefined where it is like none, or like several. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const far = Math.min(FURTHEST, Math.floor(word.replace(/^-+/, '').length / 3))
  const like = names.map((name) => ({ name, edits: editsBetween(word, name) })).filter(({ edits }) => edits <= far)
  const fewest = Math.min(...like.map(({ edits }) => edits))
  const [first, ...others] = like.filter(({ edits }) => edits === fewest)
  return others.length === 0 ? first?.name : undefined
}

/** The letters to add, drop or replace to make one of the other (Levenshtein 1965), by one row of the table at a time. */
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
