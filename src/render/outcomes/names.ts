import type { Basis, CalendarDay, Outcome, PartyCode, Proposer, Slug } from '../../treaty/index.ts'

/** The Parties' names by their codes, as the register has them. */
export type Names = Readonly<Record<PartyCode, string>>

/** `France (FRA)`; the code alone where no name is known. */
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

/** Who proposed, as one says it. */
export function proposerName(by: Proposer, names: Names): string {
  return OFFICES[by] ?? partyName(by, names)
}

/** `1 Party`, `12 Parties`. */
export function partyCount(count: number): string {
  return count === 1 ? '1 Party' : `${count} Parties`
}

/** A reading and its option, with others that go with it. */
export function readingInWords(reading: Slug, option: Slug, together: Record<Slug, Slug> = {}): string {
  return [[reading, option], ...Object.entries(together)].map(([id, chosen]) => `${id} = ${chosen}`).join(', ')
}

/** What would be found of a draft under another reading. */
export function foundInWords(rules: readonly string[]): string {
  return rules.length === 0 ? 'nothing would be found' : `${rules.join(', ')} would be found`
}

const NAMED_AT_MOST = 6

/**
 * Whom another reading binds from another day, or not at all: `FRA from 2031-08-14, BRA not bound, and 3 more`; nothing
 * where it does nobody.
 */
export function otherDaysInWords(
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

/** How a status reads in a sentence. */
export const STATUS_IN_WORDS: Record<Outcome['status'], string> = {
  draft: 'a draft; it was not sent out',
  circulated: 'circulated',
  blocked: 'blocked; it does not enter into force',
  'awaiting-entry': 'not stopped; it awaits its entry into force',
  'in-force': 'in force',
  submitted: 'submitted to the Conference',
  adopted: 'adopted by the Conference',
  rejected: 'rejected',
  recommended: 'recommended by the Commission',
  suggested: 'suggested to the States Parties',
  closed: 'closed',
}

/**
 * The same on a day, where there is a period for objections: one that is circulated may go on being so behind the last
 * day, where the Conference has to decide as well.
 */
export function statusInWords(
  status: Outcome['status'],
  { asOf, deadline }: Pick<Outcome, 'asOf' | 'deadline'>,
): string {
  if (status !== 'circulated' || deadline === null) return STATUS_IN_WORDS[status]
  return `circulated; the period for objections ${asOf <= deadline ? 'runs' : 'is over'}`
}
