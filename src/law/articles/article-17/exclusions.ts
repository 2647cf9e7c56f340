import {
  type CalendarDay,
  type Declaration,
  type Finding,
  laterOf,
  type Party,
  type Reason,
  type RulePage,
  type Slug,
} from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { type Choice, otherOptions, restingOn } from '../../readings/choice.ts'
import { declaredWhileAParty } from './last-paragraph-treaties-left.ts'
import { type Addition, declaredInTime, lapsesOn } from './paragraph-2-treaties-not-joined.ts'

export const DECLARATION_BY_A_STATE = {
  id: 'law/declaration-by-a-state',
  level: 'error',
  cite: '17(2)',
  title: 'A declaration is made by a State',
  why: 'Article 17 gives the declaration to States Parties. Each member State of an organization may declare on its own deposit.',
} as const satisfies RulePage

export const DECLARATION_OF_A_LISTED_TREATY = {
  id: 'law/declaration-of-a-listed-treaty',
  level: 'error',
  cite: '17(2)',
  title: 'A declaration names a treaty that Annex 1 lists',
  why: 'Only a listed treaty can be deemed not to be included. The declaration names it by the id of its entry.',
} as const satisfies RulePage

/** A treaty deemed not to be included in Annex 1 in the application of the Convention to one Party. */
export interface Exclusion {
  treaty: Slug
  /** The first day on which it is deemed not included. */
  from: CalendarDay
  /** The first day on which it is included again; null if none is known. */
  until: CalendarDay | null
  reasons: Reason[]
}

/** Annex 1 as one Party may declare on it. */
export interface Listing {
  /** The treaties in Annex 1: the original ones and those added. */
  listed: readonly Slug[]
  /** For those added by amendments: the day from which each binds the Party. */
  addedFrom: ReadonlyMap<Slug, CalendarDay>
  /** For each later id of a treaty: the id under which it was first listed. */
  firstListedAs?: ReadonlyMap<Slug, Slug>
  /** For those that a pending amendment would add: the day from which it binds the Party; null if unknown. */
  pending?: ReadonlyMap<Slug, CalendarDay | null>
  /** Treaties, added or pending, that were in Annex 1 when the Party joined the Convention, even if they bind it later. */
  joinedWith?: ReadonlySet<Slug>
  /** For those added or pending: the day on which the amendment was sent out or submitted. They are not listed before it. */
  openedOn?: ReadonlyMap<Slug, CalendarDay>
}

/** A declaration without effect, and why. Its treaty stays included. */
export interface IneffectiveDeclaration {
  declaration: Declaration
  /** Names the reading chosen, if another would give it effect. */
  reason: Reason
}

/** Returns why a declaration has no effect; empty if it has effect (17(2) and the last paragraph). */
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

/** Returns whether a treaty is listed on a day, or a pending amendment would add it. */
function isForeseen(treaty: Slug, on: CalendarDay, { listed, pending, openedOn }: Listing): boolean {
  const opened = openedOn?.get(treaty)
  return (listed.includes(treaty) || pending?.has(treaty) === true) && (opened === undefined || opened <= on)
}

/** Returns how an amendment adds a treaty to Annex 1 for the Party; undefined for an original entry. */
function additionOf(treaty: Slug, from: CalendarDay | null, listing: Listing): Addition | undefined {
  const since = listing.addedFrom.get(treaty) ?? listing.pending?.get(treaty)
  if (since === undefined) return undefined
  const withConvention = since !== null && from !== null && since <= from
  return { from: since, joined: withConvention || listing.joinedWith?.has(treaty) === true }
}

/**
 * Returns the exclusions of a Party by its declarations that have effect, each with its first and last day. A treaty that
 * is not listed yet cannot be excluded.
 */
export function exclusionsBy({ party, from }: Membership, choice: Choice, listing: Listing): Exclusion[] {
  return (party.declarations ?? [])
    .filter(({ treaty }) => listing.listed.includes(treaty))
    .filter((declaration) => refusalsOfDeclaration(declaration, party, from, choice, listing).length === 0)
    .map((declaration) => exclusion(declaration, { party, from }, choice, listing))
}

/** Returns the declarations of a Party that have no effect, each with the reason. */
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

/** Returns whether the declaration would have effect (or none) under the other reading. */
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
  const cite = ground === 'ceased' ? '17, last paragraph' : '17(2)'
  const says = `${party.code} declared on ${dayInWords(on)} that ${treaty} shall be deemed not to be included in Annex 1 for it. The declaration has effect from ${dayInWords(since)}.`
  const event = { on, ...(declaration.ref === undefined ? {} : { ref: declaration.ref }) }
  const declared = { cite, says, event }
  const otherwise = otherEffect(declaration, membership, choice, listing, false)
  const reasons: Reason[] = [otherwise ? restingOn(choice, READING, declared) : declared]
  if (until !== null) {
    const lapsed = `The treaty entered into force for ${party.code} on ${dayInWords(until)}, so the declaration ceases to have effect.`
    reasons.push({ cite: '17(2)', says: lapsed })
  }
  return { treaty, from: since, until, reasons }
}

function notListed(treaty: Slug): Finding {
  const hint = 'Name the treaty by the id of its entry in annex-1.'
  return forbids(DECLARATION_OF_A_LISTED_TREATY, `${treaty} is not listed in Annex 1.`, hint)
}

function notAState({ code }: Party): Finding {
  const message = `${code} is a regional organization, but Article 17 gives the declaration to States Parties.`
  return forbids(DECLARATION_BY_A_STATE, message, 'Each member State may declare on its own deposit.')
}
