import { GitError } from '../git-error.ts'

/** A name, address and time: `timestamp` in seconds since 1970, `offset` in minutes east of UTC. */
export interface Signature {
  name: string
  email: string
  timestamp: number
  offset: number
}

/** `Name <email> 1900000000 +0100`, as commits and tags write it. */
export function formatSignature(signature: Signature): string {
  return `${signature.name} <${signature.email}> ${signature.timestamp} ${formatOffset(signature.offset)}`
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  // Two digits of hours. `-9999`, which git accepts, is written as it was read.
  const hours = Math.min(99, Math.floor(size / 60))
  const digits = hours * 100 + (size - hours * 60)
  return `${minutes < 0 ? '-' : '+'}${String(digits).padStart(4, '0')}`
}

/** Parses what formatSignature writes: a name up to the first `<`, an address up to the last `>`. @throws GitError unreadable */
export function parseSignature(line: string): Signature {
  const [open, close] = [line.indexOf('<'), line.lastIndexOf('>')]
  const when = WHEN.exec(line.slice(close + 1))
  if (open < 0 || close < open || when === null) {
    throw new GitError('unreadable', 'a commit has an invalid author or committer line', 'run `git fsck` to find it')
  }
  const [, timestamp, sign, hours, minutes] = when
  const offset = Number(hours) * 60 + Number(minutes)
  return {
    name: line.slice(0, line[open - 1] === ' ' ? open - 1 : open),
    email: line.slice(open + 1, close),
    timestamp: Number(timestamp),
    offset: sign === '-' ? 0 - offset : offset,
  }
}

/** At most fifteen digits: a number holds no more without rounding. */
const WHEN = /^ ?(-?\d{1,15}) ([+-])(\d\d)(\d\d)$/

/** Returns a name or address without the characters that would break the line. */
export function cleanIdentity(text: string): string {
  return [...text]
    .filter((character) => character > '\u001f' && character !== '\u007f' && character !== '<' && character !== '>')
    .join('')
    .trim()
}
