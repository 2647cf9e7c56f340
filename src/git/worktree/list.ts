import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../disk/durable.ts'
import { isDotGit } from '../disk/safe-path.ts'

/** The paths of all files and links below a folder of the work tree, without `.git` and without repositories inside. */
export function listWorkFiles(workTree: string, folder: string): string[] {
  return entriesOf(join(workTree, folder)).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (isDotGit(entry.name)) return []
    if (!entry.isDirectory()) return [path]
    const inner = entriesOf(join(workTree, path))
    return inner.some((each) => each.name === '.git') ? [] : listWorkFiles(workTree, path)
  })
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) return []
    throw cause
  }
}
