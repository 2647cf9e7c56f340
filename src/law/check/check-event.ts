import type { FiledEvent, Finding, RulePage, Situation } from '../../treaty/index.ts'
import { admitEvents, eventInWords, refusalsOf, remarksOnEvent } from '../decide/admission.ts'
import type { LawContext } from '../decide/docket.ts'
import { refuses } from '../decide/finding.ts'
import { leavesWithoutEffect } from '../decide/second-letter.ts'
import { registerOf } from '../party/register.ts'
import { procedureOf } from '../procedures/index.ts'
import { chosenReadings } from '../readings/choice.ts'
import { realDaysOnly } from './check-register.ts'
import { eventsKnownOn, partiesKnownOn } from './known-facts.ts'

export const EVENT_AGAINST_ANOTHER = {
  id: 'law/event-against-another',
  level: 'error',
  title: 'A new event does not take the effect of another event of the same day',
  why: 'The Convention counts in days. Events of one day are taken in the order of the procedure, not in the order of filing. So a new event can take the effect of an event already filed for that day: this is reported.',
} as const satisfies RulePage

/**
 * Checks whether an event may be recorded: the procedure knows it, it comes in order, a Party makes it, and its day exists.
 * Each finding says why it would have no effect, or which event of the same day would lose its effect. An event that the
 * situation already holds is checked at its place; a new one after those of its day and step. For an event marked
 * `withoutEffect` only a disagreement with the law is reported.
 */
export function checkEvent(situation: Situation, event: FiledEvent): Finding[] {
  const { choice } = chosenReadings(situation.readings)
  const { proposal, events } = situation
  const parties = partiesKnownOn(realDaysOnly(situation.parties).parties, event.on)
  const context = { proposal, register: registerOf(parties), choice, asOf: event.on }
  const all = eventsKnownOn(events.includes(event) ? events : [...events, event], event.on)
  const { docket } = admitEvents(all.slice(0, all.indexOf(event)), context)
  const procedure = procedureOf(context)
  const refusals = refusalsOf(event, { ...context, docket }, procedure)
  const said = [...remarksOnEvent(event, refusals, procedure)]
  return leavesWithoutEffect(refusals) ? said : [...said, ...leftWithoutEffect(event, all, context)]
}

/** Returns whether the finding means that the event has no effect. */
export function deniesEffect(finding: Finding): boolean {
  return finding.rule !== EVENT_AGAINST_ANOTHER.id && leavesWithoutEffect([finding])
}

// The events after it on the same day had effect before it was filed.
function leftWithoutEffect(
  event: FiledEvent,
  all: readonly FiledEvent[],
  context: Omit<LawContext, 'docket'>,
): Finding[] {
  if (all.at(-1) === event) return []
  const before = admitEvents(
    all.filter((other) => other !== event),
    context,
  )
  return [...admitEvents(all, context).refused].flatMap(([other, findings]) => {
    const why = findings.find(deniesEffect)
    if (before.refused.has(other) || why === undefined) return []
    const message = `${eventInWords(other)} of the same day would lose its effect: ${why.message}`
    const hint =
      'Correct the day of one of the two. With --force this event is filed with effect, and the other one loses its effect.'
    return [refuses(EVENT_AGAINST_ANOTHER, event, 'on', message, hint, why.cite ?? '70')]
  })
}
