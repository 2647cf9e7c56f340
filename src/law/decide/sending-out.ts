import type {
  Basis,
  CalendarDay,
  Entry,
  FiledEvent,
  Finding,
  ProposalFacts,
  ReadingChoice,
  RulePage,
} from '../../treaty/index.ts'
import { standingOfCommission } from '../articles/article-62/index.ts'
import { FIVE_YEARS, fiveYearsBind, isAnnex, tooEarlyToPropose } from '../articles/article-68/index.ts'
import { instrumentsQualify, standingOfSecretariat, standingOfState } from '../articles/article-70/index.ts'
import { standingOfDepositary } from '../articles/correction/index.ts'
import type { Register } from '../party/register.ts'
import { type Choice, reads } from '../readings/choice.ts'
import type { ReadingId } from '../readings/index.ts'
import { asRemark, forbids } from './finding.ts'

export const BASIS_FITS_DOCUMENT = {
  id: 'law/basis-fits-document',
  level: 'error',
  title: 'The basis of a proposal applies to its document',
  why: 'Article 70 is about Annex 1, Article 62(9) and (10) about the Technical Annex, and Article 68 about the articles (under one reading also about the Technical Annex, under another also about Annex 1). A correction may be about any of them.',
} as const satisfies RulePage

export const SOMETHING_CHANGED = {
  id: 'law/something-changed',
  level: 'error',
  title: 'A proposal changes its document',
  why: 'Without a change there is no text to freeze and nothing to ask the Parties, and the new edition would equal the last one.',
} as const satisfies RulePage

export const NOTHING_ELSE_CHANGED = {
  id: 'law/nothing-else-changed',
  level: 'error',
  title: 'A proposal changes only its own document',
  why: 'Each document has its own bases and its own day of entry into force. A change of another document on the same branch would be adopted without being examined.',
} as const satisfies RulePage

/** A proposal as it is, or will be, sent out on a day. */
export interface SendingOut {
  proposal: ProposalFacts
  /** The document's entries before the proposal. */
  before: readonly Entry[]
  /** The document's entries as proposed. Findings point into them: `['entries', index, …]`. */
  after: readonly Entry[]
  /** The register as it was known on that day. */
  register: Register
  /** The day on which it was sent out, or the day asked about if it was not. */
  day: CalendarDay
}

/**
 * Returns what prevents a proposal from being sent out, under one choice of readings: its basis does not apply to the
 * document, its proposer has no standing, its content does not meet the basis, or it changes something else.
 */
export function obstaclesTo(sending: SendingOut, choice: Choice): Finding[] {
  const misfit = basisFits(sending.proposal, choice)
  const rest =
    misfit.length > 0 ? [] : [...standing(sending), ...fiveYears(sending, choice), ...content(sending, choice)]
  return [...misfit, ...noChange(sending.proposal), ...otherDocuments(sending.proposal), ...rest]
}

/**
 * Returns the day on which a proposal was sent out, with or without effect; null if no event could start its procedure.
 *
 * @param opened the day on which the procedure started under the law, if it did
 * @param known the events known, in order
 */
export function sentOutOn(opened: CalendarDay | null, known: readonly FiledEvent[]): CalendarDay | null {
  return opened ?? known.find(({ event }) => OPENINGS.has(event))?.on ?? null
}

const OPENINGS: ReadonlySet<string> = new Set(['circulated', 'submitted', 'recommended'])

/** Returns the provisions that apply to a proposal before it is sent out, and the readings chosen for them. */
export function appliedTo(proposal: ProposalFacts, choice: Choice): { provisions: string[]; readings: ReadingChoice } {
  const { basis, document } = proposal
  const five = goesByArticle68(proposal, choice) && fiveYearsBind(document, choice)
  const more = basis.startsWith('70') ? ['70(3)'] : five ? ['68(1)'] : []
  const asked = readingsInvolved(proposal).filter(
    (id) => id !== 'criteria-force' && (id !== 'five-year-bar' || goesByArticle68(proposal, choice)),
  )
  return {
    provisions: [...new Set([CITES[basis], ...more])],
    readings: Object.fromEntries(asked.map((id) => [id, choice[id]])),
  }
}

