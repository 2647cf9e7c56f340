import type { EventKind, FiledEvent, Finding } from '../../treaty/index.ts'
import { refuses } from '../finding.ts'
import { inWords } from '../wording.ts'
import type { Admission } from './procedure.ts'

/** Admits an event that opens a procedure: it happens once. */
export function once(cite: string): Admission {
  return (event, { docket }) => {
    const earlier = docket.first.get(event.event)
    if (earlier === undefined) return []
    return [
      refuses(
        event,
        'event',
        'event-once',
        cite,
        `${event.event} is recorded already, on ${inWords(earlier.on)}; the first one counts.`,
        'A new text is a new proposal.',
      ),
    ]
  }
}

/** Admits an event only after another: an objection after the draft was sent. */
export function after(opening: EventKind, cite: string, admission: Admission): Admission {
  return (event, matter) => {
    if (matter.docket.first.has(opening)) return admission(event, matter)
    return [tooEarly(event, opening, cite)]
  }
}

/** Admits an event only from a State that is a Party on the day. */
export function byStateParty(cite: string, admission: Admission): Admission {
  return (event, matter) => {
    const refusal = notAParty(event, matter, cite)
    return refusal.length > 0 ? refusal : admission(event, matter)
  }
}

/** Admits an event whenever its order and its Party are right. */
export const always: Admission = () => []

function tooEarly(event: FiledEvent, opening: EventKind, cite: string): Finding {
  return refuses(
    event,
    'on',
    'event-order',
    cite,
    `${event.event} on ${inWords(event.on)}, but on that day nothing was ${opening} yet.`,
    `Record ${opening} first, or correct the day.`,
  )
}

function notAParty(event: FiledEvent, matter: Parameters<Admission>[1], cite: string): Finding[] {
  if (event.party === undefined) {
    return [
      refuses(event, 'event', 'event-by-party', cite, `${event.event} names no Party.`, 'Name the Party (`party`).'),
    ]
  }
  const memberships = matter.register.byCode.get(event.party) ?? []
  const membership = memberships.find(({ from, until }) => from <= event.on && (until === null || event.on < until))
  if (membership !== undefined && membership.party.organization === undefined) return []
  const why =
    membership === undefined
      ? `${event.party} is not a State Party on ${inWords(event.on)}`
      : `${event.party} is a regional organization, and ${cite} speaks of States Parties`
  return [
    refuses(
      event,
      'party',
      'event-by-party',
      cite,
      `${why}: its ${event.event} has no effect.`,
      'Check the code and the day received against the register of Parties.',
    ),
  ]
}
