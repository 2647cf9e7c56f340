import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { git, newFolder } from '../scenarios/annex.ts'
import { runInResident } from '../scenarios/resident/resident.ts'

let keys: string | undefined

/** The file of a person's private key; `.pub` beside it. The key is made when it is first asked for. */
export function keyOf(who: string): string {
  keys ??= newFolder()
  const file = join(keys, who)
  if (!existsSync(file)) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', who, '-f', file])
  return file
}

/** What makes git and the program work for a person. `nobody` is the clerk, who signs nothing. */
function environmentOf(who: string, day?: string): NodeJS.ProcessEnv {
  const name = who === 'nobody' ? 'clerk' : who
  const settings: [string, string][] = [
    ['gpg.format', 'ssh'],
    ['commit.gpgSign', String(who !== 'nobody')],
    ['tag.gpgSign', String(who !== 'nobody')],
    ['user.signingKey', keyOf(name)],
  ]
  const counted = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return {
    ...process.env,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: `${name}@example.org`,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: `${name}@example.org`,
    ...(day === undefined ? {} : { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }),
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(counted),
  }
}

/** Commits everything as a person. */
export function commitAs(folder: string, who: string, subject: string, day?: string): void {
  git(folder, 'add', '--all')
  gitAs(folder, who, ['commit', '-q', '--allow-empty', '-m', subject], day)
}

/** Runs git as a person. */
export function gitAs(folder: string, who: string, words: readonly string[], day?: string): void {
  const { status, stderr } = spawnSync('git', words, { cwd: folder, encoding: 'utf8', env: environmentOf(who, day) })
  if (status !== 0) throw new Error(`git ${words.join(' ')} ended with ${status}\n${stderr}`)
}

/** Runs a command as a person; it must end with 0. */
export function annexAs(folder: string, who: string, ...words: string[]): string {
  const { status, stdout, stderr } = triedAs(folder, who, ...words)
  if (status !== 0) throw new Error(`annex ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/** Runs a command as a person, however it ends. */
export function triedAs(folder: string, who: string, ...words: string[]) {
  return runInResident({ words, folder, env: environmentOf(who) })
}
