import type { CalendarDay, Outcome, Party, PartyCode, ReadingChoice, Situation, Slug } from '../../treaty/index.ts'
import { firstDayToPropose } from '../articles/article-68/index.ts'
import { admitEvents } from '../decide/admission.ts'
import { outcomeOf } from '../decide/judgement.ts'
import type { Verdict } from '../decide/verdict.ts'
import type { RecordedProposal } from '../party/binding.ts'
import { type Register, registerOf } from '../party/register.ts'
import { byConference } from '../procedures/by-conference.ts'
import { bySilence } from '../procedures/by-silence.ts'
import { type Choice, chosenReadings, reads } from '../readings/choice.ts'
import { realDaysOnly } from './check-register.ts'
import { knownOn, partiesKnownOn } from './known-facts.ts'

/** An event that is due on a day, by what is known on the day asked about. */
export interface Deadline {
  on: CalendarDay
  kind:
    | 'last-day-to-object'
    | 'enters-into-force'
    | 'binds-a-party'
    | 'convention-enters-into-force'
    | 'denunciation-takes-effect'
    | 'amendments-may-be-proposed'
  cite: string
  /** The event in a sentence. */
  says: string
  proposal?: Slug
  party?: PartyCode
  /** The readings that a proposal's day depends on. */
  readings?: ReadingChoice
}

/** The register and the proposals to look at. */
export interface Calendar {
  parties: readonly Party[]
  proposals: readonly RecordedProposal[]
  asOf: CalendarDay
  readings: ReadingChoice
}

/**
 * Returns what is due on the day asked about or later, the nearest first: the end of each period for objections, and each
 * entry into force of an amendment, of the Convention for a State, or of a denunciation.
 */
export function deadlines({ parties, proposals, asOf, readings }: Calendar): Deadline[] {
  const { choice } = chosenReadings(readings)
  const real = realDaysOnly(parties).parties
  const register = registerOf(partiesKnownOn(real, asOf))
  const due = proposals.flatMap(({ proposal, events }) => {
    const known = knownOn({ proposal, events, parties: real, readings }, asOf)
    const outcome = outcomeOf(known, register, choice, asOf)
    return ofProposal(outcome, routesOf(outcome, known, register, choice))
  })
  return [...due, ...ofRegister(register)]
    .filter(({ on }) => on >= asOf)
    .sort((one, other) => (one.on + one.says < other.on + other.says ? -1 : 1))
}

/** One route to entry into force, with its days. */
interface Route extends Pick<Verdict, 'status' | 'deadline' | 'entersIntoForce'> {
  objecting: string
  entering: string
  /** For which Parties, if there is another route. */
  forWhom: string
}

// If either route is enough, each has its own days: an adoption by the Conference does not end the period for objections.
function routesOf(outcome: Outcome, known: Situation, register: Register, choice: Choice): Route[] {
  const byBasis = CITES[outcome.basis]
  const either = outcome.basis.startsWith('70') && reads(choice, 'conference-route', 'alternative')
  if (!either || outcome.status === 'closed') return [{ ...outcome, ...byBasis, forWhom: '' }]
  const { proposal, events } = known
  const context = { proposal, register, choice, asOf: outcome.asOf }
  const { docket } = admitEvents(events, context)
  return [
    { ...bySilence.judge({ ...context, docket }), ...CITES['70.1'], forWhom: ' for the Parties that did not object' },
    { ...byConference.judge({ ...context, docket }), ...CITES['70.2'], forWhom: ' for the Parties that consented' },
  ]
}

function ofProposal({ name: proposal, parties, readings }: Outcome, routes: readonly Route[]): Deadline[] {
  const due = routes.flatMap((route) => ofRoute(route, proposal))
  const entries = routes.map(({ entersIntoForce }) => entersIntoForce)
  for (const [party, { boundFrom, because }] of Object.entries(parties)) {
    if (boundFrom === null || entries.includes(boundFrom)) continue
    const says = `${proposal} enters into force for ${party}`
    const cite = because.at(-1) ?? routes[0]?.entering ?? ''
    due.push({ on: boundFrom, kind: 'binds-a-party', cite, says, proposal, party })
  }
  return due.map((each) => ({ ...each, readings }))
}

function ofRoute(route: Route, proposal: Slug): Deadline[] {
  const { status, deadline, entersIntoForce, objecting, entering, forWhom } = route
  const due: Deadline[] = []
  if (status === 'circulated' && deadline !== null) {
    const says = `Last day on which an objection to ${proposal} counts`
    due.push({ on: deadline, kind: 'last-day-to-object', cite: objecting, says, proposal })
  }
  if (entersIntoForce !== null) {
    const says = `${proposal} enters into force${forWhom}`
    due.push({ on: entersIntoForce, kind: 'enters-into-force', cite: entering, says, proposal })
  }
  return due
}

const CITES: Record<Outcome['basis'], Pick<Route, 'objecting' | 'entering'>> = {
  '70.1': { objecting: '70(4)', entering: '70(5)' },
  '70.2': { objecting: '70(4)', entering: '70(6)' },
  '62': { objecting: '62(9)', entering: '62(10)' },
  '68': { objecting: '68(1)', entering: '68(4)' },
  correction: { objecting: 'VCLT 79(2)', entering: 'VCLT 79(4)' },
}

function ofRegister({ inForce, memberships }: Register): Deadline[] {
  if (inForce === null) return []
  const kind = 'convention-enters-into-force'
  const later = memberships.filter(({ from }) => from > inForce)
  return [
    { on: inForce, kind, cite: '67(1)', says: 'The Convention enters into force' },
    {
      on: firstDayToPropose(inForce),
      kind: 'amendments-may-be-proposed',
      cite: '68(1)',
      says: 'Amendments to the articles may be proposed from this day',
    },
    ...later.map(({ party: { code }, from }): Deadline => {
      const says = `The Convention enters into force for ${code}`
      return { on: from, kind, cite: '67(2)', says, party: code }
    }),
    ...memberships.flatMap(({ party: { code, organization }, until }): Deadline[] => {
      if (until === null) return []
      const says = `${code} ceases to be a Party`
      const cite = organization === undefined ? '71(1)' : '71(2)'
      return [{ on: until, kind: 'denunciation-takes-effect', cite, says, party: code }]
    }),
  ]
}
