import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, replaceDurably } from '../disk/durable.ts'
import { lockFile } from '../locks/file-lock.ts'
import { privateFolder } from '../locks/owner-files.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { isObjectId } from '../objects/object.ts'
import { resolveRef } from '../refs/read.ts'
import type { Store } from '../repository/repository.ts'
import { compareTrees, type TreeDifference } from '../trees/compare.ts'
import { allWorkTrees } from './checked-out.ts'
import { updatedIndex } from './follow.ts'
import { formatIndex, readIndex } from './index-file.ts'
import { byPath } from './obstacles.ts'
import { placeFile, removeFile, stageFile } from './staged-files.ts'
import { lookAtWorkFile, matchesEntry } from './work-file.ts'

/** Which work trees will be updated from which commit to which: written before the ref moves, removed when they are. */
interface Journal {
  gitDirectories: string[]
  from: string | null
  to: string
}

function journalPath(store: Store): string {
  return join(privateFolder(store), 'following.json')
}

/** Writes the journal, flushed to disk. */
export function writeJournal(store: Store, journal: Journal): void {
  makeFolder(privateFolder(store))
  replaceDurably(journalPath(store), Buffer.from(JSON.stringify(journal)))
}

export function removeJournal(store: Store): void {
  rmSync(journalPath(store), { force: true })
}

/** Returns whether a command was interrupted before it had updated the work trees. */
export function isInterrupted(store: Store): boolean {
  return existsSync(journalPath(store))
}

/**
 * Finishes what a killed process began: updates the work trees whose branch has moved. A file that was edited since stays
 * as it is. Only for the process that has the turn.
 */
export async function finishInterrupted(store: Store, objects: ObjectDatabase): Promise<void> {
  const journal = readJournal(store)
  if (journal === null) return
  for (const each of allWorkTrees(store)) {
    if (!journal.gitDirectories.includes(each.gitDirectory)) continue
    if (resolveRef(each, 'HEAD') === journal.to) await catchUp(each, objects, journal)
  }
  removeJournal(store)
}

function readJournal(store: Store): Journal | null {
  const path = journalPath(store)
  return existsSync(path) ? parseJournal(readFileSync(path, 'utf8')) : null
}

/** Returns the journal in a text; null if it is invalid. */
export function parseJournal(text: string): Journal | null {
  const { gitDirectories, from = null, to } = fieldsOf(text)
  if (!Array.isArray(gitDirectories) || !gitDirectories.every((path) => typeof path === 'string')) return null
  if (typeof to !== 'string' || !isObjectId(to)) return null
  if (from !== null && (typeof from !== 'string' || !isObjectId(from))) return null
  return { gitDirectories, from, to }
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

async function catchUp(store: Store, objects: ObjectDatabase, journal: Journal): Promise<void> {
  const lock = await lockFile(store, join(store.gitDirectory, 'index'))
  try {
    const before = journal.from === null ? null : objects.commit(journal.from).tree
    const differences = [...compareTrees(objects, before, objects.commit(journal.to).tree)]
    for (const each of differences) if (each.after === null) catchUpFile(store, objects, each)
    for (const each of differences) if (each.after !== null) catchUpFile(store, objects, each)
    const index = readIndex(store.gitDirectory)
    const entries = byPath(index)
    const outdated = differences.filter(
      (each) => (entries.get(each.path)?.[0]?.id ?? null) === (each.before?.id ?? null),
    )
    lock.publish(formatIndex(updatedIndex(store, index, outdated)))
  } finally {
    lock.release()
  }
}

function catchUpFile(store: Store, objects: ObjectDatabase, { path, before, after }: TreeDifference): void {
  const file = lookAtWorkFile(store.workTree, path)
  if (!matchesEntry(file, before)) return
  if (after === null) removeFile(store.workTree, path)
  else placeFile(store.workTree, path, after, stageFile(store, objects, after), objects)
}
