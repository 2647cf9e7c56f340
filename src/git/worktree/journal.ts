import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, replaceDurably } from '../disk/durable.ts'
import { lockFile } from '../locks/file-lock.ts'
import { annexFolder } from '../locks/owner-files.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { isObjectId } from '../objects/object.ts'
import { resolveRef } from '../refs/read.ts'
import type { Folders } from '../repository/repository.ts'
import { compareTrees, type Difference } from '../trees/compare.ts'
import { allWorkTrees } from './checked-out.ts'
import { updatedIndex } from './follow.ts'
import { formatIndex, readIndex } from './index-file.ts'
import { byPath } from './obstacles.ts'
import { placeFile, removeFile, stageFile } from './staged-files.ts'
import { isThere, lookAtWorkFile } from './work-file.ts'

/** Which work trees are to follow from which commit to which: noted before the ref moves, removed when they have. */
export interface Journal {
  gitDirectories: string[]
  from: string | null
  to: string
}

function journalPath(commonDirectory: string): string {
  return join(annexFolder(commonDirectory), 'following.json')
}

export function writeJournal(commonDirectory: string, journal: Journal): void {
  makeFolder(annexFolder(commonDirectory))
  replaceDurably(journalPath(commonDirectory), Buffer.from(JSON.stringify(journal)))
}

export function removeJournal(commonDirectory: string): void {
  rmSync(journalPath(commonDirectory), { force: true })
}

/** Whether a command noted that work trees are to follow, and not yet that they did. */
export function isInterrupted(commonDirectory: string): boolean {
  return existsSync(journalPath(commonDirectory))
}

/**
 * Finishes what a killed process began: where the ref moved and the work tree did not follow, it follows now. A file that
 * was edited since stays as it is. Only for who has the turn.
 */
export async function finishInterrupted(folders: Folders, objects: ObjectDatabase): Promise<void> {
  const journal = readJournal(folders.commonDirectory)
  if (journal === null) return
  for (const each of allWorkTrees(folders)) {
    if (!journal.gitDirectories.includes(each.gitDirectory)) continue
    if (resolveRef(each, 'HEAD') === journal.to) await catchUp(each, objects, journal)
  }
  removeJournal(folders.commonDirectory)
}

function readJournal(commonDirectory: string): Journal | null {
  const path = journalPath(commonDirectory)
  return existsSync(path) ? parseJournal(readFileSync(path, 'utf8')) : null
}

/** What a journal's text says; null where it says nothing that can be followed. */
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

async function catchUp(folders: Folders, objects: ObjectDatabase, journal: Journal): Promise<void> {
  const lock = await lockFile(folders.commonDirectory, join(folders.gitDirectory, 'index'))
  try {
    const before = journal.from === null ? null : objects.commit(journal.from).tree
    const differences = [...compareTrees(objects, before, objects.commit(journal.to).tree)]
    for (const each of differences) if (each.after === null) catchUpFile(folders, objects, each)
    for (const each of differences) if (each.after !== null) catchUpFile(folders, objects, each)
    const index = readIndex(folders.gitDirectory)
    const entries = byPath(index)
    const behind = differences.filter((each) => (entries.get(each.path)?.[0]?.id ?? null) === (each.before?.id ?? null))
    lock.publish(formatIndex(updatedIndex(folders, index, behind)))
  } finally {
    lock.release()
  }
}

function catchUpFile(folders: Folders, objects: ObjectDatabase, { path, before, after }: Difference): void {
  const file = lookAtWorkFile(folders.workTree, path)
  if (!isThere(file, before)) return
  if (after === null) removeFile(folders.workTree, path)
  else placeFile(folders.workTree, path, after, stageFile(folders.commonDirectory, objects, after), objects)
}
