import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder, NO_FILE, systemCode, unlessMissing } from '../disk/durable.ts'
import { share } from '../disk/sharing.ts'
import { GitError } from '../git-error.ts'
import { isObjectId } from '../objects/object.ts'
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

/** Appends a move to a ref's reflog, unless the configuration wants none (core.logAllRefUpdates). */
export function appendReflog(folders: Folders, ref: string, move: Move, wanted: boolean): void {
  const path = join(refFolder(folders, ref), 'logs', ref)
  if (!isLogged(ref) || (!wanted && !existsSync(path))) return
  const why = move.why.replace(/\s+/g, ' ').trim()
  try {
    makeFolder(dirname(path))
    appendWhole(path, `${move.from ?? NOTHING} ${move.to} ${formatSignature(move.who)}\t${why}\n`)
  } catch (cause) {
    if (!['EISDIR', 'ENOTDIR', 'EEXIST'].includes(systemCode(cause))) throw cause
    const message = `the reflog of ${ref} cannot be written: reflogs of deleted branches are at ${path} or above it`
    throw new GitError('already-exists', message, 'remove them, or choose another name', { cause })
  }
}

/**
 * Returns whether a ref has a reflog: as in git, branches, remote branches, notes and HEAD, not tags; and what the clone remembers
 * (memory/known-main.ts).
 */
function isLogged(ref: string): boolean {
  return ref === 'HEAD' || /^refs\/(heads|remotes|notes|[^/]+\/known)\//.test(ref)
}

/** Appends a line or nothing: on a full disk, the partial line is removed. */
function appendWhole(path: string, line: string): void {
  const size = existsSync(path) ? statSync(path).size : 0
  try {
    appendFileSync(path, line)
    if (size === 0) share(path)
  } catch (cause) {
    if (systemCode(cause) !== 'EISDIR' && existsSync(path)) truncateSync(path, size)
    throw cause
  }
}

/**
 * Returns where a ref was so many moves ago by its reflog (`main@{1}`, gitrevisions(7)); null if the reflog is missing or
 * too short.
 */
export function movesAgo(folders: Folders, ref: string, count: number): string | null {
  const moves = readLines(join(refFolder(folders, ref), 'logs', ref))
  const line = moves[moves.length - 1 - count]
  const id = line?.slice(41, 81) ?? (count === moves.length ? moves[0]?.slice(0, 40) : undefined)
  return id !== undefined && isObjectId(id) && !/^0+$/.test(id) ? id : null
}

function readLines(path: string): string[] {
  const text = unlessMissing(() => readFileSync(path, 'utf8'), '', NO_FILE)
  return text.split('\n').filter((line) => line !== '')
}
