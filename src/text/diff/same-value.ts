/** Returns whether two JSON values are equal. The order of members and members that are undefined do not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other)) return false
  if (Array.isArray(one) || Array.isArray(other)) return sameList(one, other)
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const key of keys) if (!sameValue(one[key], other[key])) return false
  return true
}

function sameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((item, index) => sameValue(item, other[index]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
