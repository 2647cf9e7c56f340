import {
  type CalendarDay,
  type Declaration,
  type Finding,
  laterOf,
  type Party,
  type Reason,
  type Slug,
} from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { type Choice, otherOptions, restingOn } from '../../readings/choice.ts'
import { type Addition, declaredInTime, lapsesOn } from './paragraph-2-treaties-not-joined.ts'
import { declaredWhileAParty } from './second-unnumbered-paragraph-treaties-left.ts'

/** A treaty deemed not to be included in Annex 1 in the application of the Convention to one Party. */
export interface Exclusion {
  treaty: Slug
  /** The first day on which it is deemed not included. */
  from: CalendarDay
  /** The first day on which it is included again; null while none is known. */
  until: CalendarDay | null
  reasons: Reason[]
}

/** What a declaration is held against. */
export interface Listing {
  /** The treaties in Annex 1, the Convention's own and those added. */
  listed: readonly Slug[]
  /** Of those added by amendments: the day from which each binds the Party. */
  addedFrom: ReadonlyMap<Slug, CalendarDay>
  /** By each other id of a treaty: the one that it was listed under first. It is the same treaty. */
  firstListedAs?: ReadonlyMap<Slug, Slug>
  /** Those that are not listed yet, and that an amendment would add: the day from which it binds the Party; null while unknown. */
  pending?: ReadonlyMap<Slug, CalendarDay | null>
  /** Of those added or pending: the ones in Annex 1 as the Party joined the Convention, though they bind it later than that. */
  joinedWith?: ReadonlySet<Slug>
  /** Of those added or pending: the day on which the amendment was sent out or submitted; before it, nothing lists them. */
  openedOn?: ReadonlyMap<Slug, CalendarDay>
}

/** A declaration that has no effect, and why: what it would exclude is included. */
export interface IneffectiveDeclaration {
  declaration: Declaration
  /** With the reading taken, where another would give it effect. */
  reason: Reason
}

/** Why a declaration has no effect; empty if it has (Article 17(2) and its second unnumbered paragraph). */
export function refusalsOfDeclaration(
  declaration: Declaration,
  party: Party,
  from: CalendarDay | null,
  choice: Choice,
  listing: Listing,
): Finding[] {
  const { treaty, ground, on } = declaration
  if (party.organization !== undefined) return [notAState(party)]
  const added = additionOf(treaty, from, listing)
  if (ground === 'not-a-party') {
    return isForeseen(treaty, on, listing) ? declaredInTime(declaration, party, choice, added) : [notListed(treaty)]
  }
  const listedThen = added === undefined || added.joined || (added.from !== null && added.from <= on)
  if (!listing.listed.includes(treaty) || !listedThen) return [notListed(treaty)]
  return declaredWhileAParty(declaration, party, from)
}

/** Whether on a day a treaty is listed, or would be by an amendment that is on its way. */
function isForeseen(treaty: Slug, on: CalendarDay, { listed, pending, openedOn }: Listing): boolean {
  const opened = openedOn?.get(treaty)
  return (listed.includes(treaty) || pending?.has(treaty) === true) && (opened === undefined || opened <= on)
}

/** How a treaty came, or may come, into Annex 1 for the Party by an amendment; undefined for one of the Convention's own. */
function additionOf(treaty: Slug, from: CalendarDay | null, listing: Listing): Addition | undefined {
  const since = listing.addedFrom.get(treaty) ?? listing.pending?.get(treaty)
  if (since === undefined) return undefined
  const withConvention = since !== null && from !== null && since <= from
  return { from: since, joined: withConvention || listing.joinedWith?.has(treaty) === true }
}

/**
 * The exclusions of a Party from the first to the last day each has effect, by its declarations that have effect; of a
 * treaty that is not listed yet nothing can be excluded.
 */
export function exclusionsBy({ party, from }: Membership, choice: Choice, listing: Listing): Exclusion[] {
  return (party.declarations ?? [])
    .filter(({ treaty }) => listing.listed.includes(treaty))
    .filter((declaration) => refusalsOfDeclaration(declaration, party, from, choice, listing).length === 0)
    .map((declaration) => exclusion(declaration, { party, from }, choice, listing))
}

/** The declarations of a Party that have no effect, each with why. */
export function ineffectiveDeclarations(
  { party, from }: Membership,
  choice: Choice,
  listing: Listing,
): IneffectiveDeclaration[] {
  return (party.declarations ?? []).flatMap((declaration) => {
    const [finding] = refusalsOfDeclaration(declaration, party, from, choice, listing)
    if (finding === undefined) return []
    const { treaty, on, ref } = declaration
    const reason = {
      cite: finding.cite ?? '17(2)',
      says: `The declaration of ${party.code} of ${dayInWords(on)} on ${treaty} has no effect: ${finding.message}`,
      event: { on, ...(ref === undefined ? {} : { ref }) },
    }
    const otherwise = otherEffect(declaration, { party, from }, choice, listing, true)
    return [{ declaration, reason: otherwise ? restingOn(choice, READING, reason) : reason }]
  })
}

/** Whether by the other reading the declaration would have effect, or would have none. */
function otherEffect(
  declaration: Declaration,
  { party, from }: Pick<Membership, 'party' | 'from'>,
  choice: Choice,
  listing: Listing,
  effect: boolean,
): boolean {
  return otherOptions(choice, READING).some((option) => {
    const refusals = refusalsOfDeclaration(declaration, party, from, { ...choice, [READING]: option }, listing)
    return (refusals.length === 0) === effect
  })
}

const READING = 'exclusion-of-added-treaties'

function exclusion(
  declaration: Declaration,
  membership: Pick<Membership, 'party' | 'from'>,
  choice: Choice,
  listing: Listing,
): Exclusion {
  const { treaty, on, ground } = declaration
  const { party, from } = membership
  const added = additionOf(treaty, from, listing)
  const listedFrom = added === undefined || added.joined ? from : (added.from ?? from)
  const since = laterOf(laterOf(on, from), listedFrom)
  const until = lapsesOn(declaration)
  const cite = ground === 'ceased' ? '17, second unnumbered paragraph' : '17(2)'
  const says = `${party.code} declared on ${dayInWords(on)} that ${treaty} shall be deemed not to be included in Annex 1 in its case; it has effect from ${dayInWords(since)}.`
  const event = { on, ...(declaration.ref === undefined ? {} : { ref: declaration.ref }) }
  const declared = { cite, says, event }
  const otherwise = otherEffect(declaration, membership, choice, listing, false)
  const reasons: Reason[] = [otherwise ? restingOn(choice, READING, declared) : declared]
  if (until !== null) {
    const lapsed = `The treaty entered into force for ${party.code} on ${dayInWords(until)}: the declaration ceases to have effect.`
    reasons.push({ cite: '17(2)', says: lapsed })
  }
  return { treaty, from: since, until, reasons }
}

function notListed(treaty: Slug): Finding {
  const message = `${treaty} is not listed in Annex 1.`
  return forbids('declaration-of-a-listed-treaty', '17(2)', message, "Name the treaty by its entry's id in annex-1.")
}

function notAState({ code }: Party): Finding {
  const message = `${code} is a regional organization; Article 17 gives the declaration to States Parties.`
  return forbids('declaration-by-a-state', '17(2)', message, 'Let its member States declare, each on its own deposit.')
}
