import {
  type CalendarDay,
  type Change,
  type Document,
  type Entry,
  type Finding,
  idsOfEntries,
  type Party,
  type PartyCode,
  type ProposalFacts,
  type ReadingChoice,
  type Reason,
  type Slug,
} from '../../treaty/index.ts'
import type { Exclusion } from '../articles/article-17/index.ts'
import { restsOn } from '../decide/judgement.ts'
import { dayInWords } from '../decide/wording.ts'
import { type Amendment, type Binding, bindingChanges, type RecordedProposal } from './binding.ts'
import { exclusionsDeclaredBy, ineffectiveDeclarationsOf } from './declarations.ts'
import { entryLookup } from './entry-lookup.ts'
import { listingFor } from './listing.ts'

/** The question whether and why an entry binds a Party on a day, with the record that answers it. */
export interface EntryQuestion {
  document: Slug
  entry: Slug
  /** The document's entries as the Convention printed them. */
  own: readonly Entry[]
  party: PartyCode
  asOf: CalendarDay
  parties: readonly Party[]
  proposals: readonly RecordedProposal[]
  readings: ReadingChoice
}

/** How a text is made from the original and the amendments that bind, as `replay` of the amendments does it. */
export type Replay = (
  original: Document,
  taken: readonly ProposalFacts[],
  untaken: readonly ProposalFacts[],
) => { document: Document; findings: readonly (Finding & { entry: Slug | null })[] }

/** The answer by one choice of readings. */
export interface EntryAnswer {
  document: Slug
  entry: Slug
  party: PartyCode
  asOf: CalendarDay
  binds: boolean
  /** The id of the entry in the Party's text, which may be another than the one asked for; null: the text has none. */
  standsAs: Slug | null
  /** The answer in a sentence. */
  says: string
  because: Reason[]
  /** What each proposal that touches the entry means for the Party: those that bind it first, in the order of replay. */
  proposals: Touching[]
  readings: ReadingChoice
  /** Those about the Party, and those of the replay that touch the entry. */
  findings: Finding[]
}

/** What a proposal that touches the entry means for the Party. */
export interface Touching extends Omit<Amendment, 'proposal' | 'joinedWith' | 'opened'> {
  proposal: Slug
  /** What it does to the entry. */
  does: Change['kind'][]
}

/** Whether an id names the entry asked for, whichever of its ids that is. */
export type IsEntryAsked = (id: Slug) => boolean

/** Answers by the Party's text, as it is replayed. */
export function answerTo(question: EntryQuestion, replay: Replay): EntryAnswer & { isEntryAsked: IsEntryAsked } {
  const { document, entry, own, party, asOf, parties, proposals, readings } = question
  const about = proposals.filter(({ proposal }) => proposal.document === document)
  const binding = bindingChanges(parties, about, party, asOf, readings)
  const taken = binding.amendments.map(({ proposal }) => proposal)
  const untaken = binding.others.map(({ proposal }) => proposal)
  const replayed = replay({ document, title: {}, entries: [...own] }, taken, untaken)
  const [made, notMade] = [changesOf(taken), changesOf(untaken)]
  const called = entryLookup({ entries: replayed.document.entries, made, notMade })
  const entryOf = idsOfEntries([...made, ...notMade], own)
  const isEntryAsked: IsEntryAsked = (id) => entryOf(id) === entryOf(entry)
  const standsAs = called(entry) ?? null
  const { exclusions, inVain } = declaredOn(question, binding, (treaty) =>
    standsAs === null ? isEntryAsked(treaty) : called(treaty) === standsAs,
  )
  const excluded = exclusions.find(({ until }) => until === null)
  const touching = [...binding.amendments, ...binding.others].flatMap((amendment) => touches(amendment, isEntryAsked))
  const because = [
    ...binding.because,
    ...own.filter(({ id }) => isEntryAsked(id)).map(({ id }) => printed(document, id)),
    ...touching.flatMap(({ reasons }) => reasons),
    ...exclusions.flatMap(({ reasons }) => reasons),
    ...inVain,
  ]
  return {
    document,
    entry,
    party,
    asOf,
    binds: binding.record !== null && standsAs !== null && excluded === undefined,
    standsAs,
    says: inASentence(question, binding, standsAs, excluded?.treaty ?? null),
    because,
    proposals: touching,
    readings: restsOn(because),
    findings: [
      ...binding.findings,
      ...replayed.findings.filter((each) => each.entry !== null && isEntryAsked(each.entry)),
    ],
    isEntryAsked,
  }
}

// Article 17 lets a Party declare on the treaties of Annex 1 alone.
function declaredOn(
  { document, own, party, parties, asOf, readings }: EntryQuestion,
  binding: Binding,
  isMeant: IsEntryAsked,
): { exclusions: Exclusion[]; inVain: Reason[] } {
  if (document !== 'annex-1') return { exclusions: [], inVain: [] }
  const listing = listingFor(own, binding)
  const inVain = ineffectiveDeclarationsOf(party, parties, asOf, readings, listing)
  return {
    exclusions: exclusionsDeclaredBy(party, parties, asOf, readings, listing).filter(({ treaty }) => isMeant(treaty)),
    inVain: inVain.flatMap(({ declaration, reason }) => (isMeant(declaration.treaty) ? [reason] : [])),
  }
}

/** Whether a change is about the entry. */
export function isAbout({ entry }: Change, isEntryAsked: IsEntryAsked): boolean {
  return entry !== null && isEntryAsked(entry)
}

function touches(
  { proposal, joinedWith: _, opened: __, ...amendment }: Amendment,
  isEntryAsked: IsEntryAsked,
): Touching[] {
  const does = proposal.changes.filter((change) => isAbout(change, isEntryAsked)).map(({ kind }) => kind)
  return does.length === 0 ? [] : [{ ...amendment, proposal: proposal.proposal, does }]
}

const WHERE: Record<Slug, string> = { 'annex-1': '17(1)', 'technical-annex': '62(9)', 'article-4': '4' }

function printed(document: Slug, entry: Slug): Reason {
  return {
    cite: WHERE[document] ?? document,
    says: `${entry} stands in the text of ${document} as the Convention prints it.`,
  }
}

/** @param declared the id under which the Party declared it not to be included; null: it did not */
function inASentence(
  { entry, document, party, asOf }: EntryQuestion,
  { record }: Binding,
  standsAs: Slug | null,
  declared: Slug | null,
): string {
  const day = dayInWords(asOf)
  if (record === null) return `${party} is not a Party on ${day}: nothing in ${document} binds it.`
  const named = standsAs === null || standsAs === entry ? entry : `${entry}, there called ${standsAs},`
  if (declared !== null) {
    const as = declared === entry ? '' : `, which declared so of ${declared}`
    return `On ${day} ${named} is deemed not to be included in ${document} for ${party}${as}.`
  }
  return `On ${day} ${named} is ${standsAs === null ? 'no part' : 'part'} of ${document} for ${party}.`
}

function changesOf(proposals: readonly ProposalFacts[]): Change[] {
  return proposals.flatMap(({ changes }) => changes)
}
