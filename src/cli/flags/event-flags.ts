import type { EventKind, EventRecord } from '../../treaty/index.ts'
import { Flags } from '../annex-command.ts'
import { countFlag, dayFlag, partyFlag, withoutUndefined } from './flags.ts'

/** The kinds of events that `annex proposal record` records; a rectification has a command of its own. */
export const EVENTS = [
  'circulated',
  'submitted',
  'recommended',
  'objection',
  'objection-withdrawn',
  'acceptance',
  'conference-vote',
  'consent',
  'suggested',
  'ratification',
  'correction-objection',
  'withdrawn',
] as const satisfies readonly EventKind[]

const INSTRUMENTS = ['ratification', 'acceptance', 'approval', 'accession'] as const

/** The flags of an event, except its day and its reference. */
export const eventFlags = {
  party: partyFlag({ description: 'The Party that it comes from.' }),
  note: Flags.string({ description: 'A remark to keep with it.', helpValue: 'TEXT' }),
  instrument: Flags.option({ options: INSTRUMENTS, description: 'ratification: the kind of instrument.' })(),
  'in-favour': countFlag({ description: 'conference-vote: the number, or the Parties.' }),
  against: countFlag({ description: 'conference-vote: the number, or the Parties.' }),
  abstaining: countFlag({ description: 'conference-vote: the number, or the Parties.' }),
  until: dayFlag({
    description: 'circulated, for a correction: the last day for objections, if the depositary names one.',
  }),
  consensus: Flags.boolean({
    allowNo: true,
    description: 'conference-vote, suggested: whether it was decided by consensus.',
  }),
  'formal-objections': countFlag({ description: 'suggested: the number of formal objections.' }),
  force: Flags.boolean({
    description: 'Record it even if the law gives it no effect; it is marked as without effect.',
  }),
}

type Given<Flag> = Flag | undefined

/** The values of `eventFlags`. */
interface EventFlagValues {
  party: Given<string>
  note: Given<string>
  instrument: Given<EventRecord['instrument']>
  'in-favour': Given<{ count: NonNullable<EventRecord['inFavour']> }>
  against: Given<{ count: NonNullable<EventRecord['against']> }>
  abstaining: Given<{ count: NonNullable<EventRecord['abstaining']> }>
  until: Given<string>
  consensus: Given<boolean>
  'formal-objections': Given<{ count: NonNullable<EventRecord['formalObjections']> }>
}

/** Returns the fields of an event that the flags give; a flag that was not given leaves its field out. */
export function eventFields(flags: EventFlagValues): Partial<EventRecord> {
  return withoutUndefined({
    party: flags.party,
    note: flags.note,
    instrument: flags.instrument,
    inFavour: flags['in-favour']?.count,
    until: flags.until,
    against: flags.against?.count,
    abstaining: flags.abstaining?.count,
    consensus: flags.consensus,
    formalObjections: flags['formal-objections']?.count,
  })
}
