import {
  type CalendarDay,
  compareDays,
  type FiledEvent,
  inOrderOfProcedure,
  type Party,
  type Situation,
} from '../../treaty/index.ts'

/**
 * Returns the Parties as known on a day: facts with a later date are ignored. A Party whose denunciation was received later
 * has not denounced; a declaration that lapsed later still has effect.
 */
export function partiesKnownOn(parties: readonly Party[], day: CalendarDay): readonly Party[] {
  const { days, known } = factsOf(parties)
  const before = days.findLastIndex((each) => each <= day) + 1
  // Once all facts are known, the register is as it is.
  if (before === days.length) return parties
  const found = known.get(before)
  if (found !== undefined) return found
  const then = parties.filter((party) => party.deposited <= day).map((party) => partyKnownOn(party, day))
  known.set(before, then)
  return then
}

/** The days of the facts in a register, and the register as known after the first of them, the first two and so on. */
interface FactsOfRegister {
  /** Sorted. */
  days: readonly CalendarDay[]
  known: Map<number, readonly Party[]>
}

// The law asks about the same register very often. One answer for all days between two facts lets it apply Article 67 to each once.
const factsOf = oncePerRegister(
  (parties): FactsOfRegister => ({ days: parties.flatMap(daysOf).sort(compareDays), known: new Map() }),
)

function daysOf({ deposited, denounced, declarations = [] }: Party): CalendarDay[] {
  const ofDeclarations = declarations.flatMap(({ on, enteredIntoForce }) => [on, enteredIntoForce])
  return [deposited, denounced, ...ofDeclarations].filter((day) => day !== undefined)
}

/**
 * Returns the same function with a memory: a list of Parties that was answered for once is not computed again. The list must not
 * change.
 */
export function oncePerRegister<T>(compute: (parties: readonly Party[]) => T): (parties: readonly Party[]) => T {
  const known = new WeakMap<readonly Party[], { value: T }>()
  return (parties) => {
    const before = known.get(parties)
    if (before !== undefined) return before.value
    const value = compute(parties)
    known.set(parties, { value })
    return value
  }
}

/** Returns the events of the day or earlier, in the order of the procedure. */
export function eventsKnownOn(events: readonly FiledEvent[], day: CalendarDay): FiledEvent[] {
  return events.filter((event) => event.on <= day).sort(inOrderOfProcedure)
}

/** Returns the situation as it was known on the day. */
export function knownOn(situation: Situation, day: CalendarDay): Situation {
  return {
    ...situation,
    parties: partiesKnownOn(situation.parties, day),
    events: eventsKnownOn(situation.events, day),
  }
}

function partyKnownOn(party: Party, day: CalendarDay): Party {
  const { denounced, denouncedRef, declarations, ...rest } = party
  return {
    ...rest,
    ...(denounced !== undefined && denounced <= day
      ? { denounced, ...(denouncedRef === undefined ? {} : { denouncedRef }) }
      : {}),
    ...(declarations === undefined ? {} : { declarations: declarations.filter((each) => each.on <= day).map(lapsed) }),
  }

  function lapsed<D extends { enteredIntoForce?: CalendarDay }>({ enteredIntoForce, ...declaration }: D) {
    return enteredIntoForce !== undefined && enteredIntoForce <= day
      ? { ...declaration, enteredIntoForce }
      : declaration
  }
}
