import { partiesPath, readParties } from '../../files/index.ts'
import type { Declaration, Finding, Party } from '../../treaty/index.ts'
import { named, type Step } from './main-history.ts'
import type { Subject } from './subject.ts'

/**
 * What the register holds of a Party's instrument, denunciation and declarations stays as it was entered: it decides who is
 * bound from when. A name is editorial, as is the order. A slip can only be put right by hand, so each such commit is named
 * as a warning.
 */
export async function unchangedParties({ repository, byPath }: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  let before: readonly Party[] = []
  for (const step of byPath.get(partiesPath) ?? []) {
    const { data } = await readParties(repository.at(step.commit.id))
    if (data === null) findings.push(edited(step, ['the register, which cannot be read there']))
    else findings.push(...editsOf(before, data.parties, step))
    before = data?.parties ?? before
  }
  return findings
}

function editsOf(before: readonly Party[], after: readonly Party[], step: Step): Finding[] {
  const what = before.flatMap((party) => {
    const fields = changedFields(party, counterpart(party, before, after))
    return fields.length === 0 ? [] : [`${party.code} (${fields.join(', ')})`]
  })
  return what.length === 0 ? [] : [edited(step, what)]
}

/** The same instrument afterwards: by code and day, else the one of that code that was not there before. */
function counterpart(party: Party, before: readonly Party[], after: readonly Party[]): Party | undefined {
  const isSame = (one: Party) => (other: Party) => one.code === other.code && one.deposited === other.deposited
  const isNew = (other: Party) => other.code === party.code && !before.some(isSame(other))
  return after.find(isSame(party)) ?? after.find(isNew)
}

function changedFields(was: Party, now: Party | undefined): string[] {
  if (now === undefined) return ['removed']
  const fields = (['instrument', 'deposited', 'ref', 'denounced', 'denouncedRef'] as const).filter(
    (field) => was[field] !== undefined && was[field] !== now[field],
  )
  const kept = (was.declarations ?? []).every((each) => now.declarations?.some((other) => isKept(each, other)))
  return kept ? fields : [...fields, 'declarations']
}

/** A declaration gains the day on which the treaty entered into force; that it was filed as without effect decides nothing. */
function isKept(was: Declaration, now: Declaration): boolean {
  const lapse = was.enteredIntoForce === undefined || was.enteredIntoForce === now.enteredIntoForce
  return lapse && was.treaty === now.treaty && was.on === now.on && was.ground === now.ground && was.ref === now.ref
}

function edited(step: Step, what: readonly string[]): Finding {
  const more = what.length > 5 ? ` and ${what.length - 5} more` : ''
  return {
    rule: 'verify/party-changed',
    level: 'warning',
    message: `Commit ${named(step.commit)} changed what the register had of ${what.slice(0, 5).join(', ')}${more}.`,
    hint: `Compare it with what the depositary notified; if it was no slip put right, undo it with git revert.`,
    at: { file: partiesPath },
  }
}
