import type {
  Basis,
  CalendarDay,
  Divergence,
  Outcome,
  PartyCode,
  Proposer,
  ReadingChoice,
  Slug,
} from '../../treaty/index.ts'

/** The names of the Parties by code, as in the register. */
export type Names = Readonly<Record<PartyCode, string>>

/** `France (FRA)`; only the code if no name is known. */
export function partyName(code: PartyCode, names: Names): string {
  const name = Object.hasOwn(names, code) ? names[code] : undefined
  return name === undefined || name === code ? code : `${name} (${code})`
}

const BASES: Record<Basis, string> = {
  '70.1': 'Article 70(1)',
  '70.2': 'Article 70(2)',
  '62': 'Article 62(9)-(10)',
  '68': 'Article 68',
  correction: 'correction of errors (Vienna Convention on the Law of Treaties, Article 79)',
}

/** `Article 70(1)`. */
export function basisInWords(basis: Basis): string {
  return BASES[basis]
}

const OFFICES: Record<string, string> = {
  secretariat: 'the Secretariat',
  commission: 'the International Technical Commission',
  depositary: 'the depositary',
}

/** Returns the name of a proposer. */
export function proposerName(by: Proposer, names: Names): string {
  return OFFICES[by] ?? partyName(by, names)
}

/** `1 Party`, `12 Parties`. */
export function partyCount(count: number): string {
  return count === 1 ? '1 Party' : `${count} Parties`
}

/** `reading = option`, for a reading and those changed together with it. */
export function readingInWords(reading: Slug, option: Slug, together: Record<Slug, Slug> = {}): string {
  return [[reading, option], ...Object.entries(together)].map(([id, chosen]) => `${id} = ${chosen}`).join(', ')
}

/** Says which findings a draft would have under another reading. */
export function foundInWords(rules: readonly string[]): string {
  return rules.length === 0 ? 'no findings' : `findings: ${rules.join(', ')}`
}

const NAMED_AT_MOST = 6

/**
 * Lists the Parties that another reading binds from another day or not at all: `FRA from 2021-08-14, BRA not bound, and 3 more`;
 * empty if there are none.
 */
function otherDaysInWords(
  parties: Readonly<Record<PartyCode, CalendarDay | null>> = {},
  named: (code: PartyCode) => string = (code) => code,
): string {
  const days = Object.entries(parties)
  const shown = days
    .slice(0, NAMED_AT_MOST)
    .map(([code, day]) => `${named(code)} ${day === null ? 'not bound' : `from ${day}`}`)
  const more = days.length - shown.length
  return `${shown.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}

/** Each status in words, for an amendment. */
const STATUS_IN_WORDS: Record<Outcome['status'], string> = {
  draft: 'a draft, not yet circulated',
  circulated: 'circulated',
  blocked: 'blocked; it does not enter into force',
  'awaiting-entry': 'not blocked; not yet in force',
  'in-force': 'in force',
  submitted: 'submitted to the Conference',
  adopted: 'adopted by the Conference',
  rejected: 'rejected',
  recommended: 'recommended by the Commission',
  suggested: 'suggested to the States Parties',
  closed: 'closed',
}

/** A correction is no amendment: it is made or not, and what is made holds from the beginning. */
const CORRECTION_IN_WORDS: Partial<Record<Outcome['status'], string>> = {
  circulated: 'notified',
  blocked: 'objected to; it is not made',
  'in-force': 'made; it holds from the beginning',
}

/** Returns a status in words. */
export function outcomeInWords(status: Outcome['status'], basis: Outcome['basis']): string {
  return (basis === 'correction' ? CORRECTION_IN_WORDS[status] : undefined) ?? STATUS_IN_WORDS[status]
}

/**
 * Returns a status on a day in words. After the period for objections a proposal may still be circulated, if the Conference must
 * decide as well.
 */
export function statusInWords(
  status: Outcome['status'],
  { asOf, basis, deadline }: Pick<Outcome, 'asOf' | 'basis' | 'deadline'>,
): string {
  const says = outcomeInWords(status, basis)
  if (status !== 'circulated' || deadline === null) return says
  return `${says}; the period for objections ${asOf <= deadline ? 'runs' : 'is over'}`
}

/** Returns what another reading would change: the status, the Parties bound from other days, the findings. */
export function divergenceInWords(
  { reading, option, together, parties, findings }: Divergence,
  status: string,
  named?: (code: PartyCode) => string,
): string {
  const found = findings === undefined ? '' : foundInWords(findings)
  const differences = [status, otherDaysInWords(parties, named), found].filter(Boolean)
  return `${readingInWords(reading, option, together)}: ${differences.join('; ')}`
}

/** Lists the options taken: `denominator-date: circulation`. */
export function optionsTaken(readings: ReadingChoice): string[] {
  return Object.entries(readings).map(([id, option]) => `${id}: ${option}`)
}

/** Returns an indented text under a heading; nothing for an empty text. */
export function sectionText(heading: string, body: string): string {
  return body === '' ? '' : `${heading}\n${body.replace(/^/gm, '  ')}`
}
