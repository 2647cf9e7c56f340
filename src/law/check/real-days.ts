import { type Finding, isCalendarDay, type Party } from '../../treaty/index.ts'
import { forbids } from '../decide/finding.ts'

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
