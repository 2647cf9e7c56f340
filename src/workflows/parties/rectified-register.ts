import {
  canonicalJson,
  type Declaration,
  type PartiesFile,
  type Party,
  type PartyRectification,
} from '../../treaty/index.ts'

/**
 * Returns the records of a register after a rectification; null if it was made for another record than there is.
 */
export function rectifyRegister(parties: readonly Party[], rectification: PartyRectification): Party[] | null {
  const { code, deposited } = rectification
  const index = parties.findIndex((party) => party.code === code && party.deposited === deposited)
  const party = parties[index]
  if (party === undefined) return null
  const after = rectifyParty(party, rectification)
  return after === null ? null : [...parties.slice(0, index), ...after, ...parties.slice(index + 1)]
}

/** The record as rectified, in a list; the list is empty if the record is void. */
function rectifyParty(party: Party, { was, instead = {}, void: isVoid }: PartyRectification): Party[] | null {
  if (isVoid) return isSame(party, was) ? [] : null
  const { declarations: wrong = [], ...facts } = was
  const { declarations: right = [], ...others } = instead
  const { declarations = [], ...record } = party
  const said = new Map(Object.entries(record))
  if (!Object.entries(facts).every(([field, value]) => isSame(said.get(field), value))) return null
  if (!wrong.every((each) => declarations.some((other) => isSame(each, other)))) return null
  const { code, instrument, deposited } = party
  const kept = Object.entries(record).filter(([field]) => !(field in facts))
  const after = { code, instrument, deposited, ...Object.fromEntries(kept), ...others }
  const declared = inPlaceOf(declarations, wrong, right)
  return [declared.length === 0 ? after : { ...after, declarations: declared }]
}

function inPlaceOf(
  all: readonly Declaration[],
  wrong: readonly Declaration[],
  right: readonly Declaration[],
): Declaration[] {
  const kept = all.filter((each) => !wrong.some((other) => isSame(each, other)))
  return [...kept, ...right]
}

/** The rectifications of a register that another version of it does not have. */
export function rectificationsSince(now: PartiesFile, before: PartiesFile): PartyRectification[] {
  const known = (before.rectifications ?? []).map((each) => canonicalJson(each))
  return (now.rectifications ?? []).filter((each) => !known.includes(canonicalJson(each)))
}

/**
 * Returns the records of an earlier register with the rectifications of a later one; null if one of them was made for another record.
 */
export function asRectifiedIn(now: PartiesFile, before: PartiesFile): Party[] | null {
  return applyAll(before.parties, rectificationsSince(now, before))
}

/** Applies rectifications one after the other; null if one of them was made for another record. */
export function applyAll(parties: readonly Party[], rectifications: readonly PartyRectification[]): Party[] | null {
  return rectifications.reduce<Party[] | null>(
    (all, each) => (all === null ? null : rectifyRegister(all, each)),
    [...parties],
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

/** Three versions of the register with the rectifications of both sides applied to each; null if they do not go together. */
export function withBothRectifications(
  base: PartiesFile,
  ours: PartiesFile,
  theirs: PartiesFile,
): { base: Party[]; ours: Party[]; theirs: Party[]; rectifications: PartyRectification[] } | null {
  const byThem = rectificationsSince(theirs, base)
  const byUs = rectificationsSince(ours, theirs)
  const both = applyAll(base.parties, [...byThem, ...byUs])
  const mine = applyAll(ours.parties, rectificationsSince(theirs, ours))
  const other = applyAll(theirs.parties, byUs)
  if (both === null || mine === null || other === null) return null
  return { base: both, ours: mine, theirs: other, rectifications: [...(theirs.rectifications ?? []), ...byUs] }
}
