import type {
  BoundFrom,
  CalendarDay,
  Change,
  Changelog,
  ChangelogItem,
  ChangelogReference,
  ChangelogRequest,
  Document,
  FiledEvent,
  Outcome,
  PartyCode,
  Proposal,
  Slug,
  Status,
  Words,
} from '../../treaty/index.ts'
import { groupBy } from '../diff/group-by.ts'
import { withGivenNumbers } from '../merge/given-numbers.ts'
import { changeSentences } from './change-sentences.ts'

/** A proposal with its events and its outcome under the Convention. */
export interface ProposalOnRecord {
  proposal: Proposal
  events: readonly FiledEvent[]
  outcome: Outcome
  /** The changes of a draft, if they are not frozen yet. */
  draft?: readonly Change[]
  /** The document before its changes, for the numbers and titles by which readers know entries. */
  before?: Document
}

export interface ChangelogOptions {
  /** The documents' titles, by id; a document without a title is called by its id. */
  titles: ReadonlyMap<Slug, Words>
  /** Also lists pending proposals: those that are neither adopted nor ended. */
  pending?: boolean
  /** Which amendments were asked for, if not all that were adopted. */
  asked?: ChangelogRequest
  /** The register's statement that it is an exercise, if it has one. */
  exercise?: string
}

/**
 * Returns the changelog as data: documents by id, and in each document the pending amendments first, then the adopted ones with
 * the latest edition first.
 *
 * @param asOf the day for which the outcomes were computed
 */
export function changelog(
  asOf: CalendarDay,
  proposals: readonly ProposalOnRecord[],
  { titles, pending = false, asked, exercise }: ChangelogOptions,
): Changelog {
  const shown = proposals
    .map(asOnTheDay)
    .filter(({ proposal, outcome }) => proposal.edition !== undefined || (pending && isPending(outcome)))
  const ids = [...new Set(shown.map(({ proposal }) => proposal.document))].sort()
  const documents = ids.map((document) => ({
    document,
    title: titles.get(document) ?? { en: document },
    items: shown
      .filter(({ proposal }) => proposal.document === document)
      .map(itemOf)
      .sort(latestFirst),
  }))
  return {
    asOf,
    ...(asked === undefined ? {} : { asked }),
    documents,
    ...(exercise === undefined ? {} : { exercise }),
  }
}

/** Statuses in which nothing is decided yet: on such a day an edition that was recorded later does not exist. */
const UNDECIDED: readonly Status[] = ['draft', 'circulated', 'submitted', 'recommended']

/** Returns an amendment without its edition where the law had not decided it on the day that is asked. */
function asOnTheDay(onRecord: ProposalOnRecord): ProposalOnRecord {
  const { proposal, outcome } = onRecord
  if (proposal.edition === undefined || !UNDECIDED.includes(outcome.status)) return onRecord
  const { edition: _, numbers: __, ...pending } = proposal
  return { ...onRecord, proposal: pending }
}

function isPending({ status }: Outcome): boolean {
  return status !== 'closed' && status !== 'blocked' && status !== 'rejected' && status !== 'draft'
}

function itemOf({ proposal, events, outcome, draft = [], before }: ProposalOnRecord): ChangelogItem {
  const { bound, notBound } = whoIsBound(outcome)
  return {
    proposal: proposal.proposal,
    title: proposal.title,
    basis: proposal.basis,
    by: proposal.by,
    edition: proposal.edition ?? null,
    status: outcome.status,
    entersIntoForce: outcome.entersIntoForce,
    changes: changeSentences(madeBy(proposal, draft, before), before),
    provisions: provisionsOf(outcome),
    references: events.flatMap(reference),
    bound,
    notBound,
    objected: notBound.filter((code) => events.some((event) => isObjection(event, code))),
    divergences: outcome.divergences,
    ...(outcome.rectified === undefined ? {} : { rectified: outcome.rectified }),
    ...(outcome.findings.some(({ rule }) => rule === 'law/divergences-one-by-one') ? { oneByOne: true } : {}),
  }
}

/** Returns an amendment's changes with the numbers that its edition prints; a draft's while it is not frozen. */
function madeBy({ frozen, numbers }: Proposal, draft: readonly Change[], before?: Document): readonly Change[] {
  return withGivenNumbers(frozen?.changes ?? draft, numbers, before)
}

/** Returns the provisions that decide the outcome, then those that decide for single Parties. */
function provisionsOf({ because, parties }: Outcome): string[] {
  const ofParties = Object.values(parties).flatMap((party) => party.because)
  return [...new Set([...because.map(({ cite }) => cite), ...ofParties])]
}

// A Party's acts show in the list of Parties bound, so only acts of a body or the depositary are listed here.
function reference({ event, on, ref, party }: FiledEvent): ChangelogReference[] {
  return ref === undefined || party !== undefined ? [] : [{ event, on, ref }]
}

function isObjection({ event, party, withoutEffect }: FiledEvent, code: PartyCode): boolean {
  return event === 'objection' && party === code && withoutEffect === undefined
}

function whoIsBound({ parties }: Outcome): { bound: BoundFrom[]; notBound: PartyCode[] } {
  const codes = Object.keys(parties).sort()
  const byDay = groupBy(codes, (code) => parties[code]?.boundFrom ?? null)
  const days = [...byDay.keys()].filter((day) => day !== null).sort()
  const bound = days.map((from) => ({ from, parties: byDay.get(from) ?? [] }))
  return { bound, notBound: byDay.get(null) ?? [] }
}

function latestFirst(one: ChangelogItem, other: ChangelogItem): number {
  const version = ({ edition }: ChangelogItem) =>
    edition === null ? Number.POSITIVE_INFINITY : Number(edition.split('/v')[1])
  const [first, second] = [version(one), version(other)]
  if (first !== second) return second > first ? 1 : -1
  return one.proposal < other.proposal ? -1 : 1
}
