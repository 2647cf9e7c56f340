import { closeSync, fsyncSync, linkSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { makeFolder, systemCode, writeFully } from '../disk/durable.ts'
import { isGone, isOwner, newOwner } from './owner.ts'

/**
 * How a lock left behind by a killed process is told from one that git holds. Every lock of ours is a second name (a hard
 * link) of a file in `.git/annex/owners`, whose own name says which process made it and where the lock stands. When that
 * process is gone and both names still lead to the same file, the lock is ours and stale. Locks of others are never broken.
 */
export interface OwnerFile {
  path: string
  /** An open file descriptor for writing. */
  file: number
}

const LONGEST_NAME = 250

/** The folder of our own in `.git`. */
export function annexFolder(commonDirectory: string): string {
  return join(commonDirectory, 'annex')
}

function ownersFolder(commonDirectory: string): string {
  return join(annexFolder(commonDirectory), 'owners')
}

/** @param lock the lock's path relative to `commonDirectory`, or an empty string for a turn */
export function createOwnerFile(commonDirectory: string, lock: string): OwnerFile {
  const folder = ownersFolder(commonDirectory)
  makeFolder(folder)
  const owner = newOwner()
  const full = `${owner}@${encodeURIComponent(lock)}`
  const name = full.length <= LONGEST_NAME ? full : `${owner}@`
  const path = join(folder, name)
  const made = { path, file: openSync(path, 'wx', 0o666) }
  if (lock === '') writeName(made, name)
  return made
}

/** A turn's file says who has it. Others read it as soon as it is linked, also after a power cut: it is whole before. */
function writeName(made: OwnerFile, name: string): void {
  try {
    writeFully(made.file, Buffer.from(name), 0)
    fsyncSync(made.file)
  } catch (cause) {
    dropOwnerFile(made)
    throw cause
  }
}

/** Gives the file its second name. Returns false when that name is taken. */
export function linkOwnerFile(owner: OwnerFile, path: string): boolean {
  try {
    linkSync(owner.path, path)
    return true
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
    throw cause
  }
}

/** Whether the owner file of that name is there and its process may still run. What is no owner's name names nobody. */
export function isHeld(commonDirectory: string, name: string): boolean {
  if (!name.endsWith('@') || !isOwner(name.slice(0, -1))) return false
  return inodeOf(join(ownersFolder(commonDirectory), name)) !== null && !isGone(name)
}

/** Removes what processes that are gone left behind: their locks, then their owner files. Only for who has the turn. */
export function sweepOwners(commonDirectory: string): void {
  const folder = ownersFolder(commonDirectory)
  for (const name of readdirSync(folder)) {
    if (!isGone(name)) continue
    const path = join(folder, name)
    const lock = resolve(commonDirectory, decodeURIComponent(name.slice(name.indexOf('@') + 1)))
    const inside = lock.startsWith(`${resolve(commonDirectory)}${sep}`) && lock.endsWith('.lock')
    if (inside && inodeOf(lock) === inodeOf(path)) rmSync(lock, { force: true })
    rmSync(path, { force: true })
  }
}

/** Gives up an owner file; the lock's own name is not touched. */
export function dropOwnerFile(owner: OwnerFile): void {
  closeSync(owner.file)
  rmSync(owner.path, { force: true })
}

function inodeOf(path: string): bigint | null {
  try {
    return statSync(path, { bigint: true }).ino
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) return null
    throw cause
  }
}
