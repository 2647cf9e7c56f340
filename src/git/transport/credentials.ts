import { spawnSync } from 'node:child_process'
import { whilePrompting } from '../repository/terminal-prompt.ts'

/** Asks a person for user name and password, or for a user's password, at an address; null if they give none. */
export type AskCredentials = (
  place: string,
  username?: string,
) => Promise<{ username: string; password: string } | null>

export interface Credentials {
  username?: string
  password?: string
  cancel?: boolean
}

/** The address that requires authentication, and the user and password in the remote's own address. */
export interface Login {
  /** The work tree whose configuration names the credential helpers. */
  workTree: string
  /** The program whose environment variables give credentials (Store.program). */
  program: string
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

function fromEnvironment({ isElsewhere, username, program }: Login): Credentials | null {
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

function gitCredential(action: string, { workTree: cwd }: Login, input: string): string {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: process.env.GIT_ASKPASS ?? '' }
  const options = { cwd, env, input: `${input}\n`, encoding: 'utf8' } as const
  const { status, stdout } = whilePrompting(() => spawnSync('git', ['credential', action], options))
  return status === 0 ? stdout : ''
}
