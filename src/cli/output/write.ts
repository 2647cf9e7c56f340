import { jsonText, safeForTerminal, safeLines, safePainted } from '../../render/index.ts'
import type { Report, TextForm } from './report.ts'

/** What no command has to think of: words that a repository or a command line holds cannot command the terminal. */
const SAFE: Readonly<Record<TextForm, (text: string) => string>> = {
  people: safeLines,
  painted: safePainted,
  file: (content) => content,
}

/** Whether `--json` stands among the words of the command line, before any `--`. */
export function wantsJson(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end === -1 ? words : words.slice(0, end)).includes('--json')
}

/** Writes a command's answer to standard output, remarks to standard error, and sets the exit code. */
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

// Waits until the text has left: a process that ends while a pipe is full loses what is still in it.
function writeOut(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()))
  })
}
