import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { CLERK, home } from './annex.ts'

/** Whether there is util-linux's `script`, which lends a program a terminal; what other systems call so takes other words. */
export const canLendTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '')

/** A program on a terminal of its own, as a person sees it and types to it. */
export interface OnTerminal {
  /** All that was written so far, control characters included. */
  written(): string
  /** Waits until something is written. */
  sees(what: RegExp): Promise<void>
  type(keys: string): void
  /** Its exit code; as a shell does, 128 and the signal's number where a signal ended it. */
  ended: Promise<number | null>
}

/** Runs the program on a terminal; nothing in the environment says that it is a dumb one, or a CI job's. */
export function annexOnTerminal(folder: string, words: string[], environment: NodeJS.ProcessEnv = {}): OnTerminal {
  const command = [process.execPath, join(home, 'bin/run.js'), ...words].map((word) => `'${word}'`).join(' ')
  const env = { ...process.env, ...CLERK, TERM: 'xterm', CI: '', ...environment }
  // Without exec the shell, and not the program, would be what a key reaches last.
  return watched(spawn('script', ['-qefc', `exec ${command}`, '/dev/null'], { cwd: folder, env }))
}

function watched(child: ChildProcess): OnTerminal {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  return {
    written: () => text,
    async sees(what) {
      let isOver = false
      while (!what.test(text)) {
        if (isOver) throw new Error(`${what} was not written: ${JSON.stringify(text)}`)
        isOver = await Promise.race([more(child), ended.then(() => true)])
      }
    },
    type: (keys) => void child.stdin?.write(keys),
    ended,
  }
}

/** Waits for more output; false, as the program has not ended. */
async function more({ stdout }: ChildProcess): Promise<false> {
  await new Promise((arrived) => stdout?.once('data', arrived))
  return false
}

const ESCAPE = '\u001b'
const PIECE = new RegExp(`${ESCAPE}\\[(\\d*)([A-Za-z])|([^])`, 'g')

/** The lines that are left on the screen: letters overwrite what stood there, and a line can be cleared from the cursor on. */
export function screen(written: string): string[] {
  const lines = written.split('\n').map(leftOf)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function leftOf(line: string): string {
  let shown = ''
  let at = 0
  for (const [, number = '', control, letter = ''] of line.matchAll(PIECE)) {
    if (letter === '\r') at = 0
    else if (control === 'G') at = Number(number || 1) - 1
    else if (control === 'K' || control === 'J') shown = shown.slice(0, at)
    else if (control === undefined) shown = shown.slice(0, at) + letter + shown.slice(++at)
  }
  return shown
}
