// Writes docs/messages.md: every message of the program with its grades. A test fails when the page is stale, and when a
// message has not all three.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gradeOf, LONGEST } from './grade.js'
import { messagesInSources } from './in-sources.js'

const HEAD = `# Messages

What the program can stop with, or print as a finding: read from the sources by \`npm run docs:messages\`. What is filled in while it runs is
written ‹so›. A finding also names its file, line and column where it has them, and its rule; a message that stops the program is one line,
\`annex: what is wrong; what to do\`.

- **clear**: no jargon of programmers (a list in \`build/messages/grade.js\`); a finding is a sentence, a stop the part of one.
- **concise**: one line; at most ${LONGEST.message} characters for what is wrong and ${LONGEST.hint} for what to do, what is filled in not counted.
- **actionable**: what to do begins with a verb or a command, or says that nothing is to be done.
`

/** @returns {string} the page */
export function messagesPage() {
  const messages = messagesInSources()
  const part = (kind, title) => {
    const rows = messages.filter((one) => one.kind === kind).map(row)
    return `\n## ${title}: ${rows.length}\n\n| | what is wrong | what to do | characters | clear | concise | actionable |\n|---|---|---|--:|---|---|---|\n${rows.join('')}`
  }
  return HEAD + part('stop', 'What stops the program') + part('finding', 'Findings')
}

function row(message) {
  const { clear, concise, actionable } = gradeOf(message)
  const marks = [clear, concise, actionable].map((is) => (is ? 'yes' : '**no**'))
  const cells = [
    message.id,
    message.message,
    message.hint,
    `${message.message.length} + ${message.hint.length}`,
    ...marks,
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../../docs/messages.md', import.meta.url), messagesPage())
}
