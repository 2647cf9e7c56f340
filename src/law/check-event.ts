import type { FiledEvent, Finding, Situation } from '../treaty/index.ts'
import { hear, whyNot } from './admission.ts'
import { eventsKnownOn, partiesKnownOn } from './known-facts.ts'
import { procedureOf } from './procedures/index.ts'
import { chosenReadings } from './readings/choice.ts'
import { realDaysOnly } from './real-days.ts'
import { registerOf } from './register.ts'

/**
 * Whether an event may be recorded: possible under the proposal's basis, in order, by a Party on that day, on a real
 * day. Each finding says why it would have no effect; none: it has. The events before it are those of the situation
 * dated on or before its day.
 */
export function checkEvent(situation: Situation, event: FiledEvent): Finding[] {
  const { choice } = chosenReadings(situation.readings)
  const { proposal } = situation
  const parties = partiesKnownOn(realDaysOnly(situation.parties).parties, event.on)
  const matter = { proposal, register: registerOf(parties), choice, asOf: event.on }
  const { docket } = hear(eventsKnownOn(situation.events, event.on), matter)
  return whyNot(event, { ...matter, docket }, procedureOf(matter))
}
