import {
  type CalendarDay,
  type FiledEvent,
  inOrderOfProcedure,
  type Party,
  type Situation,
} from '../../treaty/index.ts'

/**
 * Returns the Parties as known on a day: facts with a later date are ignored. A Party whose denunciation was received later
 * has not denounced; a declaration that lapsed later still has effect.
 */
export function partiesKnownOn(parties: readonly Party[], day: CalendarDay): Party[] {
  return parties.filter((party) => party.deposited <= day).map((party) => partyKnownOn(party, day))
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
