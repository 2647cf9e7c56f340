import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect } from 'vitest'
import { initRepository, type Repository } from '../../src/git/index.ts'
import { TREATY_STORE } from '../../src/workflows/record/treaty-repository.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder of its own, gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annex-store-'))
  folders.push(folder)
  return folder
}

export const CLERK = { GIT_AUTHOR_NAME: 'A Clerk', GIT_AUTHOR_EMAIL: 'clerk@depositary.example' }
Object.assign(process.env, CLERK, {
  GIT_COMMITTER_NAME: CLERK.GIT_AUTHOR_NAME,
  GIT_COMMITTER_EMAIL: CLERK.GIT_AUTHOR_EMAIL,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
})

/** What the git binary says. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd()
}

/** Words as bytes, by path; null deletes. */
export function files(words: Record<string, string | null>): Map<string, Uint8Array | null> {
  return new Map(Object.entries(words).map(([path, text]) => [path, text === null ? null : Buffer.from(text)]))
}

/** Creates a repository without a commit. */
export function newRepository(folder = emptyFolder()): Promise<Repository> {
  return initRepository(folder, { ...TREATY_STORE, branch: 'main', description: 'A test' })
}

/** A repository whose main holds these files. */
export async function repositoryWith(words: Record<string, string>): Promise<Repository> {
  const repository = await newRepository()
  await repository.commit({ branch: 'main', expected: null, message: 'Begin', files: files(words) })
  return repository
}

/** What the file says in the work tree. */
export function readWork(repository: Repository, path: string): string {
  return readFileSync(join(repository.workTree, path), 'utf8')
}

/** Edits a file as a user with an editor does. */
export function writeWork(repository: Repository, path: string, text: string): void {
  const full = join(repository.workTree, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

/** git itself finds nothing wrong and nothing uncommitted. */
export function expectSound(folder: string): void {
  expect(git(folder, 'status', '--porcelain')).toBe('')
  expect(git(folder, 'fsck', '--strict', '--no-dangling')).toBe('')
}
