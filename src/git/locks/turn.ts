import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder, systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { processOf } from './owner.ts'
import { annexFolder, createOwnerFile, dropOwnerFile, isHeld, linkOwnerFile, sweepOwners } from './owner-files.ts'

/**
 * One writer at a time. `.git/annex/turns` holds numbered files; the highest says whose turn it is. It is over when its
 * owner file is gone or its process is. The next writer makes the next number, which only one can (a hard link fails when
 * the name is taken); numbers never go back, so a turn that looked free to two writers is given to one.
 */
const PATIENCE = 120_000
const PAUSE = 8
/** Old numbers kept, so that a writer that was asleep cannot take one anew. */
const KEPT = 64

/**
 * Does `work` while no other `annex` process writes to this repository. Writers queue.
 * @throws GitError locked after two minutes
 */
export async function inTurn<Result>(commonDirectory: string, work: () => Promise<Result>): Promise<Result> {
  const release = await takeTurn(commonDirectory)
  try {
    return await work()
  } finally {
    release()
  }
}

/** Does `work` where nobody has the turn; else nothing. */
export async function inTurnIfFree(commonDirectory: string, work: () => Promise<void>): Promise<void> {
  const { release } = tryTurn(commonDirectory, turnsFolder(commonDirectory))
  if (release === null) return
  try {
    await work()
  } finally {
    release()
  }
}

async function takeTurn(commonDirectory: string): Promise<() => void> {
  const folder = turnsFolder(commonDirectory)
  const start = performance.now()
  for (;;) {
    const { holder, release } = tryTurn(commonDirectory, folder)
    if (release) return release
    if (performance.now() - start > PATIENCE) throw waitedTooLong(holder, folder)
    await pause(PAUSE + Math.random() * PAUSE)
  }
}

function turnsFolder(commonDirectory: string): string {
  const folder = join(annexFolder(commonDirectory), 'turns')
  makeFolder(folder)
  return folder
}

function tryTurn(commonDirectory: string, folder: string): { holder: string | null; release: (() => void) | null } {
  const latest = latestTurn(folder)
  const holder = latest === 0 ? null : holderOf(commonDirectory, folder, latest)
  return { holder, release: holder === null ? claim(commonDirectory, folder, latest + 1) : null }
}

function claim(commonDirectory: string, folder: string, number: number): (() => void) | null {
  const owner = createOwnerFile(commonDirectory, '')
  const path = join(folder, String(number))
  const mine = linkOwnerFile(owner, path)
  if (!mine || latestTurn(folder) !== number) {
    if (mine) rmSync(path, { force: true })
    dropOwnerFile(owner)
    return null
  }
  sweepOwners(commonDirectory)
  for (const old of turns(folder)) if (old <= number - KEPT) rmSync(join(folder, String(old)), { force: true })
  return () => dropOwnerFile(owner)
}

function turns(folder: string): number[] {
  return readdirSync(folder).map(Number).filter(Number.isSafeInteger)
}

function latestTurn(folder: string): number {
  return Math.max(0, ...turns(folder))
}

/** Who has the turn of that number; null when it is over. */
function holderOf(commonDirectory: string, folder: string, number: number): string | null {
  try {
    const name = readFileSync(join(folder, String(number)), 'utf8')
    return isHeld(commonDirectory, name) ? name : null
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null
    throw cause
  }
}

function waitedTooLong(holder: string | null, folder: string): GitError {
  const who = holder === null ? 'other annex processes keep' : `process ${processOf(holder)} keeps`
  const remedy = `wait for it; if no such process runs on any machine that shares this folder, remove ${folder}`
  return new GitError('locked', `${who} this repository locked`, remedy)
}
