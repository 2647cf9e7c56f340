import { type CalendarDay, compareDays, type Finding, type PartyCode, type Reason } from '../../treaty/index.ts'
import { forbids } from '../decide/finding.ts'
import { inWords } from '../wording.ts'
import type { Membership, Register } from './register.ts'

/** Since when the Convention binds a Party, as a step of reasoning (Articles 67 and 71). */
export function whyAParty({ party, from, until }: Membership, register: Register): Reason[] {
  const cite = from === register.inForce ? '67(1)' : '67(2)'
  const says = `${party.code} deposited its instrument of ${party.instrument} on ${inWords(party.deposited)}; the Convention is in force for it from ${inWords(from)}.`
  const deposit = { cite, says, event: { on: party.deposited, ...(party.ref === undefined ? {} : { ref: party.ref }) } }
  if (until === null) return [deposit]
  const { denounced, denouncedRef: ref } = party
  const leaving = `A denunciation takes effect on ${inWords(until)}; until the day before ${party.code} is a Party.`
  if (denounced === undefined) return [deposit, { cite: '71(2)', says: leaving }]
  const event = { on: denounced, ...(ref === undefined ? {} : { ref }) }
  return [deposit, { cite: '71(1)', says: leaving, event }]
}

/** Why nothing binds a State or an organization that is no Party on the day. */
export function notAParty(code: PartyCode, register: Register, day: CalendarDay): Finding {
  const [message, cite] = why(code, register, day)
  return forbids('not-a-party', cite, message, 'Check the code and the day against the register of Parties.')
}

function why(code: PartyCode, { inForce, byCode }: Register, day: CalendarDay): [string, string] {
  const memberships = byCode.get(code) ?? []
  if (inForce === null || day < inForce) return [`The Convention is not in force on ${inWords(day)}.`, '67(1)']
  const coming = memberships.find(({ from }) => from > day)
  if (coming !== undefined)
    return [`The Convention is not in force for ${code} before ${inWords(coming.from)}.`, '67(2)']
  const last = [...memberships].sort((one, other) => compareDays(one.from, other.from)).at(-1)
  const left = last?.until ?? null
  const cite = last?.party.denounced === undefined ? '71(2)' : '71(1)'
  if (left !== null) return [`${code} has not been a Party since ${inWords(left)}.`, cite]
  return [`${code} is not in the register of Parties.`, '67']
}
