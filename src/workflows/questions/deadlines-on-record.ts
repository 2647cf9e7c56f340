import type { Repository } from '../../git/index.ts'
import { type Deadline, deadlines } from '../../law/index.ts'
import type { CalendarDay, ReadingChoice } from '../../treaty/index.ts'
import { readRecord, situationOf } from '../record/treaty-record.ts'

/** What falls due, and what the register says of itself where it is an exercise. */
export interface DeadlinesOnRecord {
  asOf: CalendarDay
  exercise: string | null
  deadlines: Deadline[]
}

/** What falls due on the day asked or later, by the record on main. */
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
