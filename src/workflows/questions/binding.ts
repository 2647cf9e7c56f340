import type { Repository } from '../../git/index.ts'
import {
  type Amendment,
  type Binding,
  bindingChanges,
  type Exclusion,
  entryLookup,
  exclusionsOf,
  ineffectiveDeclarationsOf,
  listingFor,
  restsOn,
  type TextDivergence,
  textDivergences,
} from '../../law/index.ts'
import { replay } from '../../text/index.ts'
import type { CalendarDay, Document, Finding, ProposalFacts, ReadingChoice, Slug } from '../../treaty/index.ts'
import { originalText } from '../record/edition-tags.ts'
import { unknownParty } from '../record/refusals.ts'
import { readRecord, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { citesOf, headingOf, type InVain } from './bound-heading.ts'

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
    excluded: ExcludedTreaty[]
    declaredInVain: { treaty: Slug; on: CalendarDay; because: string[]; readings: ReadingChoice }[]
    readings: ReadingChoice
    divergences: TextDivergence[]
    findings: Finding[]
  }
}

/** A treaty deemed not to be included, by the id declared and the one that it has in the Party's text; null: it has none. */
export interface ExcludedTreaty {
  treaty: Slug
  entry: Slug | null
  from: CalendarDay
  because: string[]
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
  const question = {
    own: document === 'annex-1' ? original.entries : [],
    party,
    asOf,
    parties,
    proposals: proposalsAbout(record, document),
    readings: { ...record.readings, ...readings },
  }
  const binding = bindingChanges(parties, question.proposals, party, asOf, question.readings)
  const [taken, untaken] = [proposalsOf(binding.amendments), proposalsOf(binding.others)]
  const replayed = replay(original, taken, untaken)
  const { excluded, inVain } = declaredOf(question, binding)
  const called = entryLookup({
    entries: excluded.length === 0 ? [] : replayed.document.entries,
    made: taken.flatMap(({ changes }) => changes),
    notMade: untaken.flatMap(({ changes }) => changes),
  })
  const out = excluded.map((exclusion) => ({ ...exclusion, entry: called(exclusion.treaty) ?? null }))
  const gone = new Set(out.map(({ entry }) => entry))
  const rests = { ...binding.readings, ...restsOn([...excluded, ...inVain].flatMap(({ reasons }) => reasons)) }
  const otherwise = textDivergences(question, binding, excluded, rests)
  const { divergences } = otherwise
  return {
    document: { ...replayed.document, entries: replayed.document.entries.filter(({ id }) => !gone.has(id)) },
    heading: headingOf(record, name, binding, { excluded: out, inVain, readings: rests, divergences }),
    reasons: reasonsOf(
      original.entries.map(({ id }) => id),
      [
        ...binding.amendments,
        ...binding.amendments.filter(({ proposal }) => replayed.late?.includes(proposal.proposal)),
      ],
    ),
    answer: {
      for: party,
      asOf,
      isParty: binding.record !== null,
      amendments: binding.amendments.map(bindingAmendment),
      excluded: out.map(({ treaty, entry, from, reasons }) => ({ treaty, entry, from, because: citesOf(reasons) })),
      declaredInVain: inVain.map(({ treaty, on, reasons }) => ({
        treaty,
        on,
        because: citesOf(reasons),
        readings: restsOn(reasons),
      })),
      readings: rests,
      divergences,
      findings: [...binding.findings, ...replayed.findings, ...otherwise.findings],
    },
  }
}

// Article 17 lets a Party declare on the treaties of Annex 1 alone.
function declaredOf(
  { own, party, parties, asOf, readings }: Parameters<typeof textDivergences>[0],
  binding: Binding,
): { excluded: Exclusion[]; inVain: InVain[] } {
  if (own.length === 0) return { excluded: [], inVain: [] }
  const listing = listingFor(own, binding)
  return {
    excluded: exclusionsOf(party, parties, asOf, readings, listing),
    inVain: ineffectiveDeclarationsOf(party, parties, asOf, readings, listing).map(({ declaration, reason }) => ({
      treaty: declaration.treaty,
      on: declaration.on,
      reasons: [reason],
    })),
  }
}

function proposalsOf(amendments: readonly Amendment[]): ProposalFacts[] {
  return amendments.map(({ proposal }) => proposal)
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
  throw unknownParty(code)
}

function bindingAmendment({ proposal, boundFrom, reasons }: Amendment): BindingAmendment {
  return { proposal: proposal.proposal, boundFrom, because: citesOf(reasons) }
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
