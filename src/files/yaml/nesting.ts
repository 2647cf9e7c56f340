import type { CST } from 'yaml'

/** Deeper than any file kind needs; what reads the tree afterwards calls itself once a level. */
export const DEEPEST_NESTING = 64

/**
 * Where collections nest deeper than they may, found without recursion.
 * @returns the offset of the first collection too deep, or undefined
 */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  let level: CST.Token[] = [...tokens]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_NESTING) return level[0]?.offset
    level = level.flatMap(childrenOf)
  }
  return undefined
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  const children: CST.Token[] = []
  for (const { key, value } of token.items) {
    if (key && 'items' in key) children.push(key)
    if (value && 'items' in value) children.push(value)
  }
  return children
}
