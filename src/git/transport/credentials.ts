import { spawnSync } from 'node:child_process'
import { mayAsk } from '../repository/asking.ts'
import type { AskCredentials } from '../repository/repository.ts'

export interface Credentials {
  username?: string
  password?: string
  cancel?: boolean
}

/** Where we are to say who we are: a server's address, and the user and password that the address itself gave. */
export interface Asked {
  /** The work tree whose configuration names the helpers. */
  workTree: string
  /** Without user and password. */
  url: string
  /** Whether the server that the remote names sent us there, to another. */
  isElsewhere: boolean
  username?: string | undefined
  password?: string | undefined
}

/** Who gave them: a helper is told which of its own did not serve, and of nobody else's. */
type Giver = 'environment' | 'helper' | 'person'

/** What one says of oneself to a server, and what became of it. */
export interface Introduction {
  onAuth(): Promise<Credentials>
  onAuthSuccess(url: string, given: Credentials): void
  onAuthFailure(url: string, given: Credentials): Credentials
}

/**
 * Says who we are: by ANNEX_USERNAME and ANNEX_PASSWORD (a token serves as password), by the address where it gives a password,
 * by git's credential helpers where there is a git binary, else by asking a person, once. Where the address names a user, it is
 * that user's password that is looked for. To another server that we are sent on to, what the environment says is not told.
 * @param place where we are sent may change while we talk, as by a redirect
 */
export function introduce(place: () => Asked, ask: AskCredentials | undefined): Introduction {
  let answered: Credentials | null = null
  let giver: Giver = 'environment'
  const given = (by: Giver, credentials: Credentials): Credentials => {
    giver = by
    return credentials
  }
  return {
    async onAuth() {
      const asked = place()
      if (answered !== null) return given('person', answered)
      const fromOutside = fromEnvironment(asked) ?? fromAddress(asked)
      if (fromOutside !== null) return given('environment', fromOutside)
      const helped = fromHelper(asked)
      if (helped !== null) return given('helper', helped)
      answered = (await mayAsk(() => ask?.(asked.url, asked.username))) ?? null
      return given('person', answered ?? { cancel: true })
    },
    onAuthSuccess(_, credentials) {
      if (giver === 'helper' || giver === 'person') judge('approve', place(), credentials)
    },
    onAuthFailure(_, credentials) {
      if (giver === 'helper') judge('reject', place(), credentials)
      answered = null
      return { cancel: true }
    },
  }
}

function fromEnvironment({ isElsewhere, username }: Asked, environment: NodeJS.ProcessEnv = process.env) {
  if (isElsewhere || !environment.ANNEX_PASSWORD) return null
  return { username: environment.ANNEX_USERNAME || username || 'annex', password: environment.ANNEX_PASSWORD }
}

function fromAddress({ username, password }: Asked): Credentials | null {
  return password === undefined ? null : { username: username ?? '', password }
}

/** What `git credential fill` says; git itself asks nothing on the terminal. */
function fromHelper(asked: Asked): Credentials | null {
  const said = gitCredential('fill', asked, describe(asked, asked.username))
  const username = /^username=(.*)$/m.exec(said)?.[1]
  const password = /^password=(.*)$/m.exec(said)?.[1]
  if (username === undefined || password === undefined) return null
  return asked.username === undefined || asked.username === username ? { username, password } : null
}

function judge(verdict: 'approve' | 'reject', asked: Asked, { username, password }: Credentials): void {
  if (username === undefined || password === undefined) return
  gitCredential(verdict, asked, `${describe(asked, username)}password=${password}\n`)
}

function describe({ url }: Asked, username: string | undefined): string {
  const { protocol, host, pathname } = new URL(url)
  const user = username === undefined ? '' : `username=${username}\n`
  return `protocol=${protocol.replace(':', '')}\nhost=${host}\npath=${pathname.slice(1)}\n${user}`
}

function gitCredential(action: string, { workTree: cwd }: Asked, input: string): string {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: process.env.GIT_ASKPASS ?? '' }
  const options = { cwd, env, input: `${input}\n`, encoding: 'utf8' } as const
  const { status, stdout } = mayAsk(() => spawnSync('git', ['credential', action], options))
  return status === 0 ? stdout : ''
}
