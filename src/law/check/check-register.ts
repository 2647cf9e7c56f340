import {
  type CalendarDay,
  type Finding,
  isRecordableDay,
  type Party,
  type PartyCode,
  RECORDED_DAYS,
  type RulePage,
} from '../../treaty/index.ts'
import { conventionEntryIntoForce, inForceFor } from '../articles/article-67/index.ts'
import { denouncedAsAParty, endByDenunciation } from '../articles/article-71/index.ts'
import { asRemark, forbids } from '../decide/finding.ts'
import { dayInWords } from '../decide/wording.ts'
import { oncePerRegister } from './known-facts.ts'

export const REAL_DAY = {
  id: 'law/real-day',
  level: 'error',
  title: 'A day is a day of the calendar',
  why: 'Periods are counted from it. A record with a day that does not exist is not counted, and it is reported.',
} as const satisfies RulePage

export const TWO_INSTRUMENTS = {
  id: 'law/two-instruments',
  level: 'error',
  cite: '67',
  title: 'A State has one instrument at a time',
  why: 'No article says which of two instruments counts if both are in effect at the same time. The State is counted once. The depositary says which instrument it is.',
} as const satisfies RulePage

/**
 * Reports each record of a Party whose earlier instrument is still in effect on the day of the later deposit. No article
 * says which of the two counts. The Party is counted once, and remains a Party while either instrument is in effect.
 */
export function overlappingInstruments(parties: readonly Party[]): Finding[] {
  const convention = conventionEntryIntoForce(parties)
  const earlier = new Map<PartyCode, Party[]>()
  return parties.flatMap((party, index) => {
    const before = earlier.get(party.code) ?? []
    earlier.set(party.code, [...before, party])
    return before
      .filter((other) => doInstrumentsOverlap(other, party, convention))
      .map((other) => both(other, party, index))
  })
}

/** Returns what the registers' records say that has no effect: denunciations that are void, and second instruments. */
export function remarksOnRegister(parties: readonly Party[]): Finding[] {
  return [...overlappingInstruments(parties), ...voidDenunciations(parties).map(asRemark)]
}

/** Returns the same about one Party. */
export function remarksOnParty(code: PartyCode, parties: readonly Party[]): Finding[] {
  return remarksOnRegister(parties).filter(({ at }) => parties[Number(at?.path?.[1])]?.code === code)
}

/**
 * Returns whether two instruments of one Party are in effect at the same time.
 * @param convention the day on which the Convention enters into force; null if it does not
 */
export function doInstrumentsOverlap(one: Party, other: Party, convention: CalendarDay | null): boolean {
  return (
    isBefore(one.deposited, endOfInstrument(other, convention)) &&
    isBefore(other.deposited, endOfInstrument(one, convention))
  )
}

/**
 * Returns whether the instrument is deposited on the day, and no denunciation of it has taken effect.
 * @param convention the day on which the Convention enters into force; null if it does not
 */
export function isInstrumentInEffectOn(party: Party, day: CalendarDay, convention: CalendarDay | null): boolean {
  return party.deposited <= day && isBefore(day, endOfInstrument(party, convention))
}

function endOfInstrument(party: Party, convention: CalendarDay | null): CalendarDay | null {
  return endByDenunciation(party, convention === null ? null : inForceFor(party.deposited, convention))
}

function isBefore(day: CalendarDay, end: CalendarDay | null): boolean {
  return end === null || day < end
}

function both(one: Party, other: Party, index: number): Finding {
  const said = ({ instrument, deposited }: Party) => `${instrument} of ${dayInWords(deposited)}`
  const message = `${other.code} has two instruments at the same time: ${said(one)}, and ${said(other)}.`
  const hint = 'Ask the depositary which one is valid and remove the other. Until then the Party is counted once.'
  return forbids(TWO_INSTRUMENTS, message, hint, { at: { path: ['parties', index] } })
}

/** Returns the records whose days are days of the calendar, and a finding for each other record. */
export const realDaysOnly = oncePerRegister((parties): { parties: readonly Party[]; findings: readonly Finding[] } => {
  const findings = parties.flatMap((party, index) => unreal(party, index))
  if (findings.length === 0) return { parties, findings }
  return { parties: parties.filter((party) => unreal(party, 0).length === 0), findings }
})

function unreal(party: Party, index: number): Finding[] {
  const days: [string, string | undefined][] = [
    ['deposited', party.deposited],
    ['denounced', party.denounced],
  ]
  return days.flatMap(([member, day]) => {
    if (day === undefined || isRecordableDay(day)) return []
    const message = `${party.code}: ${day} is not a day of the calendar ${RECORDED_DAYS}, so the record is not counted.`
    const at = { path: ['parties', index, member] }
    return [forbids(REAL_DAY, message, 'Write the day as YYYY-MM-DD.', { at })]
  })
}

/** Checks the denunciation in each record of the register: it is void if it does not come from a State Party (71(1)). */
export function voidDenunciations(parties: readonly Party[]): Finding[] {
  const convention = conventionEntryIntoForce(parties)
  return parties.flatMap((party, index) => {
    const from = convention === null ? null : inForceFor(party.deposited, convention)
    const at = { path: ['parties', index, 'denounced'] }
    return denouncedAsAParty(party, from).map((finding) => ({ ...finding, at }))
  })
}
