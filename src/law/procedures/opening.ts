import type { EventKind, FiledEvent, Finding, PartyCode } from '../../treaty/index.ts'
import { refuses } from '../decide/finding.ts'
import { type Membership, membershipOn } from '../party/register.ts'
import { inWords } from '../wording.ts'
import type { Admission, PartyAdmission } from './procedure.ts'

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
        'Draft a new proposal for a new text.',
      ),
    ]
  }
}

/** A remark on a last day named where the law itself sets the time: it changes nothing. */
export function timeSetBy(cite: string): Admission {
  return (event) => {
    if (event.until === undefined) return []
    const message = `A last day is named, ${inWords(event.until)}; under ${cite} the law sets the time itself.`
    const hint = 'Leave it out: only the time for objections to a correction is named by the depositary.'
    return [{ ...refuses(event, 'until', 'time-set-by-law', cite, message, hint), level: 'warning' }]
  }
}

/** Admits an event only after one of these: an objection after the draft was sent. */
export function after(openings: readonly EventKind[], cite: string, admission: Admission): Admission {
  return (event, matter) => {
    if (openings.some((opening) => matter.docket.first.has(opening))) return admission(event, matter)
    return [tooEarly(event, openings.map((opening) => `"${opening}"`).join(' or '), cite)]
  }
}

/** Admits an event only from a State that is a Party on the day. */
export function byStateParty(cite: string, admission: PartyAdmission): Admission {
  return (event, matter) => {
    const { party } = event
    if (party === undefined) return [namesNoParty(event, cite)]
    const membership = membershipOn(matter.register, party, event.on)
    if (membership === undefined || membership.party.organization !== undefined) {
      return [notAStateParty(event, party, membership, cite)]
    }
    return admission(event, matter, membership)
  }
}

/** Admits an event that each of the rules admits. */
export function inTurn(...admissions: readonly Admission[]): Admission {
  return (event, matter) => admissions.flatMap((admission) => admission(event, matter))
}

function tooEarly(event: FiledEvent, opening: string, cite: string): Finding {
  return refuses(
    event,
    'on',
    'event-order',
    cite,
    `"${event.event}" on ${inWords(event.on)} comes too early: no event ${opening} that has effect is recorded by that day.`,
    `Record ${opening} first, or correct the day.`,
  )
}

function namesNoParty(event: FiledEvent, cite: string): Finding {
  return refuses(event, 'event', 'event-by-party', cite, `${event.event} names no Party.`, 'Name the Party (`party`).')
}

function notAStateParty(event: FiledEvent, code: PartyCode, membership: Membership | undefined, cite: string): Finding {
  const why =
    membership === undefined
      ? `${code} is not a State Party on ${inWords(event.on)}`
      : `${code} is a regional organization, and ${cite} speaks of States Parties`
  return refuses(
    event,
    'party',
    'event-by-party',
    cite,
    `${why}: its ${event.event} has no effect.`,
    'Check the code and the day received against the register of Parties.',
  )
}
