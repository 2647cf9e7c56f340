import {
  type CalendarDay,
  type Declaration,
  type Finding,
  laterOf,
  type Party,
  type Reason,
  type Slug,
} from '../../treaty/index.ts'
import { forbids } from '../finding.ts'
import { type Choice, otherOptions, restingOn } from '../readings/choice.ts'
import type { Membership } from '../register.ts'
import { inWords } from '../wording.ts'
import { declaredInTime, lapsesOn } from './paragraph-2-treaties-not-joined.ts'
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
}

/** A declaration that has no effect, and why: what it would exclude is included. */
export interface DeclarationInVain {
  declaration: Declaration
  /** With the reading taken, where another would give it effect. */
  reason: Reason
}

/** Why a declaration has no effect; empty if it has (Article 17(2) and its second unnumbered paragraph). */
export function whyNotDeclared(
  declaration: Declaration,
  party: Party,
  from: CalendarDay | null,
  choice: Choice,
  { listed, addedFrom }: Listing,
): Finding[] {
  const { treaty, ground } = declaration
  if (party.organization !== undefined) return [notAState(party)]
  if (!listed.includes(treaty)) return [notListed(treaty)]
  return ground === 'ceased'
    ? declaredWhileAParty(declaration, party, from)
    : declaredInTime(declaration, party, choice, addedFrom.get(treaty))
}

/** The exclusions of a Party from the first to the last day each has effect, by its declarations that have effect. */
export function exclusionsBy({ party, from }: Membership, choice: Choice, listing: Listing): Exclusion[] {
  return (party.declarations ?? [])
    .filter((declaration) => whyNotDeclared(declaration, party, from, choice, listing).length === 0)
    .map((declaration) => exclusion(declaration, party, from, choice))
}

/** The declarations of a Party that have no effect, each with why. */
export function declaredInVain({ party, from }: Membership, choice: Choice, listing: Listing): DeclarationInVain[] {
  return (party.declarations ?? []).flatMap((declaration) => {
    const [finding] = whyNotDeclared(declaration, party, from, choice, listing)
    if (finding === undefined) return []
    const { treaty, on, ref } = declaration
    const reason = {
      cite: finding.cite ?? '17(2)',
      says: `The declaration of ${party.code} of ${inWords(on)} on ${treaty} has no effect: ${finding.message}`,
      event: { on, ...(ref === undefined ? {} : { ref }) },
    }
    const other = otherOptions(choice, READING).some(
      (option) => whyNotDeclared(declaration, party, from, { ...choice, [READING]: option }, listing).length === 0,
    )
    return [{ declaration, reason: other ? restingOn(choice, READING, reason) : reason }]
  })
}

const READING = 'exclusion-of-added-treaties'

function exclusion(declaration: Declaration, party: Party, from: CalendarDay, choice: Choice): Exclusion {
  const { treaty, on, ground } = declaration
  const since = laterOf(on, from)
  const until = lapsesOn(declaration)
  const cite = ground === 'ceased' ? '17, second unnumbered paragraph' : '17(2)'
  const says = `${party.code} declared on ${inWords(on)} that ${treaty} shall be deemed not to be included in Annex 1 in its case; it has effect from ${inWords(since)}.`
  const event = { on, ...(declaration.ref === undefined ? {} : { ref: declaration.ref }) }
  const declared = { cite, says, event }
  const later = ground === 'not-a-party' && on !== party.deposited
  const reasons: Reason[] = [later ? restingOn(choice, READING, declared) : declared]
  if (until !== null) {
    const lapsed = `The treaty entered into force for ${party.code} on ${inWords(until)}: the declaration ceases to have effect.`
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
