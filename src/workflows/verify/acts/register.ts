import type { TreeDifference } from '../../../git/index.ts'
import { overlappingInstruments, voidDenunciations } from '../../../law/index.ts'
import type { Declaration, Finding, PartiesFile, Party } from '../../../treaty/index.ts'
import { asRectifiedIn, rectificationsSince } from '../../parties/rectified-register.ts'
import { type Act, type Audit, about, againstTheLaw } from '../audit.ts'

/**
 * Checks that recorded facts about a Party's instrument, denunciation and declarations do not change, because they decide who is bound
 * from when. A name is editorial, and so is the order. New facts must be possible under the law.
 */
export async function judgeRegister({ reader }: Audit, act: Act, change: TreeDifference): Promise<Finding[]> {
  const { path, before: was, after: is } = change
  const [old, now] = [reader.parties(path, was), reader.parties(path, is)]
  if (now === null) return [changed(act, path, ['the register, which cannot be read now'])]
  const before = old ?? { parties: [] }
  const due = asRectifiedIn(now, before)
  if (due === null) return [changed(act, path, ['a Party by a rectification that was made for another record'])]
  const edits = [...partyEdits(due, now.parties), ...lostRectifications(before, now)]
  return [...(edits.length === 0 ? [] : [changed(act, path, edits)]), ...notPossible(act, path, old, now)]
}

/** A rectification stays on record: it keeps what the register said. */
export function lostRectifications(before: PartiesFile, now: PartiesFile): string[] {
  return rectificationsSince(before, now).map(({ code, on }) => `${code} (its rectification of ${on})`)
}

/** Returns the instruments that the later register changed or removed: `FRA (deposited)`. */
export function partyEdits(before: readonly Party[], after: readonly Party[]): string[] {
  return before.flatMap((party) => {
    const fields = changedFields(party, counterpart(party, before, after))
    return fields.length === 0 ? [] : [`${party.code} (${fields.join(', ')})`]
  })
}

/** Returns the same instrument in the later register: by code and day, else the new one with that code. */
function counterpart(party: Party, before: readonly Party[], after: readonly Party[]): Party | undefined {
  const isSame = (one: Party) => (other: Party) => one.code === other.code && one.deposited === other.deposited
  const isNew = (other: Party) => other.code === party.code && !before.some(isSame(other))
  return after.find(isSame(party)) ?? after.find(isNew)
}

function changedFields(was: Party, now: Party | undefined): string[] {
  if (now === undefined) return ['removed']
  const fields = (['instrument', 'signed', 'deposited', 'ref', 'denounced', 'denouncedRef'] as const).filter(
    (field) => was[field] !== undefined && was[field] !== now[field],
  )
  const kept = (was.declarations ?? []).every((each) => now.declarations?.some((other) => isKept(each, other)))
  return kept ? fields : [...fields, 'declarations']
}

/** A declaration may gain the day on which the treaty entered into force. The mark `withoutEffect` decides nothing. */
function isKept(was: Declaration, now: Declaration): boolean {
  const lapse = was.enteredIntoForce === undefined || was.enteredIntoForce === now.enteredIntoForce
  return lapse && was.treaty === now.treaty && was.on === now.on && was.ground === now.ground && was.ref === now.ref
}

function changed({ main }: Act, path: string, what: readonly string[]): Finding {
  const more = what.length > 5 ? ` and ${what.length - 5} more` : ''
  const says = `changed what the register said of ${what.slice(0, 5).join(', ')}${more}`
  const hint = `Undo it: git revert ${main.commit.id.slice(0, 12)}. If the register was wrong, record that: annex party rectify CODE --on DATE --ref REF --reason TEXT, with what is right.`
  return about(main, 'verify/party-changed', says, hint, path)
}

function notPossible({ main }: Act, path: string, old: PartiesFile | null, now: PartiesFile): Finding[] {
  const known = new Set(lawFindings(old?.parties ?? []).map(({ message }) => message))
  const found = lawFindings(now.parties).filter(({ message }) => !known.has(message))
  const hint =
    'Ask the depositary, and put it right by a further record: annex party rectify CODE --void --on DATE --ref REF --reason TEXT'
  return found.map((why) =>
    againstTheLaw(main, 'verify/party-allowed', 'recorded a fact that the law does not allow', why, hint, path),
  )
}

function lawFindings(parties: readonly Party[]): Finding[] {
  return [...overlappingInstruments(parties), ...voidDenunciations(parties)]
}
