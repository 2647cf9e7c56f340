import { isInstrumentInEffectOn } from '../../law/index.ts'
import type { CalendarDay, Party } from '../../treaty/index.ts'

/**
 * The records of a Party in the order in which an act of a day belongs to them: the one deposited on that day, then those that
 * stand on it, then those before it, then those after it; of each the latest first. Until a denunciation takes effect the
 * record stands (Article 71).
 */
export function recordsOfTheDay(parties: readonly Party[], code: string, day: CalendarDay): Party[] {
  const rank = (party: Party) =>
    [party.deposited === day, isInstrumentInEffectOn(party, day), party.deposited < day, true].indexOf(true)
  const latestFirst = (one: Party, other: Party) => (one.deposited < other.deposited ? 1 : -1)
  const own = parties.filter((party) => party.code === code).sort(latestFirst)
  return own.sort((one, other) => rank(one) - rank(other))
}
