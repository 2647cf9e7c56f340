import type {
  CalendarDay,
  Entry,
  FiledEvent,
  Finding,
  Party,
  ProposalFacts,
  ReadingChoice,
} from '../../treaty/index.ts'
import { type FindingDivergence, findingsUnderOtherReadings } from '../decide/divergences.ts'
import { judge } from '../decide/judgement.ts'
import { appliedTo, obstaclesTo, readingsInvolved, sentOutOn } from '../decide/sending-out.ts'
import { registerOf } from '../party/register.ts'
import { type Choice, chosenReadings } from '../readings/choice.ts'
import { realDaysOnly } from './check-register.ts'
import { knownOn, partiesKnownOn } from './known-facts.ts'

/** A proposal to check, with the record. */
export interface ProposalToCheck {
  proposal: ProposalFacts
  /** The document's entries before the proposal. */
  before: readonly Entry[]
  /** The document's entries as proposed. Findings point into them: `['entries', index, …]`. */
  after: readonly Entry[]
  parties: readonly Party[]
  events: readonly FiledEvent[]
  readings: ReadingChoice
  asOf: CalendarDay
  /** The files to which findings point: the proposal's, and its document's. */
  files?: { proposal?: string; document?: string }
}

/** The findings about a proposal, the provisions and readings applied, and what other readings would find. */
export interface CheckedProposal {
  findings: Finding[]
  provisions: string[]
  readings: ReadingChoice
  /** The other options, one by one, under which other findings would be reported. */
  divergences: FindingDivergence[]
}

/**
 * Checks that a proposal may be made: its basis applies to the document, its proposer has standing, and its content meets
 * the basis. Standing is tested on the day it was sent out, or on the day asked about if it was not.
 */
export function checkProposal(check: ProposalToCheck): Finding[] {
  return examineProposal(check).findings
}

/** Checks a proposal, and returns also the provisions and readings applied and what other readings would find. */
export function examineProposal(check: ProposalToCheck): CheckedProposal {
  const { proposal, before, after, asOf } = check
  const { choice, findings: unknown } = chosenReadings(check.readings)
  const { parties } = realDaysOnly(check.parties)
  const day = openedOn({ ...check, parties }, choice) ?? asOf
  const sending = { proposal, before, after, register: registerOf(partiesKnownOn(parties, day)), day }
  const found = obstaclesTo(sending, choice)
  const { provisions, readings } = appliedTo(proposal, choice)
  const divergences = findingsUnderOtherReadings(readingsInvolved(proposal), choice, found, (other) =>
    obstaclesTo(sending, other),
  )
  const engaged = divergences.map(({ reading }): [string, string] => [reading, choice[reading]])
  return {
    findings: [...unknown, ...found.map((finding) => inFile(finding, check))],
    provisions,
    readings: { ...readings, ...Object.fromEntries(engaged) },
    divergences,
  }
}

function openedOn({ asOf, ...situation }: ProposalToCheck, choice: Choice): CalendarDay | null {
  const known = knownOn(situation, asOf)
  const { opened } = judge(known, registerOf(known.parties), choice, asOf).verdict
  return sentOutOn(opened, known.events)
}

function inFile(finding: Finding, { files }: ProposalToCheck): Finding {
  const file = finding.at?.path?.[0] === 'entries' ? files?.document : files?.proposal
  return file === undefined ? finding : { ...finding, at: { ...finding.at, file } }
}
