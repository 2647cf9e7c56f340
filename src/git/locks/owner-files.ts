import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { MISSING, makeFolder, systemCode, unlessMissing, writeFully } from '../disk/durable.ts'
import { share } from '../disk/sharing.ts'
import type { Store } from '../repository/repository.ts'

/**
 * Distinguishes a stale lock of a killed process from a lock that git holds. Every lock of ours is a hard link to a file in
 * `.git/PROGRAM/owners`, whose name says which process made it and where the lock is. When that process is gone and both
 * names still lead to the same file, the lock is stale and may be removed. Locks of other programs are never removed.
 */
interface OwnerFile {
  path: string
  /** An open file descriptor for writing. */
  file: number
}

/**
 * The process that holds a lock: `<machine>.<pid>.<start>.<random>`. The start (clock ticks since boot, 0 when unknown)
 * distinguishes a process from a later one with the same number. The machine distinguishes it from processes that cannot be seen
 * from here.
 */
type Owner = string

const LONGEST_NAME = 250

/** Returns the folder in `.git` that belongs to the program that uses the store. */
export function privateFolder(store: Pick<Store, 'commonDirectory' | 'program'>): string {
  return join(store.commonDirectory, store.program)
}

function ownersFolder(store: Store): string {
  return join(privateFolder(store), 'owners')
}

/** Creates an owner file. @param lock the lock's path relative to `commonDirectory`, or an empty string for a turn */
export function createOwnerFile(store: Store, lock: string): OwnerFile {
  const folder = ownersFolder(store)
  makeFolder(folder)
  const owner = newOwner()
  const full = `${owner}@${encodeURIComponent(lock)}`
  const name = full.length <= LONGEST_NAME ? full : `${owner}@`
  const path = join(folder, name)
  const made = { path, file: openSync(path, 'wx', 0o666) }
  share(path)
  if (lock === '') writeName(made, name)
  return made
}

/** Writes the owner's name into a turn's file before it is linked: others read it as soon as it has its second name. */
function writeName(made: OwnerFile, name: string): void {
  try {
    writeFully(made.file, Buffer.from(name), 0)
    fsyncSync(made.file)
  } catch (cause) {
    dropOwnerFile(made)
    throw cause
  }
}

/** Gives the file a second name. Returns false when that name is taken. */
export function linkOwnerFile(owner: OwnerFile, path: string): boolean {
  try {
    linkSync(owner.path, path)
    return true
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
    throw cause
  }
}

/** Returns whether the owner file of that name exists and its process may still run. */
export function isHeld(store: Store, name: string): boolean {
  if (!name.endsWith('@') || !isOwner(name.slice(0, -1))) return false
  return inodeOf(join(ownersFolder(store), name)) !== null && !isGone(name)
}

/** Removes the locks and owner files of processes that are gone. Only for the process that has the turn. */
export function sweepOwners(store: Store): void {
  const { commonDirectory } = store
  const folder = ownersFolder(store)
  for (const name of readdirSync(folder)) {
    if (!isGone(name)) continue
    const path = join(folder, name)
    const lock = resolve(commonDirectory, decodeURIComponent(name.slice(name.indexOf('@') + 1)))
    const isInside = lock.startsWith(`${resolve(commonDirectory)}${sep}`) && lock.endsWith('.lock')
    if (isInside && inodeOf(lock) === inodeOf(path)) rmSync(lock, { force: true })
    rmSync(path, { force: true })
  }
}

/** Closes and removes an owner file; the lock's own name is not touched. */
export function dropOwnerFile(owner: OwnerFile): void {
  closeSync(owner.file)
  rmSync(owner.path, { force: true })
}

function inodeOf(path: string): bigint | null {
  return unlessMissing(() => statSync(path, { bigint: true }).ino, null, MISSING)
}

/** Returns a new owner name for this process. */
export function newOwner(): Owner {
  return [machine(), process.pid, startOf(process.pid) ?? 0, randomBytes(6).toString('hex')].join('.')
}

/** Returns whether a text is a complete owner name. */
export function isOwner(text: string): boolean {
  return /^[0-9a-f]{8}\.\d+\.\d+\.[0-9a-f]{12}$/.test(text)
}

/** Returns whether that process certainly no longer runs. For a process on another machine this is never certain. */
export function isGone(owner: Owner): boolean {
  const [on, pid, start] = owner.split('.')
  if (on !== machine() || !/^\d+$/.test(pid ?? '')) return false
  if (!isRunning(Number(pid))) return true
  const since = startOf(Number(pid))
  return since === 'ended' || (since !== null && start !== '0' && since !== start)
}

/** Returns the process number in an owner's name. */
export function processOf(owner: Owner): string {
  return owner.split('.')[1] ?? 'unknown'
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return systemCode(cause) !== 'ESRCH'
  }
}

/** Returns field 22 of proc_pid_stat(5); `ended` for a process that its parent has not yet waited for; null if unknown. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
    return fields[19] ?? null
  } catch {
    return null
  }
}

let known: string | undefined

/** Returns 8 hexadecimal digits for this machine and its process number space (containers have their own). */
function machine(): string {
  known ??= createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8)
  return known
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
