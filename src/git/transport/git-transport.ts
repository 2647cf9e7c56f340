import { spawn } from 'node:child_process'
import { GitError } from '../git-error.ts'
import type { Context } from '../repository/context.ts'
import { whilePrompting } from '../repository/terminal-prompt.ts'
import { checkComplete } from './incoming.ts'
import { brokenConnection, type Transport } from './transport.ts'

/** Returns a connection through the git program, for ssh and for folders on this machine. */
export function gitTransport(context: Context, url: string): Transport {
  const { folders, objects } = context
  const git = async (...args: string[]): Promise<Ended> => {
    const work = () => run(['-C', folders.workTree, ...args])
    const ended = await (isFolder(url) ? work() : whilePrompting(work))
    if (ended.code === 127) throw noGit(url)
    return ended
  }
  return {
    place: url,
    async fetch() {
      const { code, stdout, stderr } = await git('ls-remote', '--refs', '--heads', '--tags', '--', url)
      if (code !== 0) throw notReached(url, stderr)
      const lines = stdout
        .trim()
        .split('\n')
        .filter((line) => line !== '')
      const refs = new Map(lines.map((line): [string, string] => [line.slice(41), line.slice(0, 40)]))
      if ([...refs.values()].some((id) => !objects.has(id))) {
        const fetched = await git('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', url, ...refs.keys())
        if (fetched.code !== 0) throw notReached(url, fetched.stderr)
        checkComplete(context, refs.values())
      }
      return refs
    },
    async push({ ref, from, to }) {
      const lease = `--force-with-lease=${ref}:${from ?? ''}`
      const { code, stdout, stderr } = await git('push', '--porcelain', lease, '--', url, `${to}:${ref}`)
      if (code === 0) return null
      const refused = /^!\t[^\t]*\t\[[^\]]*\] ?\(?(.*?)\)?$/m.exec(stdout)
      if (refused) return refused[1] || 'the server gave no reason'
      throw notReached(url, stderr)
    },
  }
}

// The same test as in git. Only ssh prompts: for a passphrase, or about an unknown host.
function isFolder(url: string): boolean {
  return /^file:\/\//i.test(url) || !/^[^/]*:/.test(url)
}

interface Ended {
  code: number
  stdout: string
  stderr: string
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('git', args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
    const ended: Ended = { code: 127, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ended.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ended.stderr += text
    })
    child.once('error', () => resolve(ended))
    child.once('close', (code) => resolve({ ...ended, code: code ?? 1 }))
  })
}

function noGit(url: string): GitError {
  const remedy = 'install git, or use an https:// remote, which does not need it'
  return new GitError('network', `${url} requires the git program, which was not found`, remedy)
}

function notReached(url: string, stderr: string): GitError {
  const first =
    stderr
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^fatal: /, '') ?? ''
  if (/not appear to be a git repository|not found|denied|authentication failed/i.test(stderr)) {
    return new GitError('network', `the connection to ${url} failed: ${first}`, 'check `git remote -v` and your keys')
  }
  return brokenConnection(url, first)
}
