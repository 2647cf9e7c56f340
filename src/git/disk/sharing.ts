import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'

/** Permissions that core.sharedRepository adds to what the umask gives (`group`, `all`), or sets instead of it (`0640`). */
export interface Sharing {
  bits: number
  isExact: boolean
}

const GROUP: Sharing = { bits: 0o660, isExact: false }
const ALL: Sharing = { bits: 0o664, isExact: false }

const NAMED: Record<string, Sharing | null> = {
  umask: null,
  false: null,
  no: null,
  off: null,
  '': null,
  '0': null,
  true: GROUP,
  yes: GROUP,
  on: GROUP,
  group: GROUP,
  '1': GROUP,
  all: ALL,
  world: ALL,
  everybody: ALL,
  '2': ALL,
}

/** Reads core.sharedRepository as git-config(1) says. A value that git does not know counts as unset. */
export function parseSharing(value: string | undefined): Sharing | null {
  const text = value?.trim().toLowerCase() ?? ''
  const named = NAMED[text]
  if (named !== undefined) return named
  const bits = /^0?[0-7]{3}$/.test(text) ? Number.parseInt(text, 8) : 0
  return (bits & 0o600) === 0o600 ? { bits: bits & 0o666, isExact: true } : null
}

/** Open repositories that are shared, by their common directory. Durable writes know only the path that they write to. */
const shared = new Map<string, Sharing>()

/** Makes files and folders that are created below a repository's common directory shared, or no longer. */
export function setSharing(commonDirectory: string, sharing: Sharing | null): void {
  if (sharing === null) shared.delete(commonDirectory)
  else shared.set(commonDirectory, sharing)
}

/** Gives a file or folder that was just created the permissions of its repository. Does nothing in one that is not shared. */
export function share(path: string): void {
  if (shared.size === 0 || process.platform === 'win32') return
  const sharing = sharingAt(path)
  if (sharing === undefined) return
  const { mode } = statSync(path)
  const wanted = sharedMode(mode, sharing)
  if ((mode & 0o7777) !== wanted) chmodSync(path, wanted)
}

function sharingAt(path: string): Sharing | undefined {
  const folder = [...shared.keys()].find((each) => path === each || path.startsWith(each + sep))
  return folder === undefined ? undefined : shared.get(folder)
}

const FOLDER = 0o040000
const KIND = 0o170000
/** What is created in such a folder gets the folder's group. */
const SET_GROUP = 0o2000

/** Returns a mode as git's adjust_shared_perm changes it. */
export function sharedMode(mode: number, { bits, isExact }: Sharing): number {
  const writable = (mode & 0o200) === 0 ? bits & ~0o222 : bits
  const executable = (mode & 0o100) === 0 ? writable : writable | ((writable & 0o444) >> 2)
  const plain = isExact ? (mode & 0o7000) | executable : (mode & 0o7777) | executable
  if ((mode & KIND) !== FOLDER) return plain
  const folder = plain | ((plain & 0o444) >> 2)
  return (folder & 0o060) === 0 ? folder : folder | SET_GROUP
}

/** Creates a folder and those above it, shared as their repository is. Returns the first one created; undefined if all existed. */
export function makeSharedFolders(path: string): string | undefined {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined || shared.size === 0) return first
  for (let at = path; at.startsWith(first); at = dirname(at)) share(at)
  return first
}
