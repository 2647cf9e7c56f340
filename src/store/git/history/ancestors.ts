import type { CommitGraph } from './graph.ts'

/** The commits themselves and all that they descend from. */
export function ancestorsOf(graph: CommitGraph, starts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  const open = [...starts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...graph.links(id).parents)
  }
  return found
}
