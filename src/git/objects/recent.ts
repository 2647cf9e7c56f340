/** A cache with a limited total weight; the least recently used value is removed first. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** @param budget the total weight kept, in whatever unit `weigh` counts (bytes, entries) */
export function keepRecent<Key, Value>(budget: number, weigh: (value: Value) => number): Recent<Key, Value> {
  const kept = new Map<Key, Value>()
  let weight = 0
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      if (kept.has(key)) return
      kept.set(key, value)
      weight += weigh(value)
      for (const [oldest, old] of kept) {
        if (weight <= budget || oldest === key) break
        kept.delete(oldest)
        weight -= weigh(old)
      }
    },
  }
}

/** Returns a cache that is emptied when it is full: cheaper than an order of use. */
export function keepMany<Key, Value>(limit: number): Pick<Recent<Key, Value>, 'get' | 'set'> {
  const kept = new Map<Key, Value>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      if (kept.size >= limit) kept.clear()
      kept.set(key, value)
    },
  }
}
