import type {
  CalendarDay,
  Document,
  Finding,
  Party,
  PartyCode,
  ProposalFacts,
  ReadingChoice,
  Slug,
} from '../../treaty/index.ts'
import type { Exclusion, IneffectiveDeclaration } from '../articles/article-17/index.ts'
import { type Changed, differencesUnder } from '../decide/divergences.ts'
import { restsOn } from '../decide/judgement.ts'
import { chosenReadings } from '../readings/choice.ts'
import { type Amendment, type Binding, bindingChanges, type RecordedProposal } from './binding.ts'
import { declaredBy } from './declarations.ts'
import { entryLookup } from './entry-lookup.ts'
import { listingFor } from './listing.ts'

/** The largest number of proposals judged again for all combinations of readings together: one or two seconds of work. */
const JUDGED_AT_MOST = 6400

/** The question which text of a document binds a Party on a day, with the record that answers it. */
export interface TextQuestion {
  /** The document as the Convention printed it. */
  original: Document
  party: PartyCode
  asOf: CalendarDay
  parties: readonly Party[]
  proposals: readonly RecordedProposal[]
  readings: ReadingChoice
}

/** Replays amendments on the original text, as the room `text` does. */
export type Replay = (
  original: Document,
  taken: readonly ProposalFacts[],
  untaken: readonly ProposalFacts[],
) => { document: Document; findings: readonly (Finding & { entry: Slug | null })[]; late?: readonly Slug[] }

/** What decides a Party's text: the amendments that bind it, and its declarations. */
export interface TextBasis {
  binding: Binding
  /** The exclusions by declarations with effect, including those that have lapsed by the day. */
  exclusions: Exclusion[]
  /** The declarations without effect. */
  ineffective: IneffectiveDeclaration[]
}

/** The text that binds a Party on a day, under one choice of readings. */
export interface PartyText extends TextBasis {
  /** The original text, with the amendments that bind the Party, without the treaties that it excludes. */
  document: Document
  /** Returns the entry that an id names in the text before exclusions; undefined if it has none. */
  entryOf: (id: Slug) => Slug | undefined
  /** The treaties deemed not to be included on the day. `entry` is the id in the Party's text; null if it has none. */
  excluded: (Exclusion & { entry: Slug | null })[]
  /** For each entry that an amendment changes: the last one that does. The other entries are the Convention's own. */
  amendedBy: ReadonlyMap<Slug, Amendment>
  /** The findings of the replay. */
  replayFindings: readonly (Finding & { entry: Slug | null })[]
  /** The readings that the text depends on. */
  readings: ReadingChoice
}

/** Another option under which a Party has another text: which amendments bind it and which treaties it excludes. */
export interface TextDivergence extends Changed {
  amendments: { proposal: Slug; binds: boolean }[]
  excluded: { treaty: Slug; excluded: boolean }[]
  /** The order of the amendments under that option, if only their order differs. */
  order?: Slug[]
}

/** The text that binds a Party on a day, and the other readings under which it would be another. */
export interface BoundText extends PartyText {
  divergences: TextDivergence[]
  /** The findings about the Party, about the replay, and about the divergences. */
  findings: Finding[]
}

/** Returns the text that binds a Party on a day, why, and under which other readings it would be another. */
export function boundText(question: TextQuestion, replay: Replay): BoundText {
  const text = partyText(question, replay)
  const { divergences, findings } = textDivergences(question, text, text.readings)
  return { ...text, divergences, findings: [...text.binding.findings, ...text.replayFindings, ...findings] }
}

