import { spawnSync } from 'node:child_process'

export interface Credentials {
  username?: string
  password?: string
  cancel?: boolean
}

/**
 * Who we are to a server: ANNEX_USERNAME and ANNEX_PASSWORD (a token serves as password), else what `git credential fill`
 * says where there is a git binary; git itself asks nothing on the terminal.
 */
export function fillCredentials(url: string, environment: NodeJS.ProcessEnv = process.env): Credentials {
  if (environment.ANNEX_PASSWORD) {
    return { username: environment.ANNEX_USERNAME || 'annex', password: environment.ANNEX_PASSWORD }
  }
  const said = gitCredential('fill', describe(url), environment)
  const username = /^username=(.*)$/m.exec(said)?.[1]
  const password = /^password=(.*)$/m.exec(said)?.[1]
  return username !== undefined && password !== undefined ? { username, password } : { cancel: true }
}

/** Tells git's credential helpers whether the server took what they gave. */
export function judgeCredentials(
  verdict: 'approve' | 'reject',
  url: string,
  { username, password }: Credentials,
): void {
  if (process.env.ANNEX_PASSWORD || username === undefined || password === undefined) return
  gitCredential(verdict, `${describe(url)}username=${username}\npassword=${password}\n`, process.env)
}

function describe(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `protocol=${protocol.replace(':', '')}\nhost=${host}\npath=${pathname.slice(1)}\n`
}

function gitCredential(action: string, input: string, environment: NodeJS.ProcessEnv): string {
  const env = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: environment.GIT_ASKPASS ?? '' }
  const { status, stdout } = spawnSync('git', ['credential', action], { input: `${input}\n`, encoding: 'utf8', env })
  return status === 0 ? stdout : ''
}
