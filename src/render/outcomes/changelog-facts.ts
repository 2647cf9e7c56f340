import { type CalendarDay, type ChangelogItem, type ChangelogRequest, rectifiedInWords } from '../../treaty/index.ts'
import {
  basisInWords,
  divergenceInWords,
  type Names,
  outcomeInWords,
  partyCount,
  partyName,
  proposerName,
} from './names.ts'

/** Returns what a changelog says about an amendment besides its changes: names with sentences. */
export function changelogFacts(item: ChangelogItem, names: Names): [string, string][] {
  const {
    status,
    entersIntoForce,
    basis,
    by,
    provisions,
    references,
    divergences,
    rectified = [],
    oneByOne = false,
  } = item
  const provision = provisions.length === 0 ? '' : `; provisions ${provisions.join(', ')}`
  const inForce = entersIntoForce === null || basis === 'correction' ? '' : `; entry into force ${entersIntoForce}`
  return [
    ['Proposal', `${item.proposal}, by ${proposerName(by, names)}`],
    ['Basis', `${basisInWords(basis)}${provision}`],
    ['Outcome', `${outcomeInWords(status, basis)}${inForce}`],
    ...references.map(({ event, on, ref }): [string, string] => ['Reference', `${event} ${on}: ${ref}`]),
    ...whom(item, names),
    ...rectified.map((each): [string, string] => [
      'Rectified',
      `${each.file.split('/').at(-1)} ${rectifiedInWords(each)}`,
    ]),
    ...divergences.map((each): [string, string] => [
      'Under another reading',
      divergenceInWords(each, outcomeInWords(each.status, basis), (code) => partyName(code, names)),
    ]),
    ...(oneByOne ? [ONE_BY_ONE] : []),
  ]
}

const ONE_BY_ONE: [string, string] = [
  'Other readings',
  'too many to try in every combination; they were changed one by one',
]

function whom({ bound, notBound, objected }: ChangelogItem, names: Names): [string, string][] {
  const list = (codes: readonly string[]) =>
    `${partyCount(codes.length)}: ${codes.map((code) => partyName(code, names)).join(', ')}`
  return [
    ...bound.map(({ from, parties }): [string, string] => [`Bound from ${from}`, list(parties)]),
    ...notBoundBy({ notBound, objected }).map(([name, codes]): [string, string] => [name, list(codes)]),
  ]
}

/** Returns the Parties that are not bound: those that objected, then the others. */
export function notBoundBy({ notBound, objected }: Pick<ChangelogItem, 'notBound' | 'objected'>): [string, string[]][] {
  const others = notBound.filter((code) => !objected.includes(code))
  const parts: [string, string[]][] = [
    ['Not bound (objected)', objected],
    ['Not bound', others],
  ]
  return parts.filter(([, codes]) => codes.length > 0)
}

/** Says that nothing was adopted, in the range and for the document asked for. */
export function nothingAdopted({ from, to, document }: ChangelogRequest = {}): string {
  const subject = document === undefined ? 'Nothing' : `No amendment of ${document}`
  if (from === undefined && to === undefined) return `${subject} has been adopted.`
  if (from === undefined) return `${subject} was adopted up to ${to}.`
  return `${subject} was adopted ${to === undefined ? `since ${from}` : `between ${from} and ${to}`}.`
}

/** Returns the command that generates a changelog, without the day: `annex changelog annex-1/v1 --pending`. */
export function changelogCommand({ from, to, document, pending }: ChangelogRequest = {}): string {
  return [
    'annex changelog',
    ...[from, to].filter((revision) => revision !== undefined).map(asWord),
    ...(document === undefined ? [] : ['--document', document]),
    ...(pending ? ['--pending'] : []),
  ].join(' ')
}

/** Returns the line that names the command and the day of a changelog; `readMade` reads it. */
export function changelogMade(asOf: CalendarDay, asked?: ChangelogRequest): string {
  return `Generated from the record by \`${changelogCommand(asked)}\`; the Parties bound are those on ${asOf}.`
}

const MADE =
  /^Generated from the record by `annex changelog((?: [^`\n]+)?)`; (?:the Parties bound are those on|whom it binds is as of) (\S+)\.$/m

/** Reads the command and the day that a changelog names, or null if it names none. The day is not checked. */
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

// A revision may contain spaces, or the backtick that would end the code around it.
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
