import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

Object.assign(process.env, { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' })

/** An empty folder, gone after all tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annex-fuzz-'))
  folders.push(folder)
  return folder
}

const CLERK = {
  GIT_AUTHOR_NAME: 'A Clerk',
  GIT_AUTHOR_EMAIL: 'clerk@depositary.example',
  GIT_AUTHOR_DATE: '1900000000 +0100',
  GIT_COMMITTER_NAME: 'A Clerk',
  GIT_COMMITTER_EMAIL: 'clerk@depositary.example',
  GIT_COMMITTER_DATE: '1900000000 -0130',
}

/** What the git program says. */
export function git(folder: string, ...words: string[]): string {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...CLERK } } as const
  return execFileSync('git', words, { ...options, stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd()
}

/** What the git program says, or null where it refuses. */
export function gitOrNull(folder: string, ...words: string[]): string | null {
  const { status, stdout } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' })
  return status === 0 ? stdout : null
}

/** The same, its output as bytes. */
export function gitBytes(folder: string, ...words: string[]): Buffer {
  return execFileSync('git', words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
}

/** A repository that git itself made: a few commits, a merge, a tag, an edition, proposals, versions of a longer file. */
export function gitRepository(): string {
  const folder = newFolder()
  git(folder, 'init', '-q', '-b', 'main')
  mkdirSync(join(folder, 'annexes'))
  const write = (version: number) => {
    const lines = Array.from(
      { length: 60 },
      (_, line) => `line ${line}${line % 7 === version % 7 ? ` v${version}` : ''}\n`,
    )
    writeFileSync(join(folder, 'annexes/annex-1.yaml'), lines.join(''))
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', `Version ${version}`)
  }
  for (let version = 1; version <= 4; version += 1) write(version)
  git(folder, 'switch', '-qc', 'proposal/add-budapest')
  write(5)
  git(folder, 'switch', '-q', 'main')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Beside')
  git(folder, 'merge', '-q', '--no-ff', '-m', 'Adopt', 'proposal/add-budapest')
  git(folder, 'tag', '-a', '-m', 'The text', 'annex-1/v1')
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD~1')
  return folder
}

/** The paths of all files below a folder, with `/`. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
}
