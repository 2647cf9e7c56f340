import { appendFileSync, existsSync, statSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder, systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { Signature } from '../objects/signature.ts'
import { formatSignature } from '../objects/signature.ts'
import type { Folders } from '../repository/repository.ts'
import { refFolder } from './read.ts'

/** One move of a ref, as `git reflog` shows it. */
export interface Move {
  from: string | null
  to: string
  who: Signature
  /** `commit: …`, `branch: …`; one line. */
  why: string
}

const NOTHING = '0'.repeat(40)

/** Appends a move to a ref's log, unless the configuration wants no logs (core.logAllRefUpdates). */
export function appendReflog(folders: Folders, ref: string, move: Move, wanted: boolean): void {
  const path = join(refFolder(folders, ref), 'logs', ref)
  if (!isLogged(ref) || (!wanted && !existsSync(path))) return
  const why = move.why.replace(/\s+/g, ' ').trim()
  try {
    makeFolder(dirname(path))
    appendWhole(path, `${move.from ?? NOTHING} ${move.to} ${formatSignature(move.who)}\t${why}\n`)
  } catch (cause) {
    if (!['EISDIR', 'ENOTDIR', 'EEXIST'].includes(systemCode(cause))) throw cause
    const message = `the log of ${ref} finds no room: logs of branches that are gone lie at ${path} or above it`
    throw new GitError('already-exists', message, 'remove those, or choose another name', { cause })
  }
}

/** git keeps logs of branches, remote branches, notes and HEAD, not of tags. */
function isLogged(ref: string): boolean {
  return ref === 'HEAD' || /^refs\/(heads|remotes|notes)\//.test(ref)
}

/** Appends a line or nothing: a full disk leaves no half of it. */
function appendWhole(path: string, line: string): void {
  const size = existsSync(path) ? statSync(path).size : 0
  try {
    appendFileSync(path, line)
  } catch (cause) {
    if (systemCode(cause) !== 'EISDIR' && existsSync(path)) truncateSync(path, size)
    throw cause
  }
}
