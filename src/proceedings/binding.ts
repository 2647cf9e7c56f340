import { replay } from '../amendments/index.ts'
import { type Amendment, type Binding, bindingChanges, type Exclusion, exclusionsOf, listingFor } from '../law/index.ts'
import type { Repository } from '../store/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Document,
  type Finding,
  type ReadingChoice,
  type Slug,
} from '../treaty/index.ts'
import { originalText } from './editions.ts'
import { readRecord, situationOf, type TreatyRecord } from './record.ts'

/** A document as it binds a Party on a day. */
export interface BoundDocument {
  document: Document
  /** For whom and on what day, in sentences. */
  heading: string[]
  /** Why each entry stands there, by its id. */
  reasons: Map<Slug, string>
  /** What scripts are told besides the document. */
  answer: {
    for: string
    asOf: CalendarDay
    isParty: boolean
    amendments: BindingAmendment[]
    excluded: { treaty: Slug; from: CalendarDay; because: string[] }[]
    readings: ReadingChoice
    findings: Finding[]
  }
}

/** An amendment that binds the Party, from which day, and by which provisions. */
export interface BindingAmendment {
  proposal: Slug
  boundFrom: CalendarDay | null
  because: string[]
}

/**
 * The annex as it binds a Party on a day: the Convention's own text, then the frozen changes of the amendments that bind
 * that Party on that day, in the order of their entry into force, less its exclusions under Article 17.
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function documentFor(
  repository: Repository,
  document: Slug,
  party: string,
  asOf: CalendarDay,
  readings: ReadingChoice,
): Promise<BoundDocument> {
  const record = await readRecord(repository)
  const name = registeredName(record, party)
  const original = await originalText(repository, document)
  const { parties } = record.register
  const taken = { ...record.readings, ...readings }
  const binding = bindingChanges(parties, proposalsAbout(record, document), party, asOf, taken)
  const replayed = replay(
    original,
    binding.amendments.map(({ proposal }) => proposal),
    binding.others.map(({ proposal }) => proposal),
  )
  const own = original.entries.map(({ id }) => id)
  const excluded = document === 'annex-1' ? exclusionsOf(party, parties, asOf, taken, listingFor(own, binding)) : []
  const out = new Set(excluded.map(({ treaty }) => treaty))
  return {
    document: { ...replayed.document, entries: replayed.document.entries.filter(({ id }) => !out.has(id)) },
    heading: headingOf(record, name, binding, excluded),
    reasons: reasonsOf(own, binding.amendments),
    answer: {
      for: party,
      asOf,
      isParty: binding.record !== null,
      amendments: binding.amendments.map(bindingAmendment),
      excluded: excluded.map(({ treaty, from, reasons }) => ({ treaty, from, because: citesOf(reasons) })),
      readings: binding.readings,
      findings: [...binding.findings, ...replayed.findings],
    },
  }
}

/** The proposals that were sent out about a document, as the law takes them. */
export function proposalsAbout(record: TreatyRecord, document: Slug) {
  return [...record.proposals]
    .filter(([, { proposal }]) => proposal.document === document && proposal.frozen !== undefined)
    .map(([id]) => situationOf(record, id))
}

/** A Party's name in the register. @throws AnnexError not-found */
export function registeredName(record: TreatyRecord, code: string): string {
  const party = record.register.parties.find((candidate) => candidate.code === code)
  if (party !== undefined) return party.name ?? code
  throw new AnnexError('not-found', `the register holds no Party ${code}`, 'annex party list shows those there are')
}

function bindingAmendment({ proposal, boundFrom, reasons }: Amendment): BindingAmendment {
  return { proposal: proposal.proposal, boundFrom, because: citesOf(reasons) }
}

function citesOf(reasons: readonly { cite: string }[]): string[] {
  return [...new Set(reasons.map(({ cite }) => cite))]
}

function reasonsOf(own: readonly Slug[], amendments: readonly Amendment[]): Map<Slug, string> {
  const reasons = new Map(own.map((id) => [id, "the Convention's own text"]))
  for (const amendment of amendments) {
    const { proposal, boundFrom, because } = bindingAmendment(amendment)
    for (const { entry } of amendment.proposal.changes) {
      if (entry !== null) reasons.set(entry, `${proposal}, ${because.join(', ')}, since ${boundFrom}`)
    }
  }
  return reasons
}

function headingOf(record: TreatyRecord, name: string, binding: Binding, excluded: readonly Exclusion[]): string[] {
  const readings = Object.entries(binding.readings).map(([id, option]) => `${id}: ${option}`)
  const out = excluded.map(({ treaty, reasons }) => `${treaty} (${citesOf(reasons).join(', ')})`)
  return [
    ...(record.register.exercise === undefined ? [] : [record.register.exercise]),
    binding.record === null
      ? `${name} is no Party on ${binding.asOf}: nothing here binds it. This is the text that a Party would have.`
      : `As it binds ${name} on ${binding.asOf}.`,
    ...(out.length === 0 ? [] : [`Deemed not to be included: ${out.join(', ')}.`]),
    ...(readings.length === 0 ? [] : [`Readings taken: ${readings.join('; ')}.`]),
  ]
}
