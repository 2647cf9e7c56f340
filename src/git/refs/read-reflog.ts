import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../disk/durable.ts'
import { isObjectId } from '../objects/object.ts'
import type { Folders } from '../repository/repository.ts'
import { refFolder } from './read.ts'

/**
 * Where a ref was so many moves ago, by its log (`main@{1}`, gitrevisions(7)); null where the log does not reach back so
 * far, or there is none.
 */
export function movesAgo(folders: Folders, ref: string, count: number): string | null {
  const moves = readLines(join(refFolder(folders, ref), 'logs', ref))
  const line = moves[moves.length - 1 - count]
  const id = line?.slice(41, 81) ?? (count === moves.length ? moves[0]?.slice(0, 40) : undefined)
  return id !== undefined && isObjectId(id) && !/^0+$/.test(id) ? id : null
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(systemCode(cause))) return []
    throw cause
  }
}
