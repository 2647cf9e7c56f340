import { type FiledEvent, type Finding, hasErrors, type Situation } from '../../treaty/index.ts'
import { admitEvents, eventInWords, refusalsOf, remarksOnEvent } from '../decide/admission.ts'
import type { DecisionContext } from '../decide/context.ts'
import { refuses } from '../decide/finding.ts'
import { registerOf } from '../party/register.ts'
import { procedureOf } from '../procedures/index.ts'
import { chosenReadings } from '../readings/choice.ts'
import { realDaysOnly } from './check-register.ts'
import { eventsKnownOn, partiesKnownOn } from './known-facts.ts'

const LEAVES_ANOTHER_WITHOUT_EFFECT = 'law/event-against-another'

/**
 * Whether an event may be recorded: possible under the proposal's basis, in order, by a Party on that day, on a real
 * day. Each finding says why it would have no effect, or which event of that day it would leave without any; none: it
 * has effect. It is judged where it will be heard: where the situation's events hold it already at its place among them,
 * otherwise behind those of its day and step. Of one filed as without effect it says only whether the law agrees.
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
  return hasErrors(refusals) ? said : [...said, ...leftWithoutEffect(event, all, context)]
}

/** Whether a finding of `checkEvent` says that the event itself would have no effect. */
export function deniesEffect({ rule, level }: Finding): boolean {
  return level === 'error' && rule !== LEAVES_ANOTHER_WITHOUT_EFFECT
}

// What is heard behind it, of its own day, had effect as long as it was not on file.
function leftWithoutEffect(
  event: FiledEvent,
  all: readonly FiledEvent[],
  context: Omit<DecisionContext, 'docket'>,
): Finding[] {
  if (all.at(-1) === event) return []
  const before = admitEvents(
    all.filter((other) => other !== event),
    context,
  )
  return [...admitEvents(all, context).refused].flatMap(([other, findings]) => {
    const why = findings.find(({ level }) => level === 'error')
    if (before.refused.has(other) || why === undefined) return []
    const message = `It would leave ${eventInWords(other)} of the same day without effect: ${why.message}`
    const hint =
      'Correct the day of one of the two; with --force this one is filed and has effect, and the other has none.'
    return [refuses(event, 'on', 'event-against-another', why.cite ?? '70', message, hint)]
  })
}
