import { fchmodSync, fstatSync, fsyncSync, ftruncateSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inFolder, syncFolder, writeFully } from '../disk/durable.ts'
import { share } from '../disk/sharing.ts'
import { GitError } from '../git-error.ts'
import type { Store } from '../repository/repository.ts'
import { createOwnerFile, dropOwnerFile, linkOwnerFile } from './owner-files.ts'

/** A lock as git uses it: whoever writes `target` creates `<target>.lock` and renames it to `target` when it is written. */
export interface FileLock {
  /** Writes bytes to the lock file and flushes them (fsync), so that `publish` of no more bytes cannot fail on a full disk. */
  prepare(bytes: Uint8Array): void
  /** Replaces the target with these bytes, flushed to disk, and releases the lock. */
  publish(bytes: Uint8Array): void
  /** Releases the lock; the target stays as it was. Does nothing after `publish`. */
  release(): void
}

/** How long to wait for a lock that git holds, in milliseconds. git holds one only while it writes one file. */
const PATIENCE = 4_000

/**
 * Takes git's lock on a file. Only for the process that has the turn (inTurn): any lock found is then another program's.
 * @param target full path of the file to write, below `commonDirectory`
 * @throws GitError locked, naming the lock, its age and what to do
 */
export async function lockFile(store: Store, target: string): Promise<FileLock> {
  const path = `${target}.lock`
  const owner = createOwnerFile(store, relative(store.commonDirectory, path))
  const start = performance.now()
  try {
    // `git pack-refs` removes empty folders at any moment.
    while (!inFolder(dirname(path), () => linkOwnerFile(owner, path))) {
      if (performance.now() - start > PATIENCE) throw lockedByOthers(path)
      await pause(5 + Math.random() * 10)
    }
  } catch (cause) {
    dropOwnerFile(owner)
    throw cause
  }
  // The new file keeps the permissions of the one it replaces.
  const before = statSync(target, { throwIfNoEntry: false })?.mode ?? 0
  if (before !== 0 && before !== fstatSync(owner.file).mode) fchmodSync(owner.file, before & 0o777)
  share(owner.path)
  let isHeld = true
  const write = (bytes: Uint8Array): void => {
    writeFully(owner.file, bytes, 0)
    ftruncateSync(owner.file, bytes.length)
    fsyncSync(owner.file)
  }
  return {
    prepare: write,
    publish(bytes) {
      write(bytes)
      renameSync(path, target)
      isHeld = false
      dropOwnerFile(owner)
      syncFolder(dirname(target))
    },
    release() {
      if (!isHeld) return
      isHeld = false
      rmSync(path, { force: true })
      dropOwnerFile(owner)
    },
  }
}

function lockedByOthers(path: string): GitError {
  const remedy = `wait until git has finished; if no git process runs any more, remove ${path}`
  return new GitError('locked', `${path} is held by another program${ageOf(path)}`, remedy)
}

function ageOf(path: string): string {
  try {
    return ` since ${durationText((Date.now() - statSync(path).mtimeMs) / 1000)}`
  } catch {
    return ''
  }
}

/** Returns `40 s`, `12 min`, `3 h` or `5 days`: the largest unit of which there are at least two. */
export function durationText(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'days'],
    [3_600, 'h'],
    [60, 'min'],
  ]
  const [size, unit] = units.find(([length]) => seconds >= 2 * length) ?? [1, 's']
  return `${Math.max(0, Math.round(seconds / size))} ${unit}`
}
