import type { CommitGraph } from './graph.ts'

/** The commits themselves and all that they descend from. */
export function ancestorsOf({ shape }: CommitGraph, starts: Iterable<string>): Set<string> {
  const found = new Set<number>()
  const open = [...starts].map(shape.numberOf)
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (found.has(commit)) continue
    found.add(commit)
    open.push(...shape.parentsOf(commit))
  }
  return new Set([...found].map(shape.idOf))
}
