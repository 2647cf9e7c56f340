import { fchmodSync, fstatSync, fsyncSync, ftruncateSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder, syncFolder, systemCode, writeFully } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { createOwnerFile, dropOwnerFile, linkOwnerFile } from './owner-files.ts'

/** A lock as git knows it: the file `<target>.lock`, made by who writes `target` and renamed to it when written. */
export interface FileLock {
  /** Writes bytes to the lock file and has the disk confirm them, so that `publish` of no more than these finds room. */
  prepare(bytes: Uint8Array): void
  /** Writes the target's new bytes and puts them in its place, confirmed by the disk. The lock is gone then. */
  publish(bytes: Uint8Array): void
  /** Gives the lock up; the target stays as it was. Does nothing after `publish`. */
  release(): void
}

/** How long to wait for a lock that git holds, in milliseconds: git holds one for as long as it writes one file. */
const PATIENCE = 4_000

/**
 * Takes git's lock on a file. Only for who has the turn (inTurn): then any lock in the way is another program's.
 * @param target full path of the file to be written, below `commonDirectory`
 * @throws GitError locked, naming the lock, its age and what to do
 */
export async function lockFile(commonDirectory: string, target: string): Promise<FileLock> {
  const path = `${target}.lock`
  const owner = createOwnerFile(commonDirectory, relative(commonDirectory, path))
  const start = performance.now()
  try {
    while (!tryLink(owner, path)) {
      if (performance.now() - start > PATIENCE) throw lockedByOthers(path)
      await pause(5 + Math.random() * 10)
    }
  } catch (cause) {
    dropOwnerFile(owner)
    throw cause
  }
  // The file that is made takes the place of one that others may read or write, or may not.
  const before = statSync(target, { throwIfNoEntry: false })?.mode ?? 0
  if (before !== 0 && before !== fstatSync(owner.file).mode) fchmodSync(owner.file, before & 0o777)
  let held = true
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
      held = false
      dropOwnerFile(owner)
      syncFolder(dirname(target))
    },
    release() {
      if (!held) return
      held = false
      rmSync(path, { force: true })
      dropOwnerFile(owner)
    },
  }
}

/** `git pack-refs` removes folders that it emptied at any moment. */
function tryLink(owner: Parameters<typeof linkOwnerFile>[0], path: string): boolean {
  for (let tries = 0; ; tries++) {
    try {
      makeFolder(dirname(path))
      return linkOwnerFile(owner, path)
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT' || tries === 5) throw cause
    }
  }
}

function lockedByOthers(path: string): GitError {
  const remedy = `wait until git is done; if no git runs any more, remove ${path}`
  return new GitError('locked', `${path} is held by another program${ageOf(path)}`, remedy)
}

function ageOf(path: string): string {
  try {
    return ` since ${durationText((Date.now() - statSync(path).mtimeMs) / 1000)}`
  } catch {
    return ''
  }
}

/** `40 s`, `12 min`, `3 h`, `5 days`: in the largest unit of which there are two or more. */
export function durationText(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'days'],
    [3_600, 'h'],
    [60, 'min'],
  ]
  const [size, unit] = units.find(([length]) => seconds >= 2 * length) ?? [1, 's']
  return `${Math.max(0, Math.round(seconds / size))} ${unit}`
}
