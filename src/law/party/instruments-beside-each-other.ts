import type { CalendarDay, Finding, Party, PartyCode } from '../../treaty/index.ts'
import { endOfMembership } from '../articles/article-71/index.ts'
import { forbids } from '../decide/finding.ts'
import { inWords } from '../wording.ts'

/**
 * Names each record of a Party beside an earlier one that still stands on the day of the later deposit. Article 66 speaks
 * of an instrument, and no article says which of two counts: the Party is counted once, and remains one while either
 * record stands; which instrument it is the depositary has to say.
 */
export function instrumentsBesideEachOther(parties: readonly Party[]): Finding[] {
  const earlier = new Map<PartyCode, Party[]>()
  return parties.flatMap((party, index) => {
    const before = earlier.get(party.code) ?? []
    earlier.set(party.code, [...before, party])
    return before.filter((other) => standBesideEachOther(other, party)).map((other) => both(other, party, index))
  })
}

/** Whether each of two instruments of one Party was deposited before the other had ended. */
export function standBesideEachOther(one: Party, other: Party): boolean {
  return isBefore(one.deposited, endOfMembership(other)) && isBefore(other.deposited, endOfMembership(one))
}

/** Whether the instrument was deposited by the day, and no denunciation of it has taken effect. */
export function standsOn(party: Party, day: CalendarDay): boolean {
  return party.deposited <= day && isBefore(day, endOfMembership(party))
}

function isBefore(day: CalendarDay, end: CalendarDay | null): boolean {
  return end === null || day < end
}

function both(one: Party, other: Party, index: number): Finding {
  const said = ({ instrument, deposited }: Party) => `${instrument} of ${inWords(deposited)}`
  return forbids(
    'two-instruments',
    '67',
    `${other.code} has two instruments on record that stand beside each other: ${said(one)}, and ${said(other)}.`,
    'Ask the depositary which one stands, and remove the other; until then it is counted once.',
    { path: ['parties', index] },
  )
}
