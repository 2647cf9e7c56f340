import {
  type CalendarDay,
  type Change,
  type Entry,
  type Finding,
  idsOfEntries,
  type Party,
  type PartyCode,
  type ReadingChoice,
  type Reason,
  type Slug,
} from '../../treaty/index.ts'
import { restsOn } from '../decide/judgement.ts'
import { dayInWords } from '../decide/wording.ts'
import type { Amendment, Binding, RecordedProposal } from './binding.ts'
import { partyText, type Replay } from './bound-text.ts'

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

/** The answer under one choice of readings. */
export interface EntryAnswer {
  document: Slug
  entry: Slug
  party: PartyCode
  asOf: CalendarDay
  binds: boolean
  /** The id of the entry in the Party's text, which may differ from the one asked for; null if the text does not have it. */
  standsAs: Slug | null
  /** The answer in a sentence. */
  says: string
  because: Reason[]
  /** What each proposal about the entry means for the Party: first those that bind it, in the order of replay. */
  proposals: EntryAmendment[]
  readings: ReadingChoice
  /** The findings about the Party, and those of the replay about the entry. */
  findings: Finding[]
}

/** What a proposal about the entry means for the Party. */
export interface EntryAmendment extends Omit<Amendment, 'proposal' | 'joinedWith' | 'opened'> {
  proposal: Slug
  /** What it does to the entry. */
  does: Change['kind'][]
}

/** Returns whether an id names the entry asked for, under any of its ids. */
export type IsEntryAsked = (id: Slug) => boolean

/** Answers from the Party's text. */
export function answerTo(question: EntryQuestion, replay: Replay): EntryAnswer & { isEntryAsked: IsEntryAsked } {
  const { document, entry, own, party, asOf } = question
  const text = partyText({ ...question, original: { document, title: {}, entries: [...own] } }, replay)
  const { binding, entryOf } = text
  const amendments = [...binding.amendments, ...binding.others]
  const idOf = idsOfEntries(
    amendments.flatMap(({ proposal }) => proposal.changes),
    own,
  )
  const isEntryAsked: IsEntryAsked = (id) => idOf(id) === idOf(entry)
  const standsAs = entryOf(entry) ?? null
  const isMeant = (treaty: Slug) => (standsAs === null ? isEntryAsked(treaty) : entryOf(treaty) === standsAs)
  const excluded = text.excluded.find(({ treaty }) => isMeant(treaty))
  const about = amendments.flatMap((amendment) => amendmentOf(amendment, isEntryAsked))
  const because = [
    ...binding.because,
    ...own.filter(({ id }) => isEntryAsked(id)).map(({ id }) => isOriginal(document, id)),
    ...about.flatMap(({ reasons }) => reasons),
    ...text.exclusions.flatMap(({ treaty, reasons }) => (isMeant(treaty) ? reasons : [])),
    ...text.ineffective.flatMap(({ declaration, reason }) => (isMeant(declaration.treaty) ? [reason] : [])),
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
    proposals: about,
    readings: restsOn(because),
    findings: [
      ...binding.findings,
      ...text.replayFindings.filter((each) => each.entry !== null && isEntryAsked(each.entry)),
    ],
    isEntryAsked,
  }
}

/** Returns whether a change is about the entry asked for. */
export function isAbout({ entry }: Change, isEntryAsked: IsEntryAsked): boolean {
  return entry !== null && isEntryAsked(entry)
}

function amendmentOf(
  { proposal, joinedWith: _, opened: __, ...amendment }: Amendment,
  isEntryAsked: IsEntryAsked,
): EntryAmendment[] {
  const does = proposal.changes.filter((change) => isAbout(change, isEntryAsked)).map(({ kind }) => kind)
  return does.length === 0 ? [] : [{ ...amendment, proposal: proposal.proposal, does }]
}

const WHERE: Record<Slug, string> = { 'annex-1': '17(1)', 'technical-annex': '62(9)', 'article-4': '4' }

function isOriginal(document: Slug, entry: Slug): Reason {
  return { cite: WHERE[document] ?? document, says: `${entry} is in the original text of ${document}.` }
}

/** @param declared the id under which the Party declared it not to be included; null if it did not */
function inASentence(
  { entry, document, party, asOf }: EntryQuestion,
  { record }: Binding,
  standsAs: Slug | null,
  declared: Slug | null,
): string {
  const day = dayInWords(asOf)
  if (record === null) return `${party} is not a Party on ${day}, so nothing in ${document} binds it.`
  const named = standsAs === null || standsAs === entry ? entry : `${entry} (now ${standsAs})`
  if (declared !== null) {
    const as = declared === entry ? '' : ` (declared as ${declared})`
    return `On ${day} ${named} is deemed not to be included in ${document} for ${party}${as}.`
  }
  return `On ${day} ${named} is ${standsAs === null ? 'not part' : 'part'} of ${document} for ${party}.`
}
