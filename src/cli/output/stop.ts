import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainStorage, systemCode } from '../../git/index.ts'
import { jsonText, safeLines } from '../../render/index.ts'
import { AnnexError, type AnnexErrorCode, isKnownError } from '../../treaty/index.ts'
import { usageStop } from '../flags/usage.ts'
import { listedCommands } from '../listed-commands.ts'
import { wantsJson } from './write.ts'

interface Stop {
  code: AnnexErrorCode | 'unexpected'
  message: string
  remedy: string
}

/**
 * Says in one line on standard error what stopped the program and what to do, and sets exit code 2. With `--json` the
 * same stands as one document on standard output. `ANNEX_DEBUG=1` shows the stack.
 *
 * @param home the folder of this package's package.json
 */
export function reportStop(error: unknown, words: readonly string[], home: string): void {
  if (isClosedPipe(error)) return
  process.exitCode = 2
  const stop = explain(error, words, home)
  if (wantsJson(words)) process.stdout.write(`${jsonText({ error: stop })}\n`)
  process.stderr.write(`annex: ${oneLine(stop.message)}; ${oneLine(stop.remedy)}\n`)
  if (process.env.ANNEX_DEBUG === '1' && error instanceof Error)
    process.stderr.write(`${safeLines(error.stack ?? '')}\n`)
}

/** Whether the reader of our output went away, as `head` does: nothing to report. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

function explain(cause: unknown, words: readonly string[], home: string): Stop {
  const error = explainNamed(cause, words) ?? explainStorage(cause, pathIn(cause))
  if (isKnownError(error)) return { code: error.code, message: inOurWords(error.message), remedy: error.remedy }
  if (isUsageError(error)) return { code: 'usage', ...usageStop(error, words, listedCommands(home)) }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', message, remedy: 'set ANNEX_DEBUG=1 to see where, and please report it' }
}

/** The path that the system was asked for when it said no. */
function pathIn(cause: unknown): string {
  return cause instanceof Error && 'path' in cause && typeof cause.path === 'string' ? cause.path : 'the disk'
}

/** What the system said of a file that the command line names, as one to read (`@FILE`) or to write (`-o FILE`). */
function explainNamed(cause: unknown, words: readonly string[]): AnnexError | null {
  const path = pathIn(cause)
  if (!words.some((word) => word === path || word.endsWith(`@${path}`) || word.endsWith(`=${path}`))) return null
  const code = systemCode(cause)
  if (code === 'EISDIR') return new AnnexError('usage', `${path} is a folder`, 'name a file in it')
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    const remedy = 'ask its owner for permission, or name another file'
    return new AnnexError('storage', `${path}: access is not permitted`, remedy)
  }
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return null
  const what = existsSync(dirname(path)) && code === 'ENOENT' ? `file ${path}` : `folder ${dirname(path)}`
  return new AnnexError('not-found', `there is no ${what}`, 'check the path')
}

// oclif wraps what a flag's own parser says in words of its own; the flag's name is all of them that helps.
function inOurWords(message: string): string {
  return message.replace(/^Parsing (--\S+) \n\t([\s\S]*)\nSee more help with --help$/, '$1: $2')
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'oclif' in error
}

// What is quoted may hold anything; a line on a terminal holds no control characters.
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '\u{FFFD}')
    .replace(/[.;]$/, '')
    .trim()
}
