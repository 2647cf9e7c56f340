import type {
  BoundFrom,
  CalendarDay,
  Change,
  Changelog,
  ChangelogAsked,
  ChangelogItem,
  ChangelogReference,
  Document,
  FiledEvent,
  Outcome,
  PartyCode,
  Proposal,
  Slug,
  Words,
} from '../../treaty/index.ts'
import { changeSentences } from './change-sentences.ts'

/** A proposal with what happened to it and what the Convention says of it. */
export interface ProposalOnRecord {
  proposal: Proposal
  events: readonly FiledEvent[]
  outcome: Outcome
  /** The changes of a draft, which are not frozen yet. */
  draft?: readonly Change[]
  /** The document as its changes found it, for the numbers and titles that readers know entries by. */
  before?: Document
}

export interface ChangelogOptions {
  /** The documents' titles, by id; a document without one goes by its id. */
  titles: ReadonlyMap<Slug, Words>
  /** Also those under way: neither adopted nor ended. */
  pending?: boolean
  /** With what it is made, where not with all that was adopted. */
  asked?: ChangelogAsked
  /** What the register says of itself, where it is an exercise. */
  exercise?: string
}

/**
 * What changed, as data: by document in order of its id, those under way first and then by edition, the latest first.
 *
 * @param asOf the day for which the outcomes were computed
 */
export function changelog(
  asOf: CalendarDay,
  proposals: readonly ProposalOnRecord[],
  { titles, pending = false, asked, exercise }: ChangelogOptions,
): Changelog {
  const shown = proposals.filter(({ proposal, outcome }) => isAdopted(proposal) || (pending && isUnderWay(outcome)))
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

function isAdopted({ edition }: Proposal): boolean {
  return edition !== undefined
}

function isUnderWay({ status }: Outcome): boolean {
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
    changes: changeSentences(proposal.frozen?.changes ?? draft, before),
    provisions: provisionsOf(outcome),
    references: events.flatMap(reference),
    bound,
    notBound,
    objected: notBound.filter((code) => events.some((event) => isObjection(event, code))),
    divergences: outcome.divergences,
    ...(outcome.findings.some(({ rule }) => rule === 'law/divergences-one-by-one') ? { oneByOne: true } : {}),
  }
}

/** Those that decided it, then those by which single Parties are bound or not. */
function provisionsOf({ because, parties }: Outcome): string[] {
  const ofParties = Object.values(parties).flatMap((party) => party.because)
  return [...new Set([...because.map(({ cite }) => cite), ...ofParties])]
}

// A Party's own acts are told by whom they bind; the body's and the depositary's are told here.
function reference({ event, on, ref, party }: FiledEvent): ChangelogReference[] {
  return ref === undefined || party !== undefined ? [] : [{ event, on, ref }]
}

function isObjection({ event, party, withoutEffect }: FiledEvent, code: PartyCode): boolean {
  return event === 'objection' && party === code && withoutEffect === undefined
}

function whoIsBound({ parties }: Outcome): { bound: BoundFrom[]; notBound: PartyCode[] } {
  const byDay = new Map<CalendarDay, PartyCode[]>()
  const notBound: PartyCode[] = []
  for (const [code, { boundFrom }] of Object.entries(parties).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (boundFrom === null) notBound.push(code)
    else byDay.set(boundFrom, [...(byDay.get(boundFrom) ?? []), code])
  }
  const bound = [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, codes]) => ({ from, parties: codes }))
  return { bound, notBound }
}

function latestFirst(one: ChangelogItem, other: ChangelogItem): number {
  const version = ({ edition }: ChangelogItem) =>
    edition === null ? Number.POSITIVE_INFINITY : Number(edition.split('/v')[1])
  const [first, second] = [version(one), version(other)]
  if (first !== second) return second > first ? 1 : -1
  return one.proposal < other.proposal ? -1 : 1
}
