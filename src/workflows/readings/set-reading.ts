import { readingsPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { chosenReadings, decide } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  LAST_DAY,
  type Outcome,
  type PartyCode,
  type ReadingChoice,
  type ReadingDecision,
  type ReadingsFile,
  type Status,
} from '../../treaty/index.ts'
import { latestDecision, refuseUnknownReadings } from '../record/readings-in-force.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { dataOf, soundFile } from '../record/sound-files.ts'
import { situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** What a change of readings does to a recorded proposal. */
export interface ChangedOutcome {
  proposal: string
  /** Its edition, if it is adopted. */
  edition: string | null
  asOf: CalendarDay
  before: Status
  after: Status
  /** The status that is reached at last, if nothing more is recorded. */
  atLast: { before: Status; after: Status }
  /** The Parties that it binds from another day, or no longer, or only now. */
  parties: PartyCode[]
}

export interface ReadingSet {
  /** Null if main has the same decision already. */
  commit: string | null
  /** The option in force until now. */
  before: string
  outcomes: ChangedOutcome[]
}

/**
 * Sets a reading on main, with the reason and the day, and says which recorded outcomes change. The same decision a second time
 * changes nothing.
 * @param asOf the day for which outcomes are compared
 * @throws AnnexError usage for an unknown reading or option, and for an empty reason
 */
export async function setReading(
  repository: Repository,
  decision: ReadingDecision,
  asOf: CalendarDay,
): Promise<ReadingSet> {
  refuseUnknownReadings({ [decision.reading]: decision.option })
  if (decision.reason.trim() === '') {
    throw new AnnexError('usage', 'the reason is empty', 'write who decided it and why: --reason TEXT')
  }
  const { commit, before, outcomes } = await recordOnMain(
    repository,
    async (record) => {
      const before = optionIn(record.readings, decision.reading)
      const files = await filesWith(record, decision)
      const message = messageOf(decision, before)
      return { before, outcomes: changedOutcomes(record, decision, asOf), files, message, findings: [] }
    },
    { remedy: 'look at annex readings, then run the command again' },
  )
  return { commit, before, outcomes }
}

function optionIn(choice: ReadingChoice, id: string): string {
  const { choice: all } = chosenReadings(choice)
  return new Map<string, string>(Object.entries(all)).get(id) ?? ''
}

async function filesWith({ snapshot, chosen }: TreatyRecord, decision: ReadingDecision) {
  const file = dataOf(chosen, 'annex validate --at main')
  if (isRecorded(file, decision)) return new Map<string, Uint8Array>()
  const next: ReadingsFile = {
    readings: { ...file.readings, [decision.reading]: decision.option },
    decisions: [...(file.decisions ?? []), decision],
  }
  const previous = (await snapshot.readFile(readingsPath)) ?? undefined
  return new Map([[readingsPath, soundFile('readings', readingsPath, next, previous)]])
}

function isRecorded(file: ReadingsFile, { reading, option, reason }: ReadingDecision): boolean {
  const latest = latestDecision(file, reading)
  return file.readings[reading] === option && latest?.option === option && latest.reason === reason
}

function messageOf({ reading, option, reason }: ReadingDecision, before: string): string {
  return `Set the reading ${reading}: ${option}\n\n${reason}\n\nWas: ${before}\n`
}

/** The recorded proposals whose outcome differs under the new option, today or at last. */
function changedOutcomes(record: TreatyRecord, decision: ReadingDecision, asOf: CalendarDay): ChangedOutcome[] {
  const other = { [decision.reading]: decision.option }
  return [...record.proposals].flatMap(([id, { proposal }]): ChangedOutcome[] => {
    if (proposal.frozen === undefined || proposal.closed !== undefined) return []
    const on = (day: CalendarDay, readings: ReadingChoice) =>
      decide(situationOf(record, id, readings), day, { divergences: false })
    const [before, after] = [on(asOf, {}), on(asOf, other)]
    const [first, last] = [on(LAST_DAY, {}), on(LAST_DAY, other)]
    const parties = partiesThatDiffer(first, last)
    if (before.status === after.status && first.status === last.status && parties.length === 0) return []
    return [
      {
        proposal: id,
        edition: proposal.edition ?? null,
        asOf,
        before: before.status,
        after: after.status,
        atLast: { before: first.status, after: last.status },
        parties,
      },
    ]
  })
}

function partiesThatDiffer({ parties: before }: Outcome, { parties: after }: Outcome): PartyCode[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return codes.filter((code) => (before[code]?.boundFrom ?? null) !== (after[code]?.boundFrom ?? null)).sort()
}
