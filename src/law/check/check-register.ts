import { type CalendarDay, type Finding, isCalendarDay, type Party, type PartyCode } from '../../treaty/index.ts'
import { entryIntoForceFor } from '../articles/article-67/index.ts'
import { denouncedAsAParty, endOfMembership } from '../articles/article-71/index.ts'
import { forbids } from '../decide/finding.ts'
import { dayInWords } from '../decide/wording.ts'
import { partiesKnownOn } from './known-facts.ts'

/**
 * Names each record of a Party beside an earlier one that still stands on the day of the later deposit. Article 66 speaks
 * of an instrument, and no article says which of two counts: the Party is counted once, and remains one while either
 * record stands; which instrument it is the depositary has to say.
 */
export function overlappingInstruments(parties: readonly Party[]): Finding[] {
  const earlier = new Map<PartyCode, Party[]>()
  return parties.flatMap((party, index) => {
    const before = earlier.get(party.code) ?? []
    earlier.set(party.code, [...before, party])
    return before.filter((other) => doInstrumentsOverlap(other, party)).map((other) => both(other, party, index))
  })
}

/** Whether each of two instruments of one Party was deposited before the other had ended. */
export function doInstrumentsOverlap(one: Party, other: Party): boolean {
  return isBefore(one.deposited, endOfMembership(other)) && isBefore(other.deposited, endOfMembership(one))
}

/** Whether the instrument was deposited by the day, and no denunciation of it has taken effect. */
export function isInstrumentInEffectOn(party: Party, day: CalendarDay): boolean {
  return party.deposited <= day && isBefore(day, endOfMembership(party))
}

function isBefore(day: CalendarDay, end: CalendarDay | null): boolean {
  return end === null || day < end
}

function both(one: Party, other: Party, index: number): Finding {
  const said = ({ instrument, deposited }: Party) => `${instrument} of ${dayInWords(deposited)}`
  return forbids(
    'two-instruments',
    '67',
    `${other.code} has two instruments on record that stand beside each other: ${said(one)}, and ${said(other)}.`,
    'Ask the depositary which one stands, and remove the other; until then it is counted once.',
    { path: ['parties', index] },
  )
}

/** The records whose days are days of the calendar, and a finding for each of the others: it cannot be counted. */
export function realDaysOnly(parties: readonly Party[]): { parties: Party[]; findings: Finding[] } {
  const findings = parties.flatMap((party, index) => unreal(party, index))
  return { parties: parties.filter((party) => unreal(party, 0).length === 0), findings }
}

function unreal(party: Party, index: number): Finding[] {
  const days: [string, string | undefined][] = [
    ['deposited', party.deposited],
    ['denounced', party.denounced],
  ]
  return days.flatMap(([member, day]) => {
    if (day === undefined || isCalendarDay(day)) return []
    const message = `${party.code}: ${day} is not a day of the calendar, so that the record is left out.`
    return [
      forbids('real-day', undefined, message, 'Give the day as YYYY-MM-DD.', { path: ['parties', index, member] }),
    ]
  })
}

/** What there is to say of a Party's denunciation, by what is known on the day it was received; empty without one. */
export function checkDenunciation(party: Party, parties: readonly Party[]): Finding[] {
  if (party.denounced === undefined) return []
  return denouncedAsAParty(party, entryIntoForceFor(party, partiesKnownOn(parties, party.denounced)))
}
