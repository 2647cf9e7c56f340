import type { CalendarDay, Entry, FiledEvent, Finding, Party, ProposalFacts, ReadingChoice } from '../treaty/index.ts'
import { standingOfCommission } from './article-62/index.ts'
import { firstDayToPropose, fiveYearsBind } from './article-68/index.ts'
import { instrumentsQualify, standingOfSecretariat, standingOfState } from './article-70/index.ts'
import { standingOfDepositary } from './correction/index.ts'
import { forbids } from './finding.ts'
import { partiesKnownOn } from './known-facts.ts'
import { type Choice, chosenReadings, reads } from './readings/choice.ts'
import { realDaysOnly } from './real-days.ts'
import { type Register, registerOf } from './register.ts'
import { inWords } from './wording.ts'

/** A proposal with what it is checked against. */
export interface ProposalToCheck {
  proposal: ProposalFacts
  /** The document's entries as they stood. */
  before: readonly Entry[]
  /** The document's entries as proposed: findings point into them, `['entries', index, …]`. */
  after: readonly Entry[]
  parties: readonly Party[]
  events: readonly FiledEvent[]
  readings: ReadingChoice
  asOf: CalendarDay
  /** The files in which findings are to point: the proposal's, and its document's. */
  files?: { proposal?: string; document?: string }
}

/**
 * Whether the law lets the proposal be made: its basis fits the document, its proposer has standing, and what its basis
 * asks of the content is met. Standing is tested on the day it was sent out (while it is not: on the day asked).
 */
export function checkProposal(check: ProposalToCheck): Finding[] {
  const { choice, findings } = chosenReadings(check.readings)
  const day = openedOn(check) ?? check.asOf
  const register = registerOf(partiesKnownOn(realDaysOnly(check.parties).parties, day))
  const misfit = basisFits(check.proposal, choice)
  const rest =
    misfit.length > 0
      ? []
      : [
          ...standing(check.proposal, register, day),
          ...fiveYears(check, register, choice, day),
          ...content(check, choice, day),
        ]
  return [
    ...findings,
    ...[...misfit, ...something(check.proposal), ...nothingElse(check.proposal), ...rest].map((finding) =>
      inFile(finding, check),
    ),
  ]
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

function standing({ basis, by }: ProposalFacts, register: Register, day: CalendarDay): Finding[] {
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

// Standing of time: the five years are asked for here while it is a draft, and of the event that opens the procedure.
function fiveYears({ proposal }: ProposalToCheck, register: Register, choice: Choice, day: CalendarDay): Finding[] {
  const byArticle68 =
    proposal.basis === '68' ||
    (proposal.basis === '62' && reads(choice, 'technical-annex-entry-into-force', 'article-68'))
  if (!byArticle68 || !fiveYearsBind(proposal.document, choice)) return []
  const first = register.inForce === null ? null : firstDayToPropose(register.inForce)
  const asked = proposal.proposed ?? day
  if (first !== null && first <= asked) return []
  const when = first === null ? 'the Convention is not in force' : `the first day is ${inWords(first)}`
  const message = `An amendment may be proposed only when the Convention has been in force for five years: ${when}.`
  return [forbids('five-years', '68(1)', message, 'Wait until then.', { path: ['basis'] })]
}

function content(check: ProposalToCheck, choice: Choice, day: CalendarDay): Finding[] {
  const { proposal, before, after } = check
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

function openedOn({ events, asOf }: ProposalToCheck): CalendarDay | undefined {
  const opening = events.find(({ event, on }) => OPENINGS.has(event) && on <= asOf)
  return opening?.on
}

const OPENINGS: ReadonlySet<string> = new Set(['circulated', 'submitted', 'recommended'])

function inFile(finding: Finding, { files }: ProposalToCheck): Finding {
  const file = finding.at?.path?.[0] === 'entries' ? files?.document : files?.proposal
  return file === undefined ? finding : { ...finding, at: { ...finding.at, file } }
}
