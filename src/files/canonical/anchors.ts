/** The name of a place in the data that survives when entries before it come and go: keys, and items by their id. */
export type Anchor = string

export const ROOT: Anchor = ''

/** The anchor of what stands under `key` at the place `parent`. */
export function anchorOf(parent: Anchor, key: string): Anchor {
  return `${parent}\u0000${key}`
}

const IDENTITIES = ['id', 'code', 'treaty', 'proposal']

/** A name for each item of a list: its id or code where it has one, else its index; a name that comes again is counted. */
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
