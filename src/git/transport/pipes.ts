import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { basename } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { findProgram, programEnvironment } from '../programs/find-program.ts'
import { packet } from '../receive/fetch-pack.ts'
import type { Folders } from '../repository/repository.ts'

/** A connection to the git-upload-pack of a server: what it says, and what is said to it. */
export interface Pipe {
  from: Readable
  to: Writable
  /** Whether a person may have to answer a prompt first. */
  mayPrompt: boolean
  close(): void
  /** Settles when the connection failed or its program ended: why, or an empty string. */
  ended: Promise<string>
}

/** Where a repository is, as git reads its address (git-fetch(1), "GIT URLS"). */
export type Place =
  | { kind: 'folder'; path: string }
  | { kind: 'git'; host: string; port: number; path: string }
  | { kind: 'ssh'; host: string; port: string | null; path: string }

/** @throws GitError not-allowed for an address of another kind, or one that would be read as an option */
export function locate(url: string): Place {
  const place = /^[a-z0-9+.-]+:\/\//i.test(url) ? parsed(url) : byShortForm(url)
  const texts = place === null ? [] : [place.path, 'host' in place ? place.host : '']
  if (place === null || texts.some((text) => text.startsWith('-'))) {
    throw new GitError('not-allowed', `the address ${url} is not allowed`, 'use https, ssh, git or a path')
  }
  return place
}

const GIT_PORT = 9418

function parsed(url: string): Place | null {
  try {
    return byUrl(url)
  } catch {
    return null
  }
}

/** @throws TypeError or URIError when it is not valid */
function byUrl(url: string): Place | null {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'file:') return { kind: 'folder', path: fileURLToPath(url) }
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  // `/~user/x` is the folder of a user there.
  const path = decodeURIComponent(pathname).replace(/^\/(?=~)/, '')
  if (protocol === 'git:') return { kind: 'git', host, port: Number(port) || GIT_PORT, path }
  if (!['ssh:', 'git+ssh:', 'ssh+git:'].includes(protocol)) return null
  return { kind: 'ssh', host: userIn(url) + host, port: port === '' ? null : port, path }
}

function userIn(url: string): string {
  const { username } = new URL(url)
  return username === '' ? '' : `${decodeURIComponent(username)}@`
}

/** A path, or `user@host:path`, with `[host:port]` for a port or an IPv6 address. A colon after a slash is part of a path. */
function byShortForm(url: string): Place {
  if (process.platform === 'win32' && /^[A-Za-z]:/.test(url)) return { kind: 'folder', path: url }
  const [, user = '', inner = '', below = ''] = /^([^/:[]*@)?\[([^\]]*)\]:(.*)$/s.exec(url) ?? []
  if (inner !== '') {
    const [, name = inner, port = null] = /^([^:]*):(\d+)$/.exec(inner) ?? []
    return { kind: 'ssh', host: user + name, port, path: below }
  }
  const [, host = '', path = ''] = /^([^/:]+):(.*)$/s.exec(url) ?? []
  return host === '' ? { kind: 'folder', path: url } : { kind: 'ssh', host, port: null, path }
}

const SERVICE = 'git-upload-pack'

/** Connects to the git-upload-pack of a server: over ssh, over git's own protocol, or by the git program for a folder here. */
export function openPipe(place: Place, folders: Folders): Pipe {
  if (place.kind === 'git') return openSocket(place)
  if (place.kind === 'folder') return run('git', ['upload-pack', place.path], folders, false)
  const { program, words, inShell } = sshCommand(readConfiguration(folders), place)
  const remote = `${SERVICE} '${place.path.replace(/['!]/g, "'\\$&'")}'`
  const all = [...words, place.host, remote]
  const mayPrompt = process.stdin.isTTY === true || process.env.SSH_ASKPASS !== undefined
  if (!inShell) return run(program, all, folders, mayPrompt)
  return run('sh', ['-c', `${program} "$@"`, program, ...all], folders, mayPrompt)
}

function openSocket({ host, port, path }: Extract<Place, { kind: 'git' }>): Pipe {
  const socket = connect(port, host)
  socket.write(packet(`${SERVICE} ${path}\0host=${port === GIT_PORT ? host : `${host}:${port}`}\0`))
  const ended = new Promise<string>((resolve) => {
    socket.once('error', (cause) => resolve(cause.message)).once('close', () => resolve(''))
  })
  return { from: socket, to: socket, mayPrompt: false, close: () => socket.destroy(), ended }
}

/** The ssh program and its options, as git chooses them: GIT_SSH_COMMAND, core.sshCommand, GIT_SSH, ssh. */
function sshCommand(configuration: Configuration, { port }: Extract<Place, { kind: 'ssh' }>) {
  const command = process.env.GIT_SSH_COMMAND ?? configuration.get('core.sshcommand')
  const program = command ?? process.env.GIT_SSH ?? 'ssh'
  const variant = process.env.GIT_SSH_VARIANT ?? configuration.get('ssh.variant') ?? variantOf(program)
  const flag = ['plink', 'putty', 'tortoiseplink'].includes(variant) ? '-P' : '-p'
  const quiet = variant === 'tortoiseplink' ? ['-batch'] : []
  return { program, words: [...quiet, ...(port === null ? [] : [flag, port])], inShell: command !== undefined }
}

function variantOf(command: string): string {
  return basename(command.trim().split(/\s+/)[0] ?? '')
    .toLowerCase()
    .replace(/\.exe$/, '')
}

const LONGEST_ERROR = 4096

/** @param program a path, or a name that is looked up */
function run(program: string, words: readonly string[], folders: Folders, mayPrompt: boolean): Pipe {
  const child = spawn(pathOf(program, folders), words, {
    cwd: folders.workTree,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: programEnvironment(folders),
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-LONGEST_ERROR)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', () => resolve(`the program ${program} was not found`))
    child.once('close', () => resolve(errors))
  })
  // Whoever reads the answer learns that the program has ended.
  child.stdin.on('error', () => undefined)
  return { from: child.stdout, to: child.stdin, mayPrompt, close: () => child.kill(), ended }
}

function pathOf(program: string, folders: Folders): string {
  const path = /[\\/]/.test(program) ? program : findProgram(program, folders)
  if (path !== null) return path
  const remedy = 'install git, or use an https:// remote, which does not need it'
  throw new GitError('network', `this remote requires the program ${program}, which was not found`, remedy)
}
