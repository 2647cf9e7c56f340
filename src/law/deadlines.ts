import type { CalendarDay, Outcome, Party, PartyCode, ReadingChoice, Slug } from '../treaty/index.ts'
import { firstDayToPropose } from './article-68/index.ts'
import type { RecordedProposal } from './binding.ts'
import { outcomeOf } from './judgement.ts'
import { knownOn, partiesKnownOn } from './known-facts.ts'
import { chosenReadings } from './readings/choice.ts'
import { realDaysOnly } from './real-days.ts'
import { type Register, registerOf } from './register.ts'

/** Something that falls due on a day, by what is known on the day asked. */
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
  /** What falls due, in a sentence. */
  says: string
  proposal?: Slug
  party?: PartyCode
  /** The readings that a proposal's day rests on. */
  readings?: ReadingChoice
}

/** The register and the proposals whose days are asked for. */
export interface Calendar {
  parties: readonly Party[]
  proposals: readonly RecordedProposal[]
  asOf: CalendarDay
  readings: ReadingChoice
}

/**
 * What falls due on the day asked or later, the nearest first: the end of each period for objections, each entry into
 * force, of an amendment, of the Convention for a State, of a denunciation.
 */
export function deadlines({ parties, proposals, asOf, readings }: Calendar): Deadline[] {
  const { choice } = chosenReadings(readings)
  const real = realDaysOnly(parties).parties
  const due = proposals.flatMap(({ proposal, events }) => {
    const known = knownOn({ proposal, events, parties: real, readings }, asOf)
    return ofProposal(outcomeOf(known, registerOf(known.parties), choice, asOf))
  })
  return [...due, ...ofRegister(registerOf(partiesKnownOn(real, asOf)))]
    .filter(({ on }) => on >= asOf)
    .sort((one, other) => (one.on + one.says < other.on + other.says ? -1 : 1))
}

function ofProposal({
  name: proposal,
  basis,
  status,
  deadline,
  entersIntoForce,
  parties,
  readings,
}: Outcome): Deadline[] {
  const cites = CITES[basis]
  const due: Deadline[] = []
  if (status === 'circulated' && deadline !== null) {
    const says = `Last day on which an objection to ${proposal} counts`
    due.push({ on: deadline, kind: 'last-day-to-object', cite: cites.objecting, says, proposal })
  }
  if (entersIntoForce !== null) {
    const says = `${proposal} enters into force`
    due.push({ on: entersIntoForce, kind: 'enters-into-force', cite: cites.entering, says, proposal })
  }
  for (const [party, { boundFrom, because }] of Object.entries(parties)) {
    if (boundFrom === null || boundFrom === entersIntoForce) continue
    const says = `${proposal} enters into force for ${party}`
    due.push({ on: boundFrom, kind: 'binds-a-party', cite: because.at(-1) ?? cites.entering, says, proposal, party })
  }
  return due.map((each) => ({ ...each, readings }))
}

const CITES: Record<Outcome['basis'], { objecting: string; entering: string }> = {
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
    ...memberships.flatMap(({ party: { code, denounced }, until }): Deadline[] => {
      if (until === null) return []
      const says = `${code} ceases to be a Party`
      const cite = denounced === undefined ? '71(2)' : '71(1)'
      return [{ on: until, kind: 'denunciation-takes-effect', cite, says, party: code }]
    }),
  ]
}
