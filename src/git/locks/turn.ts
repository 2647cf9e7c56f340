import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder, unlessMissing } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { Store } from '../repository/repository.ts'
import {
  createOwnerFile,
  dropOwnerFile,
  isHeld,
  linkOwnerFile,
  privateFolder,
  processOf,
  sweepOwners,
} from './owner-files.ts'

/**
 * One writer at a time. `.git/PROGRAM/turns` holds numbered files; the highest number names the process that may write. Its
 * turn ends when its owner file or its process is gone. The next writer makes the next number, which only one can: a hard
 * link fails when the name is taken. Numbers only grow, so a turn that looked free to two writers is given to one of them.
 */
const PATIENCE = 120_000
const PAUSE = 8
/** Number of old turn files kept, so that a process that was suspended cannot take an old number again. */
const KEPT = 64

/**
 * Does `work` while no other process of the same program writes to this repository. Writers queue.
 * @throws GitError locked after two minutes
 */
export async function inTurn<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  const release = await takeTurn(store)
  try {
    return await work()
  } finally {
    release()
  }
}

/** Does `work` if no process has the turn; otherwise nothing. */
export async function inTurnIfFree(store: Store, work: () => Promise<void>): Promise<void> {
  const { release } = tryTurn(store, turnsFolder(store))
  if (release === null) return
  try {
    await work()
  } finally {
    release()
  }
}

async function takeTurn(store: Store): Promise<() => void> {
  const folder = turnsFolder(store)
  const start = performance.now()
  for (;;) {
    const { holder, release } = tryTurn(store, folder)
    if (release) return release
    if (performance.now() - start > PATIENCE) throw waitedTooLong(store, holder, folder)
    await pause(PAUSE + Math.random() * PAUSE)
  }
}

function turnsFolder(store: Store): string {
  const folder = join(privateFolder(store), 'turns')
  makeFolder(folder)
  return folder
}

function tryTurn(store: Store, folder: string): { holder: string | null; release: (() => void) | null } {
  const latest = latestTurn(folder)
  const holder = latest === 0 ? null : holderOf(store, folder, latest)
  return { holder, release: holder === null ? claim(store, folder, latest + 1) : null }
}

function claim(store: Store, folder: string, number: number): (() => void) | null {
  const owner = createOwnerFile(store, '')
  const path = join(folder, String(number))
  const mine = linkOwnerFile(owner, path)
  if (!mine || latestTurn(folder) !== number) {
    if (mine) rmSync(path, { force: true })
    dropOwnerFile(owner)
    return null
  }
  sweepOwners(store)
  for (const old of turns(folder)) if (old <= number - KEPT) rmSync(join(folder, String(old)), { force: true })
  return () => dropOwnerFile(owner)
}

function turns(folder: string): number[] {
  return readdirSync(folder).map(Number).filter(Number.isSafeInteger)
}

function latestTurn(folder: string): number {
  return Math.max(0, ...turns(folder))
}

/** Returns the name of the process that has the turn of that number; null if the turn has ended. */
function holderOf(store: Store, folder: string, number: number): string | null {
  const name = unlessMissing(() => readFileSync(join(folder, String(number)), 'utf8'), null)
  return name !== null && isHeld(store, name) ? name : null
}

function waitedTooLong({ program }: Store, holder: string | null, folder: string): GitError {
  const who = holder === null ? `other ${program} processes keep` : `process ${processOf(holder)} keeps`
  const remedy = `wait for it; if no such process runs on any machine that shares this folder, remove ${folder}`
  return new GitError('locked', `${who} this repository locked`, remedy)
}
