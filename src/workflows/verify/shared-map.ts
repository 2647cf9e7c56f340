/** A map that never changes. A changed copy shares with it what did not change: a record has hundreds of proposals, and changes one. */
export interface SharedMap<Value> {
  get(key: string): Value | undefined
  keys(): Iterable<string>
  /** Returns a copy with these values. */
  with(values: ReadonlyMap<string, Value>): SharedMap<Value>
}

/** How many values a copy lists by itself before it becomes a map of its own. */
const BESIDE = 24

/** Returns an empty map, or one with the values of `base` and `recent`. */
export function sharedMap<Value>(
  base: ReadonlyMap<string, Value> = new Map(),
  recent: ReadonlyMap<string, Value> = new Map(),
): SharedMap<Value> {
  return {
    get: (key) => recent.get(key) ?? base.get(key),
    keys: () => new Set([...base.keys(), ...recent.keys()]),
    with(values) {
      const changed = new Map([...recent, ...values])
      return changed.size < BESIDE ? sharedMap(base, changed) : sharedMap(new Map([...base, ...changed]))
    },
  }
}
