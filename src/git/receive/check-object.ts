import { troubleWithName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { parseCommit } from '../objects/commit.ts'
import type { ObjectType } from '../objects/object.ts'
import { parseTree } from '../objects/raw-tree.ts'
import { parseTag } from '../objects/tag.ts'
import { EXECUTABLE, FILE, FOLDER, SUBMODULE, SYMBOLIC_LINK } from '../objects/tree.ts'
import { wordsOf } from './limits.ts'

/** `100664` is a mode of early releases of git. */
const MODES = new Set([FOLDER, FILE, EXECUTABLE, SYMBOLIC_LINK, SUBMODULE, '100664'])

/** Returns what is wrong with an object that was received, as git-fsck(1) would; null if nothing is. */
export function troubleWithObject(id: string, type: ObjectType, bytes: Buffer): string | null {
  try {
    if (type === 'commit') parseCommit(id, bytes)
    if (type === 'tag') parseTag(id, bytes)
    if (type === 'tree') return troubleWithTree(id, bytes)
    return null
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause
    return `${type} ${id} is damaged`
  }
}

function troubleWithTree(id: string, bytes: Buffer): string | null {
  for (const { mode, name } of parseTree(bytes)) {
    if (!MODES.has(mode)) return `tree ${id} has an entry of the unknown mode ${mode}`
    const trouble = troubleWithName(name)
    if (trouble !== null) return `tree ${id} has the name ${JSON.stringify(wordsOf(name))}, which ${trouble}`
  }
  return null
}
