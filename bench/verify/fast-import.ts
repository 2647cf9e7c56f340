import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { CalendarDay } from '../../src/treaty/index.ts'

const CLERK = 'A Clerk <clerk@depositary.example>'
/** What a commit is made of. */
export interface NewCommit {
  branch: string
  parents: readonly string[]
  message: string
  /** The day on which it is made. */
  on: CalendarDay
  /** New text by path. */
  files: Iterable<readonly [path: string, text: string]>
}

/** Writes the history of a new repository with `git fast-import`. */
export interface FastImport {
  /** Returns the commit's id. */
  commit(commit: NewCommit): Promise<string>
  tag(name: string, commit: string, message: string, on: CalendarDay): Promise<void>
  /** Ends the history: all in one pack, refs packed, main checked out. */
  end(): Promise<void>
}

/** @param folder a folder that does not exist yet */
export function fastImport(folder: string): FastImport {
  execFileSync('git', ['init', '-q', '--initial-branch=main', folder])
  const child: ChildProcessWithoutNullStreams = spawn('git', ['fast-import', '--quiet'], { cwd: folder })
  child.stderr.pipe(process.stderr)
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let count = 0
  // fast-import finds the commits of its own run by mark alone.
  const marks = new Map<string, string>()
  // The evening of the day, a second later each time.
  const stamp = (on: CalendarDay) => `${CLERK} ${Date.parse(`${on}T20:00:00Z`) / 1000 + count} +0000`
  const write = async (text: string) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  }
  return {
    async commit({ branch, parents: [first, ...others], message, on, files }) {
      count += 1
      const lines = [`commit refs/heads/${branch}`, `mark :${count}`, `committer ${stamp(on)}`, data(message)]
      if (first !== undefined) lines.push(`from ${marks.get(first)}`)
      for (const other of others) lines.push(`merge ${marks.get(other)}`)
      for (const [path, text] of files) lines.push(`M 100644 inline ${path}`, data(text))
      await write(`${lines.join('\n')}\nget-mark :${count}\n`)
      const id: string = (await answers.next()).value
      marks.set(id, `:${count}`)
      return id
    },
    tag: (name, commit, message, on) =>
      write(`tag ${name}\nfrom ${marks.get(commit)}\ntagger ${stamp(on)}\n${data(message)}\n`),
    async end() {
      child.stdin.end()
      const [code] = await once(child, 'close')
      if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
      execFileSync('git', ['-c', 'gc.reflogExpire=now', 'gc', '--quiet'], { cwd: folder })
      execFileSync('git', ['reset', '-q', '--hard', 'main'], { cwd: folder })
    },
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
