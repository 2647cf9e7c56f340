import type { CalendarDay, ChangelogRequest } from '../../treaty/index.ts'

/** The words of the command that makes a changelog, without the day: `annex changelog annex-1/v1 --pending`. */
export function changelogCommand({ from, to, document, pending }: ChangelogRequest = {}): string {
  return [
    'annex changelog',
    ...[from, to].filter((revision) => revision !== undefined).map(asWord),
    ...(document === undefined ? [] : ['--document', document]),
    ...(pending ? ['--pending'] : []),
  ].join(' ')
}

/** The line that says by what a changelog was made, and for which day; `readMade` reads it back. */
export function changelogMade(asOf: CalendarDay, asked?: ChangelogRequest): string {
  return `Generated from the record by \`${changelogCommand(asked)}\`; whom it binds is as of ${asOf}.`
}

const MADE = /^Generated from the record by `annex changelog((?: [^`\n]+)?)`; whom it binds is as of (\S+)\.$/m

/** With what a changelog says that it was made; null where it does not say. The day is as written, whatever it is. */
export function readMade(text: string): { asOf: string; asked: ChangelogRequest } | null {
  const [, words = '', asOf] = MADE.exec(text) ?? []
  const asked = asOf === undefined ? null : askedIn(words.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [])
  return asked === null || asOf === undefined ? null : { asOf, asked }
}

function askedIn(words: string[]): ChangelogRequest | null {
  const asked: ChangelogRequest = {}
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--pending') asked.pending = true
    else if (word === '--document') asked.document = words.shift() ?? ''
    else if (asked.to !== undefined || word.startsWith('-')) return null
    else if (asked.from === undefined) asked.from = fromWord(word)
    else asked.to = fromWord(word)
  }
  return asked
}

// A revision may hold what would part the words, or end the code that they stand in.
function asWord(revision: string): string {
  if (/^[\w./@~^{}:+][\w./@~^{}:+-]*$/.test(revision)) return revision
  return JSON.stringify(revision).replaceAll('`', '\\u0060')
}

function fromWord(word: string): string {
  try {
    return word.startsWith('"') ? String(JSON.parse(word)) : word
  } catch {
    return word
  }
}
