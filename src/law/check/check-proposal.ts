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

/** What a proposal was found to lack, by which provisions and readings, and what other readings would find. */
export interface CheckedProposal {
  findings: Finding[]
  provisions: string[]
  readings: ReadingChoice
  /** The other options, one by one, under which something else would be found. */
  divergences: FindingDivergence[]
}

/**
 * Whether the law lets the proposal be made: its basis fits the document, its proposer has standing, and what its basis
 * asks of the content is met. Standing is tested on the day it was sent out (while it is not: on the day asked).
 */
export function checkProposal(check: ProposalToCheck): Finding[] {
  return examineProposal(check).findings
}

/** The same, with the provisions and readings by which it is judged, and what would be found under others. */
export function examineProposal(check: ProposalToCheck): CheckedProposal {
  const { proposal, before, after, asOf } = check
  const { choice, findings: unknown } = chosenReadings(check.readings)
  const { parties } = realDaysOnly(check.parties)
  const day = openedOn({ ...check, parties }, choice) ?? asOf
  const sending = { proposal, before, after, register: registerOf(partiesKnownOn(parties, day)), day }
  const found = obstaclesTo(sending, choice)
  return {
    findings: [...unknown, ...found.map((finding) => inFile(finding, check))],
    ...appliedTo(proposal, choice),
    divergences: findingsUnderOtherReadings(readingsInvolved(proposal), choice, found, (other) =>
      obstaclesTo(sending, other),
    ),
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
