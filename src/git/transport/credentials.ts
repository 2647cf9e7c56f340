import { spawnSync } from 'node:child_process'
import { readConfiguration } from '../configuration/configuration.ts'
import { findProgram } from '../programs/find-program.ts'
import { isolateGit } from '../programs/isolated-git.ts'
import type { AskCredentials, Store } from '../repository/repository.ts'
import { whilePrompting } from '../repository/terminal-prompt.ts'

export interface Credentials {
  username?: string
  password?: string
  cancel?: boolean
}

/** The address that requires authentication, and the user and password in the remote's own address. */
export interface Login {
  /** The repository: its name for this program (Store.program) is that of the variables with credentials. */
  folders: Store
  /** Without user and password. */
  url: string
  /** Whether the remote's server redirected the request to another server. */
  isElsewhere: boolean
  username?: string | undefined
  password?: string | undefined
}

/** Where credentials came from. The rejection is reported to a helper only if the helper gave the password. */
type Source = 'environment' | 'helper' | 'person'

/** The callbacks that isomorphic-git calls for authentication. */
interface Authenticator {
  onAuth(): Promise<Credentials>
  onAuthSuccess(url: string, given: Credentials): void
  onAuthFailure(url: string, given: Credentials): Credentials
}

/** Returns the names of the environment variables with user name and password (a token serves as password). */
export function credentialVariables(program: string): { username: string; password: string } {
  const prefix = program.toUpperCase()
  return { username: `${prefix}_USERNAME`, password: `${prefix}_PASSWORD` }
}

/**
 * Returns callbacks that find credentials in this order: the environment, the remote's address, git's credential helpers,
 * and a person, who is asked once. When the address names a user, only that user's password is used. Credentials of the
 * environment are not sent to another server that the remote's server redirects to.
 * @param login returns the current address, which a redirect may change
 */
export function authenticator(login: () => Login, ask: AskCredentials | undefined): Authenticator {
  let answered: Credentials | null = null
  let source: Source = 'environment'
  const from = (which: Source, credentials: Credentials): Credentials => {
    source = which
    return credentials
  }
  return {
    async onAuth() {
      const current = login()
      if (answered !== null) return from('person', answered)
      const given = fromEnvironment(current) ?? fromAddress(current)
      if (given !== null) return from('environment', given)
      const helped = fromHelper(current)
      if (helped !== null) return from('helper', helped)
      answered = (await whilePrompting(() => ask?.(current.url, current.username))) ?? null
      return from('person', answered ?? { cancel: true })
    },
    onAuthSuccess(_, credentials) {
      if (source === 'helper' || source === 'person') tellHelper('approve', login(), credentials)
    },
    onAuthFailure(_, credentials) {
      if (source === 'helper') tellHelper('reject', login(), credentials)
      answered = null
      return { cancel: true }
    },
  }
}

function fromEnvironment({ isElsewhere, username, folders: { program } }: Login): Credentials | null {
  const names = credentialVariables(program)
  const password = process.env[names.password]
  if (isElsewhere || !password) return null
  return { username: process.env[names.username] || username || program, password }
}

function fromAddress({ username, password }: Login): Credentials | null {
  return password === undefined ? null : { username: username ?? '', password }
}

/** Returns what `git credential fill` answers; git does not ask on the terminal. */
function fromHelper(login: Login): Credentials | null {
  if (findProgram('git', login.folders) === null) return null
  const answer = gitCredential('fill', login, describe(login, login.username))
  const username = /^username=(.*)$/m.exec(answer)?.[1]
  const password = /^password=(.*)$/m.exec(answer)?.[1]
  if (username === undefined || password === undefined) return null
  return login.username === undefined || login.username === username ? { username, password } : null
}

function tellHelper(verdict: 'approve' | 'reject', login: Login, { username, password }: Credentials): void {
  if (username === undefined || password === undefined) return
  gitCredential(verdict, login, `${describe(login, username)}password=${password}\n`)
}

function describe({ url }: Login, username: string | undefined): string {
  const { protocol, host, pathname } = new URL(url)
  const user = username === undefined ? '' : `username=${username}\n`
  return `protocol=${protocol.replace(':', '')}\nhost=${host}\npath=${pathname.slice(1)}\n${user}`
}

/**
 * Asks git, which asks the helpers that the user's configuration names.
 * @throws GitError not-allowed when the repository's own configuration names one
 */
function gitCredential(action: string, { folders }: Login, input: string): string {
  const git = isolateGit(folders, readConfiguration(folders), ['credential.'], 'asking a credential helper')
  try {
    const env = { ...git.environment, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: process.env.GIT_ASKPASS ?? '' }
    const options = { cwd: git.folder, env, input: `${input}\n`, encoding: 'utf8' } as const
    const { status, stdout } = whilePrompting(() => spawnSync(git.program, ['credential', action], options))
    return status === 0 ? stdout : ''
  } finally {
    git.close()
  }
}
