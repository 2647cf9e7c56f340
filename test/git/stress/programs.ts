import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles a program of this folder, so that plain node can run it as a process of its own. Returns its path. */
export async function bundle(name: 'clerk' | 'reader' | 'full-disk'): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'annex-program-')), `${name}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // It runs where no packages are: what it needs is all in it, also what asks for `require`.
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  return outfile
}

/** A process that runs, what it has said so far, and how it ends. */
export interface Running {
  child: ChildProcess
  /** Whole lines of standard output. */
  lines(): string[]
  errors(): string
  /** The exit code; null when it was killed. */
  ended: Promise<number | null>
}

export function run(command: string, args: readonly string[], cwd: string): Running {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, ended, lines: () => output.split('\n').slice(0, -1), errors: () => errors }
}

/** Runs a git command again and again until told to stop. Returns how often it ran. */
export function repeatGit(cwd: string, ...args: string[]): { stop(): Promise<number> } {
  let stopped = false
  let times = 0
  const loop = (async () => {
    while (!stopped) {
      await run('git', args, cwd).ended
      times++
    }
  })()
  return {
    async stop() {
      stopped = true
      await loop
      return times
    },
  }
}
