import type {
  CalendarDay,
  FiledEvent,
  Finding,
  Party,
  PartyCode,
  ProposalFacts,
  ReadingChoice,
  Reason,
  RulePage,
  Situation,
  Status,
} from '../../treaty/index.ts'
import { realDaysOnly, remarksOnParty } from '../check/check-register.ts'
import { knownOn, partiesKnownOn } from '../check/known-facts.ts'
import { forbids } from '../decide/finding.ts'
import { judge, restsOn } from '../decide/judgement.ts'
import type { Effect, Verdict } from '../decide/verdict.ts'
import { type Choice, chosenReadings } from '../readings/choice.ts'
import {
  type Membership,
  membershipOn,
  notAParty,
  type Register,
  reasonsForMembership,
  registerOf,
} from './register.ts'

export const ORGANIZATION_AND_AMENDMENTS = {
  id: 'law/organization-and-amendments',
  level: 'warning',
  cite: '70(5)',
  title: 'The Convention says what binds an organization',
  why: 'Article 70 speaks of States Parties only. The program treats an organization as a Party that kept silent and did not consent. The depositary may say otherwise.',
} as const satisfies RulePage

/** A proposal on record: what was sent out, and what happened to it. */
export interface RecordedProposal {
  proposal: ProposalFacts
  events: readonly FiledEvent[]
}

/** What a proposal means for one Party. */
export interface Amendment {
  proposal: ProposalFacts
  status: Status
  /** The day on which the amendment itself enters into force; null if not known, or if it does not. */
  entersIntoForce: CalendarDay | null
  /** The day from which it binds the Party; null if it does not. The day may be later than the day asked about. */
  boundFrom: CalendarDay | null
  /**
   * Whether it is, or may become, part of the Convention as the Party joined it: it binds from the same day as the
   * Convention, or the Party joined too late to object to it.
   */
  joinedWith: boolean
  /** The day on which it was sent out or submitted; null if it was not. */
  opened: CalendarDay | null
  reasons: Reason[]
}

/** What binds one Party on one day. */
export interface Binding {
  party: PartyCode
  asOf: CalendarDay
  /** The Party's record on that day; null if it is not a Party. */
  record: Party | null
  /** Why the Convention itself binds it, and since when. */
  because: Reason[]
  /** The amendments that bind it on the day, in the order of replay. */
  amendments: Amendment[]
  /** The other amendments known on the day, in the order of the record: pending, stopped, not yet in force, or not for this Party. */
  others: Amendment[]
  /** The readings that the answer depends on. */
  readings: ReadingChoice
  findings: Finding[]
}

/**
 * Returns which amendments bind a Party on a day, in the order in which their changes are replayed on the original text: by
 * the day each enters into force, then by the day it was sent out, then by id. The day from which it binds this Party does
 * not matter: an amendment accepted late still comes before one that builds on it.
 *
 * @param proposals the proposals that change the document
 */
export function bindingChanges(
  parties: readonly Party[],
  proposals: readonly RecordedProposal[],
  code: PartyCode,
  asOf: CalendarDay,
  readings: ReadingChoice,
): Binding {
  const { choice, findings: unknown } = chosenReadings(readings)
  const { parties: real, findings: unreal } = realDaysOnly(parties)
  const known = partiesKnownOn(real, asOf)
  const register = registerOf(known)
  const membership = membershipOn(register, code, asOf)
  const about = { party: code, asOf, record: membership?.party ?? null }
  const findings = [...unknown, ...unreal, ...remarksOnParty(code, known)]
  if (membership === undefined) {
    const refusal = notAParty(code, register, asOf)
    return { ...about, because: [], amendments: [], others: [], readings: {}, findings: [...findings, refusal] }
  }
  const because = reasonsForMembership(membership, register)
  const all = proposals.map((each) => orderedAmendment(membership, each, register, choice, asOf))
  const amendments = all.filter(({ amendment: { boundFrom } }) => boundFrom !== null && boundFrom <= asOf)
  const others = all.filter((each) => !amendments.includes(each))
  return {
    ...about,
    because,
    amendments: amendments.sort(inOrderOfReplay).map(({ amendment }) => amendment),
    others: others.map(({ amendment }) => amendment),
    readings: restsOn(all.flatMap(({ amendment }) => amendment.reasons)),
    findings: [...findings, ...organization(membership)],
  }
}

/**
 * Returns the amendments for one instrument of a Party, by what is known on a day: those that bind it or will bind it from a
 * known day, and all others. On that day the Convention need not be in force for the Party.
 */
export function amendmentsForInstrument(
  parties: readonly Party[],
  proposals: readonly RecordedProposal[],
  { code, deposited }: Pick<Party, 'code' | 'deposited'>,
  day: CalendarDay,
  readings: ReadingChoice,
): Pick<Binding, 'amendments' | 'others'> {
  const { choice } = chosenReadings(readings)
  const register = registerOf(partiesKnownOn(realDaysOnly(parties).parties, day))
  const membership = register.byCode.get(code)?.find(({ party }) => party.deposited === deposited)
  if (membership === undefined) return { amendments: [], others: [] }
  const all = proposals.map((each) => orderedAmendment(membership, each, register, choice, day)).sort(inOrderOfReplay)
  const [bound, others] = [all.filter(binds), all.filter((each) => !binds(each))]
  return { amendments: bound.map(({ amendment }) => amendment), others: others.map(({ amendment }) => amendment) }
}

function binds({ amendment: { boundFrom } }: OrderedAmendment): boolean {
  return boundFrom !== null
}

interface OrderedAmendment {
  amendment: Amendment
  /** Sorts it as a string: the day of entry into force, the day it was sent out, its id. */
  order: string
}

function orderedAmendment(
  membership: Membership,
  { proposal, events }: RecordedProposal,
  register: Register,
  choice: Choice,
  asOf: CalendarDay,
): OrderedAmendment {
  const situation: Situation = { proposal, parties: [], events, readings: {} }
  const { verdict, effectOn } = judge(knownOn(situation, asOf), register, choice, asOf)
  const effect = effectOn(membership)
  const { status, entersIntoForce } = verdict
  const boundFrom = effect?.boundFrom ?? null
  const reasons = [...verdict.because, ...(effect?.reasons ?? [])]
  const joinedWith = isJoinedWith(membership, verdict, effect)
  return {
    amendment: { proposal, status, entersIntoForce, boundFrom, joinedWith, opened: verdict.opened, reasons },
    order: [verdict.replayedFrom, verdict.opened, proposal.proposal].join(' '),
  }
}

// A State that can still object joins the Convention without the amendment.
function isJoinedWith({ from }: Membership, { deadline }: Verdict, effect: Effect | null): boolean {
  const couldObject = deadline !== null && from <= deadline
  if (effect === null) return !couldObject
  const { boundFrom } = effect
  return boundFrom !== null && (boundFrom <= from || (deadline !== null && !couldObject))
}

function inOrderOfReplay(one: OrderedAmendment, other: OrderedAmendment): number {
  return one.order < other.order ? -1 : 1
}

function organization({ party }: Membership): Finding[] {
  if (party.organization === undefined) return []
  const message = `${party.code} is a regional organization. Article 70 speaks of States Parties only and does not say what binds an organization.`
  const hint = 'Ask the depositary. Here it is treated as a Party that kept silent and did not consent.'
  return [forbids(ORGANIZATION_AND_AMENDMENTS, message, hint)]
}
