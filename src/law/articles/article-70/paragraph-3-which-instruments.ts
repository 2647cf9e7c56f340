import type { CalendarDay, Change, DataPath, Entry, Finding } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '3. Proposed amendments should pertain only to universal and regional international legal instruments which have entered into force and are directly related to international crime.'

export const paragraph3: Provision = {
  cite: '70(3)',
  cases: 'article-70/paragraph-3',
  quote,
  of: 'convention',
  readings: ['criteria-for-deletion', 'in-force-test-date'],
}

/** What paragraph 3 looks at. */
export interface Instruments {
  changes: readonly Change[]
  /** The entries of the annex as proposed, and as they stood. */
  after: readonly Entry[]
  before: readonly Entry[]
  statement?: string
  /** The day on which an instrument must have entered into force (reading `in-force-test-date`). */
  testDay: CalendarDay
  choice: Choice
}

/**
 * Whether the instruments may be proposed: each must be universal or regional and have entered into force, which are
 * facts, and be directly related to international crime, for which the proposal must carry a reasoned statement.
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

// Editorial facts and notes are no part of the text: changing them takes no amendment.
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
  return [
    forbids(
      '70-3-scope',
      '70(3)',
      `Nothing shows that ${entry.id} is a universal or a regional instrument.`,
      'Record its `scope`, universal or regional, among the facts of the entry, with the source.',
      where(entry, index, 'scope'),
    ),
  ]
}

function hasEnteredIntoForce(entry: Entry, index: number | undefined, testDay: CalendarDay): Finding[] {
  const inForce = entry.facts?.inForce
  if (inForce !== undefined && inForce <= testDay) return []
  const message =
    inForce === undefined
      ? `Nothing shows that ${entry.id} has entered into force.`
      : `${entry.id} enters into force on ${dayInWords(inForce)} only: not yet on ${dayInWords(testDay)}.`
  const hint =
    inForce === undefined
      ? 'Record the day as `inForce` among the facts of the entry, with the source; an instrument not in force cannot be proposed.'
      : 'Wait until it has entered into force.'
  return [forbids('70-3-in-force', '70(3)', message, hint, where(entry, index, 'inForce'))]
}

function relation(changes: readonly Change[], statement: string | undefined): Finding[] {
  if (changes.length === 0 || (statement ?? '').trim() !== '') return []
  return [
    forbids(
      '70-3-statement',
      '70(3)',
      'The proposal does not say how the instrument is directly related to international crime.',
      "Give the reasons in the proposal's `statement`.",
      { path: ['statement'] },
    ),
  ]
}

// The nearest member that is there: the fact itself, the facts, or the entry.
function where(entry: Entry, index: number | undefined, fact: 'scope' | 'inForce'): Finding['at'] {
  if (index === undefined) return { path: ['entries'] }
  const facts: DataPath = entry.facts === undefined ? [] : ['facts']
  const member: DataPath = entry.facts?.[fact] === undefined ? [] : [fact]
  return { path: ['entries', index, ...facts, ...member] }
}
