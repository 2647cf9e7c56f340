import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Answers kept on disk between runs, each for one commit and one file: what a commit's id names never changes, so neither
 * does the answer. May be deleted at any time; several processes may share it; what is damaged is not used.
 */
export interface KeptAnswers {
  has(commit: string): boolean
  read(commit: string): Map<string, string> | null
  write(commit: string, answer: ReadonlyMap<string, string>): void
}

const KEPT = 8
/** Raised when the meaning of an answer changes. */
const EDITION = 1

/** @param commonDirectory `.git`; answers stand in `annex/cache` below it. @param path the document's file */
export function openKeptAnswers(commonDirectory: string, path: string): KeptAnswers {
  const key = createHash('sha256').update(`${EDITION}\n${path}`).digest('hex').slice(0, 16)
  const folder = join(commonDirectory, 'annex', 'cache', key)
  const names = new Set(namesIn(folder))
  return {
    has: (commit) => names.has(commit),
    read: (commit) => (names.has(commit) ? readAnswer(join(folder, commit)) : null),
    write(commit, answer) {
      try {
        mkdirSync(folder, { recursive: true })
        const temporary = join(folder, `${process.pid}.new`)
        writeFileSync(temporary, formatAnswer(answer))
        renameSync(temporary, join(folder, commit))
        removeOldest(folder)
      } catch {
        // Not kept: the repository is read-only or the disk full. The answer stands all the same.
      }
    },
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{40}$/.test(name))
  } catch {
    return []
  }
}

function formatAnswer(answer: ReadonlyMap<string, string>): string {
  const body = JSON.stringify([...answer])
  return `${createHash('sha256').update(body).digest('hex')}\n${body}`
}

function readAnswer(path: string): Map<string, string> | null {
  try {
    const text = readFileSync(path, 'utf8')
    const body = text.slice(65)
    if (createHash('sha256').update(body).digest('hex') !== text.slice(0, 64)) return null
    const pairs: [string, string][] = JSON.parse(body)
    return new Map(pairs)
  } catch {
    return null
  }
}

function removeOldest(folder: string): void {
  const aged = namesIn(folder).map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
  aged.sort((one, other) => other.time - one.time)
  for (const { name } of aged.slice(KEPT)) rmSync(join(folder, name), { force: true })
}
