import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainStorage, systemCode } from '../../git/index.ts'
import { jsonText, safeLines } from '../../render/index.ts'
import { AnnexError, type AnnexErrorCode, isKnownError } from '../../treaty/index.ts'
import { listedCommands } from '../completion/command-line.ts'
import { usageError } from './usage-error.ts'
import { wantsJson } from './write.ts'

interface ReportedError {
  code: AnnexErrorCode | 'unexpected'
  message: string
  remedy: string
}

/**
 * Writes what stopped the program and what to do, in one line on standard error, and sets exit code 2. With `--json`, writes
 * the same as one document on standard output as well. `ANNEX_DEBUG=1` adds the stack.
 *
 * @param home the folder of this package's package.json
 */
export function reportError(error: unknown, words: readonly string[], home: string): void {
  if (isClosedPipe(error)) return
  process.exitCode = 2
  const { code, message, remedy } = explain(error, words, home)
  if (wantsJson(words)) process.stdout.write(`${jsonText({ error: { code, message, remedy } })}\n`)
  process.stderr.write(`annex: ${oneLine(message)}; ${oneLine(remedy)}\n`)
  if (process.env.ANNEX_DEBUG === '1' && error instanceof Error)
    process.stderr.write(`${safeLines(error.stack ?? '')}\n`)
}

/** Returns whether the reader of our output closed it, as `head` does. That is not an error. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

function explain(cause: unknown, words: readonly string[], home: string): ReportedError {
  const error = fileNamedError(cause, words) ?? explainStorage(cause, pathIn(cause))
  if (isKnownError(error)) {
    return { code: error.code, message: withoutOclifWords(error.message), remedy: error.remedy }
  }
  if (isUsageError(error)) return { code: 'usage', ...usageError(error, words, listedCommands(home)) }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', message, remedy: 'run it again with ANNEX_DEBUG=1 to see where, and report it' }
}

/** Returns the path of a failed system call. */
function pathIn(cause: unknown): string {
  return cause instanceof Error && 'path' in cause && typeof cause.path === 'string' ? cause.path : 'the disk'
}

/** Explains a failed system call on a file that the command line names, to read (`@FILE`) or to write (`-o FILE`). */
function fileNamedError(cause: unknown, words: readonly string[]): AnnexError | null {
  const path = pathIn(cause)
  if (!words.some((word) => word === path || word.endsWith(`@${path}`) || word.endsWith(`=${path}`))) return null
  const code = systemCode(cause)
  if (code === 'EISDIR') return new AnnexError('usage', `${path} is a folder`, 'name a file in it')
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new AnnexError(
      'storage',
      `${path}: access is not permitted`,
      'ask its owner for permission, or name another file',
    )
  }
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return null
  const what = existsSync(dirname(path)) && code === 'ENOENT' ? `file ${path}` : `folder ${dirname(path)}`
  return new AnnexError('not-found', `${what} not found`, 'check the path')
}

// oclif wraps the error of a flag's own parser. Only the flag's name in its message is useful.
function withoutOclifWords(message: string): string {
  return message.replace(/^Parsing (--\S+) \n\t([\s\S]*)\nSee more help with --help$/, '$1: $2')
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'oclif' in error
}

// A message may quote anything: control characters must not reach the terminal.
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '\u{FFFD}')
    .replace(/[.;]$/, '')
    .trim()
}
