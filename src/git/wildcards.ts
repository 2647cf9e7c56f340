/**
 * Returns whether items match a pattern of parts, where some parts match any number of items. After a mismatch only the last
 * such part is tried again, one item later: the time is at most the product of both lengths.
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

/** Returns whether a text matches a pattern: `*` matches any characters, `?` matches one. */
export function fitsPattern(pattern: string, text: string): boolean {
  return fits(
    pattern.split(''),
    text.split(''),
    (part) => part === '*',
    (part, character) => part === '?' || part === character,
  )
}

/**
 * Returns whether a path matches a pattern of git (gitignore(5), "PATTERN FORMAT"): `*` and `?` match no slash, `**` matches
 * any number of folders, and at the end everything inside. Brackets and backslashes have no special meaning.
 */
export function fitsPathPattern(pattern: string, path: string): boolean {
  const inside = pattern.replace(/(^|\/)\*\*$/, '$1*/**')
  return fits(inside.split('/'), path.split('/'), (part) => part === '**', fitsPattern)
}
