import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MISSING, NO_FILE, unlessMissing } from '../disk/durable.ts'
import { isRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { isObjectId } from '../objects/object.ts'
import type { Folders } from '../repository/repository.ts'

/** What a ref points to: an object, or (`HEAD`, `refs/remotes/origin/HEAD`) another ref. */
type RefValue = { id: string } | { ref: string }

/** Returns the folder of a ref's file: HEAD and similar refs belong to one work tree, all others to the repository. */
export function refFolder(folders: Folders, ref: string): string {
  return ref.startsWith('refs/') ? folders.commonDirectory : folders.gitDirectory
}

/**
 * Returns what a ref points to; null if it does not exist. Reads the ref's own file before `packed-refs`: git writes the
 * second before it removes the first, so that an existing ref is always found.
 * @throws GitError unreadable
 */
export function readRef(folders: Folders, ref: string): RefValue | null {
  const loose = readLooseRef(refFolder(folders, ref), ref)
  if (loose !== null) return loose
  const packed = readPackedRefs(folders.commonDirectory).get(ref)
  return packed ? { id: packed.id } : null
}

/** Returns the object of a ref, also through symbolic refs; null if it does not exist. */
export function resolveRef(folders: Folders, ref: string): string | null {
  let name = ref
  for (let steps = 0; steps < 6; steps++) {
    const value = readRef(folders, name)
    if (value === null) return null
    if ('id' in value) return value.id
    name = value.ref
  }
  throw damagedRef(ref)
}

/** Returns all refs whose name starts with `prefix` (`refs/heads/`), with their objects, sorted by name. */
export function listRefs(folders: Folders, prefix: string): Map<string, string> {
  const loose = looseRefs(folders.commonDirectory, prefix.slice(0, prefix.lastIndexOf('/') + 1))
  const found = new Map<string, string>()
  for (const [ref, packed] of readPackedRefs(folders.commonDirectory)) {
    if (ref.startsWith(prefix)) found.set(ref, packed.id)
  }
  for (const [ref, value] of loose) {
    const id = 'id' in value ? value.id : resolveRef(folders, ref)
    if (id !== null && ref.startsWith(prefix)) found.set(ref, id)
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function looseRefs(commonDirectory: string, folder: string): Map<string, RefValue> {
  const found = new Map<string, RefValue>()
  for (const entry of readFolder(join(commonDirectory, folder))) {
    const ref = `${folder}${entry.name}`
    if (entry.isDirectory()) for (const [name, value] of looseRefs(commonDirectory, `${ref}/`)) found.set(name, value)
    else if (isRefName(ref)) {
      const value = readLooseRef(commonDirectory, ref)
      if (value !== null) found.set(ref, value)
    }
  }
  return found
}

function readFolder(path: string) {
  return unlessMissing(() => readdirSync(path, { withFileTypes: true }), [], MISSING)
}

function readLooseRef(folder: string, ref: string): RefValue | null {
  const text = unlessMissing(() => readFileSync(join(folder, ref), 'utf8').trim(), null, NO_FILE)
  if (text === null) return null
  if (isObjectId(text)) return { id: text }
  const target = /^ref:\s*(\S+)$/.exec(text)?.[1]
  if (target !== undefined && isRefName(target)) return { ref: target }
  throw damagedRef(ref)
}

function damagedRef(ref: string): GitError {
  const remedy = 'find its last commit with `git reflog`, and set it with `git update-ref`'
  return new GitError('unreadable', `the ref ${ref} is damaged`, remedy)
}

/** One ref of `packed-refs`; `peeled` is the target of an annotated tag, if the file has it. */
interface PackedRef {
  id: string
  peeled?: string
}

/** Reads `packed-refs`. Refs are never cached. */
function readPackedRefs(commonDirectory: string): Map<string, PackedRef> {
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

/** Returns the file's text without one ref and its peeled line; null if the ref is not in it. */
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
  return unlessMissing(() => readFileSync(join(commonDirectory, 'packed-refs'), 'utf8').split('\n'), [])
}