/** Returns the readings that may decide whether a proposal can be sent out. */
export function readingsInvolved({ basis, document }: ProposalFacts): ReadingId[] {
  if (basis.startsWith('70')) return ['criteria-for-deletion', 'in-force-test-date', 'criteria-force']
  if (basis === '68' && document === 'annex-1') return ['article-68-for-annex-1', 'five-year-bar']
  return isAnnex(document) && basis !== 'correction' ? ['technical-annex-entry-into-force', 'five-year-bar'] : []
}

/** The document that each basis may change; a correction may change any. */
const DOCUMENTS = { '70.1': 'annex-1', '70.2': 'annex-1', '62': 'technical-annex', '68': 'article-4', correction: null }
const CITES = { '70.1': '70(1)', '70.2': '70(2)', '62': '62(9)', '68': '68(1)', correction: 'VCLT 79(2)' }

function basisFits({ basis, document }: ProposalFacts, choice: Choice): Finding[] {
  const fits = DOCUMENTS[basis]
  if (fits === null || fits === document) return []
  if (basis === '68' && document === 'technical-annex') {
    if (reads(choice, 'technical-annex-entry-into-force', 'article-68')) return []
  }
  if (basis === '68' && document === 'annex-1' && reads(choice, 'article-68-for-annex-1', 'yes')) return []
  const message = `${CITES[basis]} does not apply to ${document}: it applies to ${fits}.`
  const hint =
    'Choose the basis that the Convention gives for the document: 70.1 or 70.2 for annex-1, 62 for technical-annex, 68 for article-4.'
  return [forbids(BASIS_FITS_DOCUMENT, message, hint, { cite: CITES[basis], at: { path: ['basis'] } })]
}

function standing({ proposal, register, day: sent }: SendingOut): Finding[] {
  const { basis, by } = proposal
  const day = dayProposed(proposal, sent)
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

// A day of proposing that is later than the day of sending out is a slip, so it is not used.
function dayProposed({ proposed }: ProposalFacts, sent: CalendarDay): CalendarDay {
  return proposed !== undefined && proposed <= sent ? proposed : sent
}

/** Returns whether the procedure is that of Article 68, which may require that five years have passed. */
function goesByArticle68({ basis }: { basis: Basis }, choice: Choice): boolean {
  return basis === '68' || (basis === '62' && reads(choice, 'technical-annex-entry-into-force', 'article-68'))
}

// The five years are also a condition of the event that starts the procedure; this is the check of a draft.
function fiveYears({ proposal, register, day }: SendingOut, choice: Choice): Finding[] {
  if (!goesByArticle68(proposal, choice)) return []
  const message = tooEarlyToPropose(proposal, register, day, choice)
  if (message === undefined) return []
  return [forbids(FIVE_YEARS, message, 'Wait until then.', { at: { path: ['basis'] } })]
}

function content({ proposal, before, after, day }: SendingOut, choice: Choice): Finding[] {
  if (!proposal.basis.startsWith('70')) return []
  const { changes, statement, proposed } = proposal
  const testDay = reads(choice, 'in-force-test-date', 'proposal') ? (proposed ?? day) : day
  const given = statement === undefined ? {} : { statement }
  const found = instrumentsQualify({ changes, before, after, testDay, choice, ...given })
  return reads(choice, 'criteria-force', 'hortatory') ? found.map(asRemark) : found
}

function noChange({ changes, document, basis }: ProposalFacts): Finding[] {
  if (changes.some((change) => change.document === document)) return []
  const message = `The proposal changes nothing in ${document}.`
  const hint = `Edit annexes/${document}.yaml on the branch of the proposal, and commit it.`
  return [forbids(SOMETHING_CHANGED, message, hint, { cite: CITES[basis], at: { path: ['document'] } })]
}

function otherDocuments({ changes, document, basis }: ProposalFacts): Finding[] {
  const others = [...new Set(changes.map((change) => change.document))].filter((other) => other !== document)
  return others.map((other) => {
    const message = `The proposal is about ${document}, but it also changes ${other}.`
    const hint = `Make a separate proposal for ${other}.`
    return forbids(NOTHING_ELSE_CHANGED, message, hint, { cite: CITES[basis], at: { path: ['document'] } })
  })
}
