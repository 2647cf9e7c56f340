import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { findProgram } from '../programs/find-program.ts'
import { type IsolatedGit, isolateGit } from '../programs/isolated-git.ts'
import { fetchPack, type UploadPack } from '../receive/fetch-pack.ts'
import { badAnswer, readLimits, type Server, SLOWEST, wordsOf } from '../receive/limits.ts'
import { endsEarly, limited, readPackets } from '../receive/packets.ts'
import type { Context } from '../repository/context.ts'
import type { Store } from '../repository/repository.ts'
import { whilePrompting } from '../repository/terminal-prompt.ts'
import { locate, openPipe, type Pipe } from './pipes.ts'
import { brokenConnection, type Transport } from './transport.ts'

/** Returns a connection over ssh, over git's own protocol, or to a folder on this machine. The git program pushes. */
export function gitTransport(context: Context, url: string): Transport {
  const { folders } = context
  const place = locate(url)
  const { program } = folders
  const server: Server = { place: url, program, limits: readLimits(readConfiguration(folders), program) }
  // Only ssh prompts: for a passphrase, or about an unknown host.
  const prompting = <Result>(work: () => Promise<Result>) => (place.kind === 'ssh' ? whilePrompting(work) : work())
  return {
    place: url,
    fetch: (quarantine) =>
      prompting(async () => {
        const pipe = openPipe(place, folders)
        try {
          return await fetchPack(context, uploadPack(pipe, server), quarantine)
        } catch (cause) {
          throw await explain(cause, pipe, server)
        } finally {
          pipe.close()
        }
      }),
    async push({ ref, from, to }) {
      const lease = `--force-with-lease=${ref}:${from ?? ''}`
      const words = ['push', '--porcelain', lease, '--', url, `${to}:${ref}`]
      const own = place.kind === 'ssh' ? ['core.sshcommand', 'ssh.variant'] : []
      const git = () => isolateGit(folders, readConfiguration(folders), own, 'a push')
      const { code, stdout, stderr } = await prompting(() => runGit(words, folders, server, git))
      if (code === 0) return null
      const refused = /^!\t[^\t]*\t\[[^\]]*\] ?\(?(.*?)\)?$/m.exec(stdout)
      if (refused) return wordsOf(refused[1] ?? '') || 'the server gave no reason'
      throw notReached(server, stderr)
    },
  }
}

function uploadPack({ from: chunks, to, close: cancel, mayPrompt }: Pipe, server: Server): UploadPack {
  const reader = readPackets(limited({ chunks, cancel, slowest: SLOWEST, mayPrompt }, server), server)
  return {
    server,
    open: async () => reader,
    async request(body) {
      to.end(body ?? '0000')
      return reader
    },
    close: () => reader.close(),
  }
}

/** How long to wait for the reason of a program whose output has ended, in milliseconds. */
const LAST_WORDS = 2000

/** Returns the error of ssh or git, which says most, when they ended before their answer was complete. */
async function explain(cause: unknown, pipe: Pipe, server: Server): Promise<unknown> {
  if (!endsEarly(cause)) return cause
  return notReached(server, await Promise.race([pipe.ended, pause(LAST_WORDS, '')]))
}

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Characters of git's output when it pushes: a few lines for a ref, and what the server says. */
const LONGEST_OUTPUT = 1024 * 1024

/** Runs git in the work tree, where relative addresses start, without the repository's own settings and hooks. */
async function runGit(
  words: readonly string[],
  folders: Store,
  server: Server,
  isolated: () => IsolatedGit,
): Promise<Ended> {
  if (findProgram('git', folders) === null) throw notReached(server, NO_GIT)
  const git = isolated()
  try {
    const options = { cwd: folders.workTree, env: git.environment }
    return await ended(spawn(git.program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }), server)
  } finally {
    git.close()
  }
}

function ended(child: ChildProcessByStdio<null, Readable, Readable>, server: Server): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const said: Ended = { code: 1, stdout: '', stderr: '' }
    const keep = (name: 'stdout' | 'stderr') => (text: string) => {
      said[name] += text
      if (said[name].length <= LONGEST_OUTPUT) return
      child.kill()
      reject(badAnswer(server, `it has more than ${LONGEST_OUTPUT} characters`))
    }
    child.stdout.setEncoding('utf8').on('data', keep('stdout'))
    child.stderr.setEncoding('utf8').on('data', keep('stderr'))
    child.once('error', () => reject(notReached(server, NO_GIT)))
    child.once('close', (code) => resolve({ ...said, code: code ?? 1 }))
  })
}

const NO_GIT = 'the program git was not found'

function notReached({ place }: Server, said: string): GitError {
  const last = said.trim().split('\n').at(-1) ?? ''
  const first = wordsOf(last.replace(/^fatal: /, '')) || 'it ended before the answer was complete'
  if (first === NO_GIT) {
    const remedy = 'install git, or use an https:// remote, which does not need it'
    return new GitError('network', `${place} requires the git program, which was not found`, remedy)
  }
  if (/not appear to be a git repository|not found|denied|authentication failed/i.test(said)) {
    return new GitError('network', `the connection to ${place} failed: ${first}`, 'check `git remote -v` and your keys')
  }
  return brokenConnection(place, first)
}
