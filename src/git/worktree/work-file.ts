import { type BigIntStats, lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../disk/durable.ts'
import { objectIdOf } from '../objects/object.ts'
import { SUBMODULE, SYMBOLIC_LINK } from '../objects/tree.ts'

/** What stands at a path in the work tree. */
export type WorkFile =
  | { kind: 'nothing' }
  | { kind: 'folder' }
  /** A named pipe, device or socket, or a path that leads through a symbolic link. */
  | { kind: 'other' }
  /** `ids`: the blob it would make as it is, and with its line ends as LF. */
  | { kind: 'file' | 'link'; ids: string[] }

/** Looks at a path without following any symbolic link on the way. */
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
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) return { kind: 'nothing' }
    throw cause
  }
}

/** Whether a folder on the way is a symbolic link. */
export function leadsThroughLink(workTree: string, path: string): boolean {
  const parts = path.split('/')
  return parts.slice(1).some((_, index) => {
    const folder = join(workTree, ...parts.slice(0, index + 1))
    return statOf(folder)?.isSymbolicLink() ?? false
  })
}

/** What the disk says of a path itself, not of what a link leads to; undefined where nothing stands. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true })
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) return undefined
    throw cause
  }
}

/** Text with CRLF as LF; bytes that hold a zero are no text and stay (as git decides it). */
export function withUnixLineEnds(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n') || bytes.includes(0)) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** Whether what stands there is the blob `id` with this mode (null: nothing). */
export function isThere(file: WorkFile, entry: { id: string; mode: string } | null): boolean {
  if (entry === null) return file.kind === 'nothing'
  if (entry.mode === SUBMODULE) return file.kind === 'folder' || file.kind === 'nothing'
  const kind = entry.mode === SYMBOLIC_LINK ? 'link' : 'file'
  return file.kind === kind && file.ids.includes(entry.id)
}
