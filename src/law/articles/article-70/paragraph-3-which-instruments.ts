import type { CalendarDay, Change, DataPath, Entry, Finding, RulePage } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import { provision } from '../provision.ts'

export const quote =
  '3. Proposed amendments should pertain only to universal and regional international legal instruments which have entered into force and are directly related to international crime.'

export const paragraph3 = provision('70(3)', quote, ['criteria-for-deletion', 'in-force-test-date', 'criteria-force'])

export const IN_FORCE = {
  id: 'law/70-3-in-force',
  level: 'error',
  cite: '70(3)',
  title: 'An instrument proposed for Annex 1 has entered into force',
  why: 'The fact `inForce` of the entry gives the day. Which day is tested is a reading: in-force-test-date. Whether a deletion is tested too is another: criteria-for-deletion.',
} as const satisfies RulePage

export const SCOPE = {
  id: 'law/70-3-scope',
  level: 'error',
  cite: '70(3)',
  title: 'An instrument proposed for Annex 1 is universal or regional',
  why: 'The fact `scope` of the entry says which. An instrument between two States is neither.',
} as const satisfies RulePage

export const STATEMENT = {
  id: 'law/70-3-statement',
  level: 'error',
  cite: '70(3)',
  title: 'The proposal says why the instrument is directly related to international crime',
  why: 'No program can judge this. The proposer gives the reasons, so that those who decide can read them.',
} as const satisfies RulePage

/** What paragraph 3 is applied to. */
export interface Instruments {
  changes: readonly Change[]
  /** The entries of the annex as proposed (`after`), and before the proposal (`before`). */
  after: readonly Entry[]
  before: readonly Entry[]
  statement?: string
  /** The day on which an instrument must have entered into force (reading `in-force-test-date`). */
  testDay: CalendarDay
  choice: Choice
}

/**
 * Checks that the instruments may be proposed. Each must be universal or regional and in force: these are facts. Each must
 * also be directly related to international crime: for this the proposal must give a reasoned statement.
 */
export function instrumentsQualify(instruments: Instruments): Finding[] {
  const { changes, after, before, choice } = instruments
  const touched = new Set(changes.filter((change) => isTested(change, choice)).map((change) => change.entry))
  const proposed = after.flatMap((entry, index) => (touched.has(entry.id) ? instrument(entry, index, instruments) : []))
  const deleted = before.filter((entry) => touched.has(entry.id) && !after.some(({ id }) => id === entry.id))
  return [
    ...proposed,
    ...deleted.flatMap((entry) => instrument(entry, undefined, instruments)),
    ...relation(changes, instruments.statement),
  ]
}

// Editorial facts and notes are not part of the text, so changing them needs no amendment.
function isTested(change: Change, choice: Choice): boolean {
  if (change.kind === 'added') return true
  if (change.kind === 'fact' || change.kind === 'note') return false
  return reads(choice, 'criteria-for-deletion', 'every-change')
}

function instrument(entry: Entry, index: number | undefined, { testDay }: Instruments): Finding[] {
  return [...hasScope(entry, index), ...hasEnteredIntoForce(entry, index, testDay)]
}

function hasScope(entry: Entry, index: number | undefined): Finding[] {
  if (entry.facts?.scope !== undefined) return []
  const message = `The scope of ${entry.id} is missing: it must be a universal or a regional instrument.`
  const hint = 'Add `scope` (universal or regional) to the facts of the entry, with the source.'
  return [forbids(SCOPE, message, hint, { at: where(entry, index, 'scope') })]
}

function hasEnteredIntoForce(entry: Entry, index: number | undefined, testDay: CalendarDay): Finding[] {
  const inForce = entry.facts?.inForce
  if (inForce !== undefined && inForce <= testDay) return []
  const message =
    inForce === undefined
      ? `The entry into force of ${entry.id} is missing: an instrument that is not in force cannot be proposed.`
      : `${entry.id} enters into force on ${dayInWords(inForce)}, so it is not yet in force on ${dayInWords(testDay)}.`
  const hint =
    inForce === undefined
      ? 'Add the day as `inForce` to the facts of the entry, with the source.'
      : 'Wait until it has entered into force.'
  return [forbids(IN_FORCE, message, hint, { at: where(entry, index, 'inForce') })]
}

function relation(changes: readonly Change[], statement: string | undefined): Finding[] {
  if (changes.length === 0 || (statement ?? '').trim() !== '') return []
  const message = 'The proposal does not say how the instrument is directly related to international crime.'
  return [forbids(STATEMENT, message, 'Give the reasons in `statement`.', { at: { path: ['statement'] } })]
}

// The nearest member that exists: the fact itself, the facts, or the entry.
function where(entry: Entry, index: number | undefined, fact: 'scope' | 'inForce'): Finding['at'] {
  if (index === undefined) return { path: ['entries'] }
  const facts: DataPath = entry.facts === undefined ? [] : ['facts']
  const member: DataPath = entry.facts?.[fact] === undefined ? [] : [fact]
  return { path: ['entries', index, ...facts, ...member] }
}
