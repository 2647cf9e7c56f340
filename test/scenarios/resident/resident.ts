import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  constants,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Run } from '../annex.ts'

/** One command line, where it runs, and with which environment. */
export interface Request {
  words: readonly string[]
  folder: string
  env: NodeJS.ProcessEnv
}

interface Resident {
  requests: number
  answers: number
  stdout: Output
  stderr: Output
}

interface Output {
  descriptor: number
  path: string
}

const SERVER = fileURLToPath(new URL('server.js', import.meta.url))
/** The answer to a command is its exit code; what it printed is in files. */
const LONGEST_ANSWER = 64

let resident: Resident | undefined

/**
 * Runs a command line in a process that stays, and that has loaded the program already. It ends with the process that runs the tests.
 * @throws if the command ended that process, which a command must not do
 */
export function runInResident({ words, folder, env }: Request): Run {
  resident ??= startResident()
  const { requests, answers, stdout, stderr } = resident
  for (const { descriptor } of [stdout, stderr]) ftruncateSync(descriptor)
  send(requests, Buffer.from(JSON.stringify({ words, folder, env })))
  const status = statusFrom(answers)
  const printed = { stdout: readFileSync(stdout.path, 'utf8'), stderr: readFileSync(stderr.path, 'utf8') }
  if (status !== undefined) return { status, ...printed }
  resident = undefined
  throw new Error(`annex ${words.join(' ')} ended the process that runs commands\n${printed.stdout}${printed.stderr}`)
}

// Each side holds only its own end of a pipe, so that it learns when the other is gone. A pipe of two ends is opened by a
// third, which waits for nobody.
function startResident(): Resident {
  const folder = mkdtempSync(join(tmpdir(), 'annex-resident-'))
  const [requests, answers] = [join(folder, 'requests'), join(folder, 'answers')]
  spawnSync('mkfifo', [requests, answers])
  const both = [requests, answers].map((path) => openSync(path, constants.O_RDWR))
  const ours = { requests: openSync(requests, constants.O_WRONLY), answers: openSync(answers, constants.O_RDONLY) }
  const theirs = [openSync(requests, constants.O_RDONLY), openSync(answers, constants.O_WRONLY)]
  const stdout = newOutput(join(folder, 'stdout'))
  const stderr = newOutput(join(folder, 'stderr'))
  const stdio = ['ignore' as const, stdout.descriptor, stderr.descriptor, ...theirs]
  spawn(process.execPath, [SERVER], { stdio }).unref()
  for (const descriptor of [...both, ...theirs]) closeSync(descriptor)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { ...ours, stdout, stderr }
}

function newOutput(path: string): Output {
  return { path, descriptor: openSync(path, 'a+') }
}

function send(requests: number, body: Buffer): void {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(body.length)
  const message = Buffer.concat([head, body])
  let written = 0
  while (written < message.length) written += writeSync(requests, message, written)
}

function statusFrom(answers: number): number | undefined {
  const buffer = Buffer.alloc(LONGEST_ANSWER)
  let text = ''
  while (!text.endsWith('\n')) {
    const count = readSync(answers, buffer)
    if (count === 0) return undefined
    text += buffer.toString('utf8', 0, count)
  }
  return JSON.parse(text).status
}
