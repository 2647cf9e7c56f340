import type { CalendarDay, Finding, Party, PartyCode, ReadingChoice, Slug } from '../../treaty/index.ts'
import { type Changed, differencesUnder } from '../decide/divergences.ts'
import { chosenReadings } from '../readings/choice.ts'
import { type Binding, bindingChanges, type RecordedProposal } from './binding.ts'
import { exclusionsOf } from './declarations.ts'
import { listingFor } from './listing.ts'

/** So many proposals are judged for all combinations of readings together; a second of work, or two. */
const JUDGED_AT_MOST = 6400

/** What a Party's text is made of on a day. */
export interface TextQuestion {
  /** The ids of the document's entries as the Convention printed them, where a Party may exclude any; else none. */
  own: Parameters<typeof listingFor>[0]
  party: PartyCode
  asOf: CalendarDay
  parties: readonly Party[]
  /** Those about the document. */
  proposals: readonly RecordedProposal[]
  readings: ReadingChoice
}

/** Another option under which a Party would have another text: what would bind it then, or not, and be excluded, or not. */
export interface TextDivergence extends Changed {
  amendments: { proposal: Slug; binds: boolean }[]
  excluded: { treaty: Slug; excluded: boolean }[]
  /** The amendments in their order under that option, where they are the same in another order. */
  order?: Slug[]
}

/**
 * The other options of the readings that a Party's text rests on, alone or together, under which other amendments would bind
 * it or other treaties be excluded. No text is replayed: it costs what judging the proposals costs.
 *
 * @param binding what binds the Party by the readings taken
 * @param rests the readings that the text rests on
 */
export function textDivergences(
  question: TextQuestion,
  binding: Binding,
  excluded: readonly { treaty: Slug }[],
  rests: ReadingChoice,
): { divergences: TextDivergence[]; findings: Finding[] } {
  const { choice } = chosenReadings(question.readings)
  const here = { amendments: idsOf(binding), excluded: excluded.map(({ treaty }) => treaty) }
  const differenceUnder = (changed: ReadingChoice) => {
    const there = madeOf({ ...question, readings: { ...question.readings, ...changed } })
    const difference = {
      amendments: differing(here.amendments, there.amendments).map(([proposal, binds]) => ({ proposal, binds })),
      excluded: differing(here.excluded, there.excluded).map(([treaty, out]) => ({ treaty, excluded: out })),
    }
    const same = difference.amendments.length + difference.excluded.length === 0
    const reordered = difference.amendments.length === 0 && here.amendments.join() !== there.amendments.join()
    if (same && !reordered) return undefined
    return { ...difference, ...(reordered ? { order: there.amendments } : {}) }
  }
  const atMost = JUDGED_AT_MOST / Math.max(1, question.proposals.length)
  return differencesUnder(Object.keys(rests), choice, differenceUnder, atMost)
}

function madeOf({ own, party, asOf, parties, proposals, readings }: TextQuestion) {
  const binding = bindingChanges(parties, proposals, party, asOf, readings)
  const excluded = own.length === 0 ? [] : exclusionsOf(party, parties, asOf, readings, listingFor(own, binding))
  return { amendments: idsOf(binding), excluded: excluded.map(({ treaty }) => treaty) }
}

function idsOf({ amendments }: Binding): Slug[] {
  return amendments.map(({ proposal }) => proposal.proposal)
}

/** Each id that only one of the two has, and whether it is the other. */
function differing(here: readonly Slug[], there: readonly Slug[]): [Slug, boolean][] {
  const [one, other] = [new Set(here), new Set(there)]
  return [
    ...here.filter((id) => !other.has(id)).map((id): [Slug, boolean] => [id, false]),
    ...there.filter((id) => !one.has(id)).map((id): [Slug, boolean] => [id, true]),
  ]
}
