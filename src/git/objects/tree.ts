import { GitError } from '../git-error.ts'

/** One line of a tree: `mode` as git writes it, in octal without a leading zero. */
export interface TreeEntry {
  mode: string
  name: string
  id: string
  /** The name's own bytes where they are not UTF-8, so that writing the tree again changes no name. */
  raw?: Buffer
}

export const FOLDER = '40000'
export const FILE = '100644'
export const EXECUTABLE = '100755'
export const SYMBOLIC_LINK = '120000'
export const SUBMODULE = '160000'

const SLASH = Buffer.from('/')

/** Returns whether the mode is that of a regular file. */
export function isFileMode(mode: string): boolean {
  return mode.startsWith('100')
}

/**
 * Parses a tree object's bytes. As git fsck does, refuses an empty name and one with a slash (fullPathname), two entries with one
 * name (duplicateEntries) and entries out of order (treeNotSorted): with any of them, a path could mean two files.
 * @throws GitError unreadable
 */
export function parseTree(bytes: Buffer): TreeEntry[] {
  const entries = parseEntries(bytes)
  const names = new Set(entries.map(({ name, raw }) => raw?.toString('latin1') ?? name))
  if (names.size < entries.length || !isSorted(entries)) throw damagedTree()
  return entries
}

function isSorted(entries: readonly TreeEntry[]): boolean {
  let before: Buffer | undefined
  return entries.every((entry) => {
    const key = sortKey(entry)
    const follows = before === undefined || Buffer.compare(before, key) < 0
    before = key
    return follows
  })
}

function sortKey({ mode, name, raw = Buffer.from(name) }: TreeEntry): Buffer {
  return mode === FOLDER ? Buffer.concat([raw, SLASH]) : raw
}

function parseEntries(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const zero = bytes.indexOf(0, space)
    const mode = bytes.toString('latin1', at, Math.max(space, at))
    if (!/^[0-7]{1,7}$/.test(mode) || zero < 0 || zero + 21 > bytes.length) throw damagedTree()
    const entry: TreeEntry = {
      mode,
      name: bytes.toString('utf8', space + 1, zero),
      id: bytes.toString('hex', zero + 1, zero + 21),
    }
    if (entry.name === '' || entry.name.includes('/')) throw damagedTree()
    if (entry.name.includes('\ufffd')) entry.raw = bytes.subarray(space + 1, zero)
    entries.push(entry)
    at = zero + 21
  }
  return entries
}

function damagedTree(): GitError {
  return new GitError('unreadable', 'a tree object is damaged', 'run `git fsck` and restore it from another clone')
}

/** Returns a tree object's bytes, its entries in git's order (a folder sorts as if its name ended with `/`). */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  const lines = entries.map((entry) => {
    const name = entry.raw ?? Buffer.from(entry.name)
    const parts = [Buffer.from(`${entry.mode} `), name, Buffer.from([0]), Buffer.from(entry.id, 'hex')]
    return { key: sortKey(entry), bytes: Buffer.concat(parts) }
  })
  lines.sort((one, other) => Buffer.compare(one.key, other.key))
  return Buffer.concat(lines.map((line) => line.bytes))
}
