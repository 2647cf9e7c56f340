import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { basename, delimiter, dirname, isAbsolute, join, relative } from 'node:path'
import { MISSING, unlessMissing } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'

/**
 * Returns the path of a program: in the folders of PATH that are absolute and outside the repository. So nothing that a
 * repository contains is run because of its name.
 * @throws GitError not-found
 */
export function requireProgram(name: string, purpose: string, folders: Folders): string {
  const found = findProgram(name, folders)
  if (found !== null) return found
  throw new GitError('not-found', `${purpose} requires the program ${name}, which was not found`, `install ${name}`)
}

/** Returns null when the program is not found. */
export function findProgram(name: string, folders: Folders): string | null {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name]
  const candidates = searchPath(folders).flatMap((folder) => names.map((each) => join(folder, each)))
  return candidates.find((path) => isProgram(path) && !isInside(path, folders)) ?? null
}

/** Returns the environment of a program that is run: PATH without the repository's folders, messages in English. */
export function programEnvironment(folders: Folders): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH')
  return { ...Object.fromEntries(others), PATH: searchPath(folders).join(delimiter), LC_ALL: 'C' }
}

function searchPath(folders: Folders): string[] {
  const path = Object.entries(process.env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? ''
  return path.split(delimiter).filter((folder) => isAbsolute(folder) && !isInside(folder, folders))
}

function isInside(path: string, { workTree, commonDirectory }: Folders): boolean {
  const main = basename(commonDirectory) === '.git' ? dirname(commonDirectory) : commonDirectory
  return [workTree, main].some((folder) => {
    const inner = relative(realPath(folder), realPath(path))
    return inner === '' || (inner.split(/[\\/]/)[0] !== '..' && !isAbsolute(inner))
  })
}

function realPath(path: string): string {
  return unlessMissing(() => realpathSync(path), path, [...MISSING, 'EACCES', 'ELOOP'])
}

function isProgram(path: string): boolean {
  const work = () => {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  }
  return unlessMissing(work, false, [...MISSING, 'EACCES', 'ELOOP'])
}
