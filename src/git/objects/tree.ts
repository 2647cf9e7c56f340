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

function sortKey({ mode, name, raw = Buffer.from(name) }: TreeEntry): Buffer {
  return mode === FOLDER ? Buffer.concat([raw, SLASH]) : raw
}
