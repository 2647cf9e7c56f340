import { GitError } from '../git-error.ts'

/** Who and when: `timestamp` in seconds since 1970, `offset` in minutes east of UTC. */
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
  // Two digits of hours; an odd `-9999`, which git lets through, is written as it was read.
  const hours = Math.min(99, Math.floor(size / 60))
  const digits = hours * 100 + (size - hours * 60)
  return `${minutes < 0 ? '-' : '+'}${String(digits).padStart(4, '0')}`
}

/** Reads what formatSignature writes: a name to the first `<`, an address to the last `>`. @throws GitError unreadable */
export function parseSignature(line: string): Signature {
  const [open, close] = [line.indexOf('<'), line.lastIndexOf('>')]
  const when = WHEN.exec(line.slice(close + 1))
  if (open < 0 || close < open || when === null) {
    throw new GitError('unreadable', 'a commit says in no readable way who made it', 'run `git fsck` to find it')
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

/** Fifteen digits of seconds are thirty million years; a number takes no more without rounding. */
const WHEN = /^ ?(-?\d{1,15}) ([+-])(\d\d)(\d\d)$/

/** A name or address without what would break the line it stands in. */
export function cleanIdentity(text: string): string {
  // biome's rule on control characters is right for words; here they are what is looked for.
  return [...text]
    .filter((character) => character > '\u001f' && character !== '\u007f' && character !== '<' && character !== '>')
    .join('')
    .trim()
}
