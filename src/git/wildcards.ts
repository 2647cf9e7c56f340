/**
 * Whether a row of items fits a row of parts, of which some stand for any number of items. What does not fit behind such a
 * part is tried again one item further on, and never behind an earlier one: the time is at most the product of both lengths.
 */
export function fits<Part, Item>(
  parts: readonly Part[],
  items: readonly Item[],
  isMany: (part: Part) => boolean,
  fitsOne: (part: Part, item: Item) => boolean,
): boolean {
  let [at, item] = [0, 0]
  let again: { at: number; item: number } | null = null
  while (item < items.length) {
    const part = parts[at]
    if (part !== undefined && isMany(part)) again = { at: ++at, item }
    else if (part !== undefined && fitsOne(part, items[item] as Item)) [at, item] = [at + 1, item + 1]
    else if (again !== null) [at, item] = [again.at, ++again.item]
    else return false
  }
  return parts.slice(at).every(isMany)
}

/** Whether a text fits a pattern in which `*` stands for any characters and `?` for one. */
export function fitsPattern(pattern: string, text: string): boolean {
  return fits(
    pattern.split(''),
    text.split(''),
    (part) => part === '*',
    (part, character) => part === '?' || part === character,
  )
}

/**
 * Whether a path fits a pattern of git's (gitignore(5), "PATTERN FORMAT"): `*` and `?` stand for no slash, `**` between
 * slashes for any number of folders, and at the end for all that is inside. Brackets and backslashes stand for themselves.
 */
export function fitsPathPattern(pattern: string, path: string): boolean {
  const inside = pattern.replace(/(^|\/)\*\*$/, '$1*/**')
  return fits(inside.split('/'), path.split('/'), (part) => part === '**', fitsPattern)
}