/** Returns the text that binds a Party on a day, under the readings chosen. */
export function partyText(question: TextQuestion, replay: Replay): PartyText {
  const basis = textBasis(question)
  const { binding, exclusions, ineffective } = basis
  const [taken, untaken] = [proposalsOf(binding.amendments), proposalsOf(binding.others)]
  const replayed = replay(question.original, taken, untaken)
  const { entries } = replayed.document
  const entryOf = entryLookup({
    entries,
    made: taken.flatMap(({ changes }) => changes),
    notMade: untaken.flatMap(({ changes }) => changes),
  })
  const excluded = inEffect(exclusions).map((exclusion) => ({ ...exclusion, entry: entryOf(exclusion.treaty) ?? null }))
  const gone = new Set(excluded.map(({ entry }) => entry))
  const declared = [...excluded.flatMap(({ reasons }) => reasons), ...ineffective.map(({ reason }) => reason)]
  return {
    ...basis,
    document: { ...replayed.document, entries: entries.filter(({ id }) => !gone.has(id)) },
    entryOf,
    excluded,
    amendedBy: lastAmendments(binding.amendments, replayed.late ?? []),
    replayFindings: replayed.findings,
    readings: { ...binding.readings, ...restsOn(declared) },
  }
}

/** Returns what decides a Party's text. Nothing is replayed. */
export function textBasis({ original, party, asOf, parties, proposals, readings }: TextQuestion): TextBasis {
  const about = proposals.filter(({ proposal }) => proposal.document === original.document)
  const binding = bindingChanges(parties, about, party, asOf, readings)
  // Article 17 allows declarations on the treaties of Annex 1 only.
  if (original.document !== 'annex-1') return { binding, exclusions: [], ineffective: [] }
  return { binding, ...declaredBy(party, parties, asOf, readings, listingFor(original.entries, binding)) }
}

/**
 * Returns the other options of some readings, alone or together, under which other amendments bind a Party or it excludes
 * other treaties. Nothing is replayed: the cost is that of judging the proposals again.
 *
 * @param basis what decides the text under the readings chosen
 * @param rests the readings that the text depends on
 */
export function textDivergences(
  question: TextQuestion,
  basis: TextBasis,
  rests: ReadingChoice,
): { divergences: TextDivergence[]; findings: Finding[] } {
  const here = idsOf(basis)
  const differenceUnder = (changed: ReadingChoice) => {
    const there = idsOf(textBasis({ ...question, readings: { ...question.readings, ...changed } }))
    const amendments = differing(here.amendments, there.amendments).map(([proposal, binds]) => ({ proposal, binds }))
    const excluded = differing(here.excluded, there.excluded).map(([treaty, out]) => ({ treaty, excluded: out }))
    const isReordered = amendments.length === 0 && here.amendments.join() !== there.amendments.join()
    if (amendments.length + excluded.length === 0 && !isReordered) return undefined
    return { amendments, excluded, ...(isReordered ? { order: there.amendments } : {}) }
  }
  const atMost = JUDGED_AT_MOST / Math.max(1, question.proposals.length)
  const { choice } = chosenReadings(question.readings)
  return differencesUnder(Object.keys(rests), choice, differenceUnder, atMost)
}

function proposalsOf(amendments: readonly Amendment[]): ProposalFacts[] {
  return amendments.map(({ proposal }) => proposal)
}

function inEffect(exclusions: readonly Exclusion[]): Exclusion[] {
  return exclusions.filter(({ until }) => until === null)
}

// An amendment that is replayed late is replayed after the others.
function lastAmendments(amendments: readonly Amendment[], late: readonly Slug[]): Map<Slug, Amendment> {
  const inOrder = [...amendments, ...amendments.filter(({ proposal }) => late.includes(proposal.proposal))]
  return new Map(
    inOrder.flatMap((amendment) =>
      amendment.proposal.changes.flatMap(({ entry }): [Slug, Amendment][] =>
        entry === null ? [] : [[entry, amendment]],
      ),
    ),
  )
}

function idsOf({ binding, exclusions }: TextBasis): { amendments: Slug[]; excluded: Slug[] } {
  return {
    amendments: proposalsOf(binding.amendments).map(({ proposal }) => proposal),
    excluded: inEffect(exclusions).map(({ treaty }) => treaty),
  }
}

/** Returns each id that only one of the two lists has, and whether it is the second. */
function differing(here: readonly Slug[], there: readonly Slug[]): [Slug, boolean][] {
  const [one, other] = [new Set(here), new Set(there)]
  return [
    ...here.filter((id) => !other.has(id)).map((id): [Slug, boolean] => [id, false]),
    ...there.filter((id) => !one.has(id)).map((id): [Slug, boolean] => [id, true]),
  ]
}
