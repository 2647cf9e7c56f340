import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { AnnexError } from '../../treaty/index.ts'
import { isWithin } from '../../workflows/index.ts'
import { pathNamed } from './path-named.ts'
import { folderWithAnnexes } from './place.ts'

/** Folders of one repository that a user named on the command line, maybe with files of it beside them. */
export interface NamedFolders {
  /** The folder that holds annexes/. */
  root: string
  /** What was named, as paths from there with `/`; the folder itself is the empty path. */
  within: string[]
}

/**
 * The folders named, where any of the paths is one.
 * @throws AnnexError not-a-repository, not-found for what lies outside of annexes/: which files are meant there, nobody
 * can tell
 */
export function foldersNamed(paths: readonly string[], repo?: string): NamedFolders | undefined {
  const absolute = paths.map((path) => resolve(pathNamed(path, repo)))
  const folder = absolute.find(isFolder)
  if (folder === undefined) return undefined
  const root = folderWithAnnexes(folder)
  const within = absolute.map((path) => relative(root, path).split(sep).join('/'))
  const outside = within.findIndex((path) => path !== '' && !isWithin(path, ['annexes']))
  if (outside >= 0) throw outsideOfAnnexes(paths[outside] ?? '')
  return { root, within }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function outsideOfAnnexes(path: string): AnnexError {
  return new AnnexError('not-found', `${path} does not lie in annexes/`, 'name its files one by one')
}
