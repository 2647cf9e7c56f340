import { decide } from '../../law/index.ts'
import {
  type CalendarDay,
  type FiledEvent,
  LAST_DAY,
  laterOf,
  type Outcome,
  type Party,
  type Proposal,
  type Situation,
} from '../../treaty/index.ts'
import type { FileReader } from './file-reader.ts'
import { type RecordFiles, situationIn } from './record-files.ts'

/** What the law says of a proposal on the last day of all, by one record. */
interface KnownOutcome extends Pick<Situation, 'parties' | 'readings'> {
  proposal: Proposal
  outcome: Outcome
}

/** The outcome computed last for a list of events: what was computed after a commit is asked again before the next one. */
const known = new WeakMap<readonly FiledEvent[], KnownOutcome>()

/** Returns what the law says of a proposal on the last day of all, by the record in some files. */
export function finalOutcome(files: RecordFiles, reader: FileReader, proposal: Proposal): Outcome {
  const situation = situationIn(files, reader, proposal)
  const { events, parties, readings } = situation
  const before = known.get(events)
  if (before !== undefined && before.proposal === proposal && before.readings === readings) {
    if (before.parties === parties) return before.outcome
    // Facts after the decisive day do not exist for what was decided on it.
    if (decisiveDay(before.outcome, proposal, events) < firstDifference(before.parties, parties)) {
      known.set(events, { ...before, parties })
      return before.outcome
    }
  }
  const outcome = decide(situation, LAST_DAY, { divergences: false })
  known.set(events, { proposal, parties, readings, outcome })
  return outcome
}

/** The day on which the last event was received, the period ended, the proposal was closed or entered into force: nothing is open then. */
function decisiveDay(outcome: Outcome, { closedOn }: Proposal, events: readonly FiledEvent[]): CalendarDay {
  const { deadline, entersIntoForce, status } = outcome
  const isDecided = status === 'closed' || (DECIDED.has(status) && (deadline ?? entersIntoForce) !== null)
  if (!isDecided) return LAST_DAY
  return [deadline ?? '', entersIntoForce ?? '', closedOn ?? '', ...events.map(({ on }) => on)].reduce(laterOf)
}

const DECIDED: ReadonlySet<Outcome['status']> = new Set(['blocked', 'in-force'])

/** The first day on which two registers differ in what matters to a proposal; declarations concern the text for one Party alone. */
function firstDifference(one: readonly Party[], other: readonly Party[]): CalendarDay {
  const days = differences.get(one)?.get(other) ?? computeFirstDifference(one, other)
  const ofOne = differences.get(one) ?? new WeakMap<readonly Party[], CalendarDay>()
  differences.set(one, ofOne.set(other, days))
  return days
}

const differences = new WeakMap<readonly Party[], WeakMap<readonly Party[], CalendarDay>>()

function computeFirstDifference(one: readonly Party[], other: readonly Party[]): CalendarDay {
  const [first, second] = [one, other].map((parties) => new Set(parties.flatMap(factsOf)))
  const alone = [...(first ?? [])].filter((fact) => !second?.has(fact))
  const alsoAlone = [...(second ?? [])].filter((fact) => !first?.has(fact))
  return [...alone, ...alsoAlone].map((fact) => fact.slice(0, LAST_DAY.length)).sort()[0] ?? LAST_DAY
}

/** The facts of a Party that decide whether it is one, each after its day. */
function factsOf({ code, instrument, deposited, denounced, organization }: Party): string[] {
  const who = `${code} ${instrument} ${organization?.members.join(',') ?? ''}`
  const deposit = `${deposited} ${who}`
  return denounced === undefined ? [deposit] : [deposit, `${denounced} ${who} left, in since ${deposited}`]
}
