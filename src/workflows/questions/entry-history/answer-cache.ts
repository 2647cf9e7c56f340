import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Answers on disk, each for one commit and one file; a commit never changes, so an answer stays valid. Can be deleted at any time
 * and shared by processes. A damaged answer is ignored.
 */
interface AnswerCache {
  has(commit: string): boolean
  read(commit: string): Map<string, string> | null
  write(commit: string, answer: ReadonlyMap<string, string>): void
}

const MOST_ANSWERS = 8
/** Increase it when the meaning of an answer changes. */
const FORMAT = 1

/** Opens the cache of one document. @param commonDirectory `.git`; answers are in its folder `annex/cache` */
export function openAnswerCache(commonDirectory: string, path: string): AnswerCache {
  const key = createHash('sha256').update(`${FORMAT}\n${path}`).digest('hex').slice(0, 16)
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
        // The repository is read-only or the disk is full. The answer is valid without the cache.
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
  for (const { name } of aged.slice(MOST_ANSWERS)) rmSync(join(folder, name), { force: true })
}
