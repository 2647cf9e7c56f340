import type { CalendarDay, Entry, FiledEvent, Finding, ProposalFacts, ReadingChoice } from '../../treaty/index.ts'
import { standingOfCommission } from '../articles/article-62/index.ts'
import { firstDayToPropose, fiveYearsBind, isAnnex } from '../articles/article-68/index.ts'
import { instrumentsQualify, standingOfSecretariat, standingOfState } from '../articles/article-70/index.ts'
import { standingOfDepositary } from '../articles/correction/index.ts'
import type { Register } from '../party/register.ts'
import { type Choice, reads } from '../readings/choice.ts'
import type { ReadingId } from '../readings/index.ts'
import { forbids } from './finding.ts'
import { dayInWords } from './wording.ts'

/** A proposal as it is, or is to be, sent out on a day. */
export interface SendingOut {
  proposal: ProposalFacts
  /** The document's entries as they stood. */
  before: readonly Entry[]
  /** The document's entries as proposed: findings point into them, `['entries', index, …]`. */
  after: readonly Entry[]
  /** The register as it was known on that day. */
  register: Register
  /** The day it was sent out; while it was not, the day asked. */
  day: CalendarDay
}

/**
 * What stands in the way of sending a proposal out, under one choice of readings: its basis does not fit the document, its
 * proposer has no standing, what its basis asks of the content is not met, it changes something else.
 */
export function obstaclesTo(sending: SendingOut, choice: Choice): Finding[] {
  const misfit = basisFits(sending.proposal, choice)
  const rest =
    misfit.length > 0 ? [] : [...standing(sending), ...fiveYears(sending, choice), ...content(sending, choice)]
  return [...misfit, ...something(sending.proposal), ...nothingElse(sending.proposal), ...rest]
}

/**
 * The day a proposal was sent out, with effect or not; null while nothing was that could open its procedure.
 *
 * @param opened the day on which the law has it opened, if it has
 * @param known the events known, in order
 */
export function sentOutOn(opened: CalendarDay | null, known: readonly FiledEvent[]): CalendarDay | null {
  return opened ?? known.find(({ event }) => OPENINGS.has(event))?.on ?? null
}

const OPENINGS: ReadonlySet<string> = new Set(['circulated', 'submitted', 'recommended'])

/** The provisions that a proposal is held against before it is sent out, and the readings taken. */
export function appliedTo(proposal: ProposalFacts, choice: Choice): { provisions: string[]; readings: ReadingChoice } {
  const { basis, document } = proposal
  const five = goesByArticle68(proposal, choice) && fiveYearsBind(document, choice)
  const more = basis.startsWith('70') ? ['70(3)'] : five ? ['68(1)'] : []
  const asked = readingsInvolved(proposal).filter((id) => id !== 'five-year-bar' || goesByArticle68(proposal, choice))
  return {
    provisions: [...new Set([CITES[basis], ...more])],
    readings: Object.fromEntries(asked.map((id) => [id, choice[id]])),
  }
}

/** The readings on which it may rest whether a proposal may be sent out. */
export function readingsInvolved({ basis, document }: ProposalFacts): ReadingId[] {
  if (basis.startsWith('70')) return ['criteria-for-deletion', 'in-force-test-date']
  return isAnnex(document) && basis !== 'correction' ? ['technical-annex-entry-into-force', 'five-year-bar'] : []
}

/** The documents that each basis may change. */
const DOCUMENTS = { '70.1': 'annex-1', '70.2': 'annex-1', '62': 'technical-annex', '68': 'article-4', correction: null }

function basisFits({ basis, document }: ProposalFacts, choice: Choice): Finding[] {
  const fits = DOCUMENTS[basis]
  if (fits === null || fits === document) return []
  if (basis === '68' && document === 'technical-annex') {
    if (reads(choice, 'technical-annex-entry-into-force', 'article-68')) return []
  }
  return [
    forbids(
      'basis-fits-document',
      CITES[basis],
      `${CITES[basis]} is no basis for changing ${document}: it is about ${fits}.`,
      'Choose the basis that the Convention gives for that document: 70.1 or 70.2 for annex-1, 62 for technical-annex, 68 for article-4.',
      { path: ['basis'] },
    ),
  ]
}

const CITES = { '70.1': '70(1)', '70.2': '70(2)', '62': '62(9)', '68': '68(1)', correction: 'VCLT 79(2)' }

function standing({ proposal: { basis, by }, register, day }: SendingOut): Finding[] {
  switch (basis) {
    case '70.1':
      return standingOfState(by, register, day)
    case '70.2':
      return standingOfSecretariat(by)
    case '62':
      return standingOfCommission(by)
    case '68':
      return standingOfState(by, register, day, '68(1)')
    case 'correction':
      return standingOfDepositary(by)
  }
}

/** Whether the procedure is that of Article 68, eventInWords five years may then have to have passed. */
function goesByArticle68({ basis }: ProposalFacts, choice: Choice): boolean {
  return basis === '68' || (basis === '62' && reads(choice, 'technical-annex-entry-into-force', 'article-68'))
}

// Standing of time: the five years are asked for here while it is a draft, and of the event that opens the procedure.
function fiveYears({ proposal, register, day }: SendingOut, choice: Choice): Finding[] {
  if (!goesByArticle68(proposal, choice) || !fiveYearsBind(proposal.document, choice)) return []
  const first = register.inForce === null ? null : firstDayToPropose(register.inForce)
  const asked = proposal.proposed ?? day
  if (first !== null && first <= asked) return []
  const when = first === null ? 'the Convention is not in force' : `the first day is ${dayInWords(first)}`
  const message = `An amendment may be proposed only when the Convention has been in force for five years: ${when}.`
  return [forbids('five-years', '68(1)', message, 'Wait until then.', { path: ['basis'] })]
}

function content({ proposal, before, after, day }: SendingOut, choice: Choice): Finding[] {
  if (!proposal.basis.startsWith('70')) return []
  const { changes, statement, proposed } = proposal
  const testDay = reads(choice, 'in-force-test-date', 'proposal') ? (proposed ?? day) : day
  return instrumentsQualify({
    changes,
    before,
    after,
    testDay,
    choice,
    ...(statement === undefined ? {} : { statement }),
  })
}

// Sent out, it would freeze no text and make an edition that differs in nothing from the last.
function something({ changes, document, basis }: ProposalFacts): Finding[] {
  if (changes.some((change) => change.document === document)) return []
  const message = `The proposal changes nothing in ${document}.`
  const hint = `Edit annexes/${document}.yaml on its branch, and commit that.`
  return [forbids('something-changed', CITES[basis], message, hint, { path: ['document'] })]
}

function nothingElse({ changes, document, basis }: ProposalFacts): Finding[] {
  const others = [...new Set(changes.map((change) => change.document))].filter((other) => other !== document)
  return others.map((other) =>
    forbids(
      'nothing-else-changed',
      CITES[basis],
      `The proposal is about ${document} but changes ${other} as well.`,
      `Make a proposal of its own for ${other}.`,
      { path: ['document'] },
    ),
  )
}
