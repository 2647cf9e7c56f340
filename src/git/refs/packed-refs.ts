import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../disk/durable.ts'
import { isRefName } from './ref-name.ts'

/** One ref of `packed-refs`; `peeled` is the target of an annotated tag, if the file has it. */
export interface PackedRef {
  id: string
  peeled?: string
}

/** Reads `packed-refs`. Refs are never cached. */
export function readPackedRefs(commonDirectory: string): Map<string, PackedRef> {
  const refs = new Map<string, PackedRef>()
  let last: PackedRef | undefined
  for (const line of readLines(commonDirectory)) {
    if (line.startsWith('^')) {
      if (last) last.peeled = line.slice(1)
      continue
    }
    const match = /^([0-9a-f]{40}) (.+)$/.exec(line)
    if (!match?.[1] || !match[2] || !isRefName(match[2])) continue
    last = { id: match[1] }
    refs.set(match[2], last)
  }
  return refs
}

/** Returns the file's text without one ref and its peeled line; null when the ref is not in it. */
export function packedRefsWithout(commonDirectory: string, ref: string): string | null {
  const kept: string[] = []
  let dropping = false
  let found = false
  for (const line of readLines(commonDirectory)) {
    dropping = line.startsWith('^') ? dropping : line.slice(41) === ref && !line.startsWith('#')
    if (dropping) found = true
    else kept.push(line)
  }
  return found ? kept.join('\n') : null
}

function readLines(commonDirectory: string): string[] {
  try {
    return readFileSync(join(commonDirectory, 'packed-refs'), 'utf8').split('\n')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return []
    throw cause
  }
}
