import type { Repository } from '../../git/index.ts'
import { type Deadline, deadlines } from '../../law/index.ts'
import type { CalendarDay, ReadingChoice } from '../../treaty/index.ts'
import { readRecord, situationOf } from '../record/treaty-record.ts'

/** The days that matter from a day on; `exercise` is the notice of a register that is an exercise. */
export interface DeadlinesOnRecord {
  asOf: CalendarDay
  exercise: string | null
  deadlines: Deadline[]
}

/** Returns what is due on a day or later, by main's record. */
export async function deadlinesOnRecord(
  repository: Repository,
  asOf: CalendarDay,
  readings: ReadingChoice,
): Promise<DeadlinesOnRecord> {
  const record = await readRecord(repository)
  const proposals = [...record.proposals.keys()].map((id) => situationOf(record, id, readings))
  const taken = { ...record.readings, ...readings }
  const { parties, exercise } = record.register
  return { asOf, exercise: exercise ?? null, deadlines: deadlines({ parties, proposals, asOf, readings: taken }) }
}
