/** Names a part of the data by keys and ids, so that the name stays when entries before it are added or removed. */
export type Anchor = string

export const ROOT: Anchor = ''

/** Returns the anchor of the value under `key` in `parent`. */
export function anchorOf(parent: Anchor, key: string): Anchor {
  return `${parent}\u0000${key}`
}

const IDENTITIES = ['id', 'code', 'treaty', 'proposal']

/** Returns a name for each item of a list: its id or code, otherwise its index; `#1`, `#2` … follow a name already used. */
export function itemNames(items: readonly unknown[]): string[] {
  const seen = new Map<string, number>()
  return items.map((item, index) => {
    const name = identityOf(item) ?? `#${index}`
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return times === 0 ? name : `${name}#${times}`
  })
}

function identityOf(item: unknown): string | undefined {
  if (item === null || typeof item !== 'object') return undefined
  const found = Object.entries(item).find(([key, value]) => IDENTITIES.includes(key) && typeof value === 'string')
  return found?.[1]
}
