import { type BigIntStats, lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { explainStorage, MISSING, replaceDurably, systemCode, unlessMissing } from '../disk/durable.ts'
import { checkPath } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { objectIdOf } from '../objects/object.ts'
import { SUBMODULE, SYMBOLIC_LINK, type TreeEntry } from '../objects/tree.ts'
import type { IndexEntry } from './index-file.ts'

/** What is at a path in the work tree. */
type WorkFile =
  | { kind: 'nothing' }
  | { kind: 'folder' }
  /** A named pipe, device or socket, or a path that leads through a symbolic link. */
  | { kind: 'other' }
  /** `ids`: the blob ids of its bytes as they are, and with CRLF as LF. */
  | { kind: 'file' | 'link'; ids: string[] }

/** Reads what is at a path, without following any symbolic link. */
export function lookAtWorkFile(workTree: string, path: string): WorkFile {
  if (leadsThroughLink(workTree, path)) return { kind: 'other' }
  const full = join(workTree, path)
  const stat = statOf(full)
  try {
    if (stat === undefined) return { kind: 'nothing' }
    if (stat.isDirectory()) return { kind: 'folder' }
    if (stat.isSymbolicLink()) return { kind: 'link', ids: [objectIdOf('blob', Buffer.from(readlinkSync(full)))] }
    if (!stat.isFile()) return { kind: 'other' }
    const bytes = readFileSync(full)
    const unix = withUnixLineEnds(bytes)
    const ids = [objectIdOf('blob', bytes)]
    return { kind: 'file', ids: unix === bytes ? ids : [...ids, objectIdOf('blob', unix)] }
  } catch (cause) {
    if (MISSING.includes(systemCode(cause))) return { kind: 'nothing' }
    throw cause
  }
}

/** Returns whether a folder in the path is a symbolic link. */
export function leadsThroughLink(workTree: string, path: string): boolean {
  const parts = path.split('/')
  return parts.slice(1).some((_, index) => {
    const folder = join(workTree, ...parts.slice(0, index + 1))
    return statOf(folder)?.isSymbolicLink() ?? false
  })
}

/** Returns the status of a path itself, not of a link's target; undefined when it does not exist. */
export function statOf(path: string): BigIntStats | undefined {
  return unlessMissing(() => lstatSync(path, { bigint: true }), undefined, MISSING)
}

/** Returns text with CRLF as LF. Bytes that contain a zero byte are binary, as for git, and are returned unchanged. */
export function withUnixLineEnds(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n') || bytes.includes(0)) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** Returns whether the work tree has the blob `id` with this mode there (null: nothing). */
export function matchesEntry(file: WorkFile, entry: { id: string; mode: string } | null): boolean {
  if (entry === null) return file.kind === 'nothing'
  if (entry.mode === SUBMODULE) return file.kind === 'folder' || file.kind === 'nothing'
  const kind = entry.mode === SYMBOLIC_LINK ? 'link' : 'file'
  return file.kind === kind && file.ids.includes(entry.id)
}

/**
 * Returns the index entry for a tree entry. When the file on disk is the same, its times and size are included, so that
 * git does not need to read it again to see that it is unchanged.
 */
export function makeIndexEntry(workTree: string, path: string, entry: TreeEntry): IndexEntry {
  const stat = statOf(join(workTree, path))
  const isSame = matchesEntry(lookAtWorkFile(workTree, path), entry)
  return {
    raw: Buffer.from(path),
    path,
    mode: Number.parseInt(entry.mode, 8),
    id: entry.id,
    stat: isSame && stat !== undefined ? statBytes(stat) : Buffer.alloc(40),
    flags: 0,
    extended: 0,
  }
}

function statBytes(stat: BigIntStats): Buffer {
  const bytes = Buffer.alloc(40)
  const second = 1_000_000_000n
  const fields = [stat.ctimeNs / second, stat.ctimeNs % second, stat.mtimeNs / second, stat.mtimeNs % second]
  fields.push(stat.dev, stat.ino, stat.mode, stat.uid, stat.gid, stat.size)
  for (const [index, field] of fields.entries()) bytes.writeUInt32BE(Number(BigInt.asUintN(32, field)), index * 4)
  return bytes
}

/** Returns whether size and time on disk are those in the index, and the time is older than the index itself. */
export function looksUnchanged(entry: IndexEntry, stat: BigIntStats, indexTime: bigint): boolean {
  const now = statBytes(stat)
  const sameTimes = now.compare(entry.stat, 8, 16, 8, 16) === 0
  const sameSize = now.compare(entry.stat, 36, 40, 36, 40) === 0
  return sameTimes && sameSize && stat.mtimeNs < indexTime
}

/**
 * Writes a file in one step: readers find the old text or the new one. A symbolic link stays a link; its target is written.
 * Permissions stay as they were.
 * @throws GitError not-found when its folder is missing, storage
 */
export function writeTextFile(path: string, text: string | Uint8Array): void {
  try {
    const target = isLink(path) ? realpathSync(path) : resolve(path)
    if (statOf(dirname(target)) === undefined) throw noFolder(dirname(target))
    replaceDurably(target, typeof text === 'string' ? new TextEncoder().encode(text) : text)
  } catch (cause) {
    throw explainStorage(cause, path)
  }
}

/**
 * Writes a file of the work tree in one step.
 * @param path relative to the work tree, with `/`
 * @throws GitError invalid for a path that leaves the work tree, would-overwrite for a symbolic link, storage
 */
export function writeWorkTreeFile(repository: { workTree: string }, path: string, text: string): void {
  checkPath(path)
  let folder = repository.workTree
  for (const part of path.split('/')) {
    folder = join(folder, part)
    if (!isLink(folder)) continue
    throw new GitError(
      'would-overwrite',
      `${path} leads through a symbolic link`,
      'replace the link with the file or folder itself',
    )
  }
  writeTextFile(join(repository.workTree, path), text)
}

function isLink(path: string): boolean {
  return statOf(path)?.isSymbolicLink() ?? false
}

function noFolder(folder: string): GitError {
  return new GitError('not-found', `folder not found: ${folder}`, 'create it, or check the path')
}
