import { apply } from '../amendments/index.ts'
import { decide } from '../law/index.ts'
import type { Repository } from '../store/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Document,
  type Finding,
  type Outcome,
  type ReadingChoice,
} from '../treaty/index.ts'
import { originalText } from './editions.ts'
import { readRecord, situationOf, type TreatyRecord } from './record.ts'

/** A document as it binds a Party on a day. */
export interface BoundDocument {
  document: Document
  /** For whom and on what day, in sentences. */
  heading: string[]
  /** Why each entry stands there, by its id. */
  reasons: Map<string, string>
  /** What scripts are told besides the document. */
  answer: {
    for: string
    asOf: CalendarDay
    amendments: BindingAmendment[]
    readings: ReadingChoice
    findings: Finding[]
  }
}

/** An amendment that binds the Party, from which day, and by which provisions. */
export interface BindingAmendment {
  proposal: string
  boundFrom: CalendarDay
  because: string[]
}

/**
 * The annex as it binds a Party on a day: the Convention's own text, then the frozen changes of the amendments that bind
 * that Party on that day, in the order of their entry into force.
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function documentFor(
  repository: Repository,
  document: string,
  party: string,
  asOf: CalendarDay,
  readings: ReadingChoice,
): Promise<BoundDocument> {
  const record = await readRecord(repository)
  const name = nameOf(record, party)
  const original = await originalText(repository, document)
  const decided = decideAll(record, document, asOf, readings)
  const binding = bindingOn(decided, party, asOf)
  const reasons = new Map(original.entries.map((entry) => [entry.id, "the Convention's own text"]))
  const findings: Finding[] = []
  let bound = original
  for (const { proposal, boundFrom, because } of binding) {
    const changes = record.proposals.get(proposal)?.proposal.frozen?.changes ?? []
    const applied = apply(bound, changes)
    bound = applied.document
    findings.push(...applied.findings)
    for (const { entry } of changes)
      if (entry !== null) reasons.set(entry, `${proposal}, ${because.join(', ')}, since ${boundFrom}`)
  }
  const taken = Object.assign({}, ...decided.map(([, outcome]) => outcome.readings))
  return {
    document: bound,
    heading: headingOf(record, name, asOf, taken),
    reasons,
    answer: { for: party, asOf, amendments: binding, readings: taken, findings },
  }
}

function nameOf(record: TreatyRecord, code: string): string {
  const party = record.register.parties.find((candidate) => candidate.code === code)
  if (party !== undefined) return party.name ?? code
  throw new AnnexError('not-found', `the register holds no Party ${code}`, 'annex party list shows those there are')
}

function decideAll(
  record: TreatyRecord,
  document: string,
  asOf: CalendarDay,
  readings: ReadingChoice,
): [string, Outcome][] {
  return [...record.proposals]
    .filter(([, { proposal }]) => proposal.document === document && proposal.frozen !== undefined)
    .map(([id]) => [id, decide(situationOf(record, id, readings), asOf, { divergences: false })])
}

function bindingOn(decided: readonly [string, Outcome][], party: string, asOf: CalendarDay): BindingAmendment[] {
  return decided
    .flatMap(([proposal, { parties }]) => {
      const effect = parties[party]
      if (effect === undefined || effect.boundFrom === null || effect.boundFrom > asOf) return []
      return [{ proposal, boundFrom: effect.boundFrom, because: effect.because }]
    })
    .sort((one, other) => (one.boundFrom + one.proposal < other.boundFrom + other.proposal ? -1 : 1))
}

function headingOf(record: TreatyRecord, name: string, asOf: CalendarDay, readings: ReadingChoice): string[] {
  const taken = Object.entries(readings).map(([id, option]) => `${id}: ${option}`)
  return [
    ...(record.register.exercise === undefined ? [] : [record.register.exercise]),
    `As it binds ${name} on ${asOf}.`,
    ...(taken.length === 0 ? [] : [`Readings taken: ${taken.join('; ')}.`]),
  ]
}
