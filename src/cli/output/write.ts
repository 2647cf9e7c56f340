import {
  type Colours,
  jsonText,
  NO_COLOURS,
  safeForTerminal,
  safeLines,
  safePainted,
  TERMINAL_COLOURS,
} from '../../render/index.ts'
import type { Report, TextForm } from './report.ts'

/** Replaces control characters here, so that no command has to: text from a repository must not control the terminal. */
const SAFE: Readonly<Record<TextForm, (text: string) => string>> = {
  people: safeLines,
  painted: safePainted,
  file: (content) => content,
}

/** Returns the colours to print in: none where standard output is not a terminal or NO_COLOR is set (no-color.org). */
export function colours(): Colours {
  const wanted = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb'
  return wanted ? TERMINAL_COLOURS : NO_COLOURS
}

/** Returns the width of the terminal. Returns undefined if standard output is not a terminal: lines are then not wrapped. */
export function columns(): number | undefined {
  return process.stdout.isTTY === true ? process.stdout.columns : undefined
}

/** Returns whether the command line has `--json` before any `--`. */
export function wantsJson(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end === -1 ? words : words.slice(0, end)).includes('--json')
}

/** Writes a command's answer to standard output, its remarks to standard error, and sets the exit code. */
export async function writeReport(report: Report, words: readonly string[]): Promise<void> {
  process.exitCode = report.exitCode ?? 0
  const asJson = wantsJson(words)
  const text = asJson ? jsonText(jsonOf(report)) : SAFE[report.form ?? 'people'](report.text)
  if (text !== '') await writeOut(text.endsWith('\n') ? text : `${text}\n`)
  if (!asJson && report.remarks !== undefined) process.stderr.write(`${safeLines(report.remarks)}\n`)
  if (report.aside !== undefined) process.stderr.write(`annex: ${safeForTerminal(report.aside)}\n`)
}

function jsonOf({ json }: Report): unknown {
  return typeof json === 'function' ? json() : json
}

// Waits until all is written: a process that ends while a pipe is full loses the rest.
function writeOut(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()))
  })
}
