import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInResident } from './resident/resident.ts'

/** The folder of package.json. */
export const home = fileURLToPath(new URL('../..', import.meta.url))

const PROGRAM = join(home, 'bin/run.js')

/** Whoever runs the tests: the record needs a name. */
export const CLERK = {
  GIT_AUTHOR_NAME: 'Clerk',
  GIT_AUTHOR_EMAIL: 'clerk@example.org',
  GIT_COMMITTER_NAME: 'Clerk',
  GIT_COMMITTER_EMAIL: 'clerk@example.org',
}

export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs one command line in a folder. */
export function annex(folder: string, ...words: string[]): Run {
  const isForResident = words[0] !== '--complete' && !words.includes('--version')
  return isForResident
    ? runInResident({ words, folder, env: { ...process.env, ...CLERK } })
    : annexWith({}, folder, ...words)
}

/**
 * Runs it as a user does: in a process of its own, with other environment variables. What only a new process can show needs this:
 * what is read once at the start, and what bin/run.js answers without loading the program.
 */
export function annexWith(environment: NodeJS.ProcessEnv, folder: string, ...words: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...CLERK, ...environment },
    input: '',
  })
  return { status, stdout, stderr }
}

/** Runs the program while the test goes on, for instance as a server that it talks to. */
export function annexBeside(folder: string, ...words: string[]): Promise<Run> {
  return annexBesideWith({}, folder, ...words)
}

/** The same with other environment variables. */
export async function annexBesideWith(
  environment: NodeJS.ProcessEnv,
  folder: string,
  ...words: string[]
): Promise<Run> {
  const env = { ...process.env, ...CLERK, ...environment }
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder, env })
  child.stdin.end()
  const run = { stdout: '', stderr: '' }
  child.stdout.on('data', (part: Buffer) => {
    run.stdout += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    run.stderr += part.toString()
  })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, ...run }
}

/** Runs it, and fails the test unless it ends with 0. */
export function annexDone(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = annex(folder, ...words)
  if (status !== 0) throw new Error(`annex ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/** The JSON that a command prints; the test says which exit code it expects. */
export function annexJson(folder: string, ...words: string[]): { status: number | null; json: unknown } {
  const { status, stdout } = annex(folder, ...words, '--json')
  return { status, json: JSON.parse(stdout) }
}

/** A new empty folder outside any repository. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'annex-test-'))
}

/** The environment variable that names the folder of repositories made before the tests. */
export const TEMPLATES = 'ANNEX_TEST_TEMPLATES'

/** A repository as `annex init` makes it. */
export function newRepository(): string {
  return copyOf('new')
}

/** The same with the thirty-six Parties of the exercise. */
export function exerciseRepository(): string {
  return copyOf('exercise')
}

function copyOf(template: 'new' | 'exercise'): string {
  const templates = process.env[TEMPLATES]
  if (templates === undefined) throw new Error(`${TEMPLATES} names no folder: run the tests with their configuration`)
  return copied(join(templates, template))
}

/** A copy of a repository, its history and work tree as they are. */
export function copied(repository: string): string {
  const folder = join(newFolder(), 'convention')
  cpSync(repository, folder, { recursive: true, preserveTimestamps: true })
  return folder
}

/** Runs git, and fails the test unless it ends with 0. */
export function git(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...CLERK },
  })
  if (status !== 0) throw new Error(`git ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}
