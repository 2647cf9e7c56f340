import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { expectSound, repositoryWith } from '../fixture.ts'
import { bundle } from './programs.ts'

/** Why disks cannot be mounted here, or null when they can: Linux with user namespaces, or root. */
export function whyNoMounts(): string | null {
  const tried = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { encoding: 'utf8' })
  if (tried.status === 0) return null
  return `left out, because this system mounts no disk for the test: ${tried.error?.message ?? tried.stderr.trim()}`
}

interface Ending {
  pages: number
  recorded: boolean
  said: string
  moved: boolean
  nextSaid: string
  fsck: string
  status: string
  reflog: string
  leftovers: string
}

/**
 * On a disk with so few pages left: a clerk's record is there whole, or a clear error says that the disk is full and
 * nothing is left half written; once there is room again the next record is made. Returns whether it was recorded, by pages.
 */
export async function fillDisk(steps: number): Promise<boolean[]> {
  const repository = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
  const [clerk, program] = [await bundle('clerk'), await bundle('full-disk')]
  const disk = mkdtempSync(join(tmpdir(), 'annex-disk-'))
  const args = ['-rm', process.execPath, program, repository.workTree, clerk, disk, String(steps)]
  const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8', maxBuffer: 64_000_000 })
  expect(stderr).toBe('')
  const endings = stdout
    .trim()
    .split('\n')
    .map((line): Ending => JSON.parse(line))
  expect(endings).toHaveLength(steps)
  for (const ending of endings) {
    expect(ending).toMatchObject({ nextSaid: '', fsck: '', status: '', leftovers: '', moved: ending.recorded })
    if (!ending.recorded) expect(ending.said).toMatch(/^storage: .*the disk is full; free disk space/)
  }
  rmSync(disk, { recursive: true })
  return endings.map((ending) => ending.recorded)
}

/** In a folder mounted read-only: one clear line, and not a byte changed. */
export async function recordReadOnly(): Promise<void> {
  const repository = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
  const folder = repository.workTree
  const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" "$3" "$1" clerk 1'
  const args = ['-rm', 'sh', '-c', script, 'sh', folder, process.execPath, await bundle('clerk')]
  const { status, stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^storage: .*: the file system is read-only; mount it writable.*\n$/)
  expectSound(folder)
}
