import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unlessMissing } from '../disk/durable.ts'
import { type ObjectDatabase, openObjectsIn } from './database.ts'

const DEEPEST = 5

/**
 * Opens the folders of objects that a repository reads besides its own: while a push is judged, the quarantine that git keeps it in
 * (GIT_OBJECT_DIRECTORY, git-receive-pack(1)); and what `objects/info/alternates` names. Undefined if there are none.
 */
export function openBorrowed(commonDirectory: string, environment: NodeJS.ProcessEnv): ObjectDatabase | undefined {
  const own = join(commonDirectory, 'objects')
  const named = [
    ...(environment.GIT_OBJECT_DIRECTORY ? [environment.GIT_OBJECT_DIRECTORY] : []),
    ...splitPaths(environment.GIT_ALTERNATE_OBJECT_DIRECTORIES ?? ''),
  ].map((path) => resolve(commonDirectory, path))
  const folders = new Set([own, ...named].flatMap((folder) => [folder, ...alternatesOf(folder)]))
  folders.delete(own)
  return [...folders].reduceRight<ObjectDatabase | undefined>((rest, folder) => openObjectsIn(folder, rest), undefined)
}

/** Paths between colons; one in double quotes may hold a colon (git(1), GIT_ALTERNATE_OBJECT_DIRECTORIES). */
function splitPaths(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^:]+)/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1'),
  )
}

/** The folders that a folder of objects borrows from, and those that these borrow from. */
function alternatesOf(folder: string, depth = 0): string[] {
  if (depth === DEEPEST) return []
  const text = unlessMissing(() => readFileSync(join(folder, 'info', 'alternates'), 'utf8'), '')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.flatMap((line) => {
    const path = resolve(folder, line)
    return [path, ...alternatesOf(path, depth + 1)]
  })
}
