import { parseScenarios } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { type Deadline, deadlines, decideScenario, type Explanation, explain } from '../../law/index.ts'
import { replay } from '../../text/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Outcome,
  type ReadingChoice,
  type Situation,
  type Slug,
} from '../../treaty/index.ts'
import { originalText } from '../record/editions-and-branches.ts'
import { dataOf } from '../record/sound-files.ts'
import { readRecord, situationOf } from '../record/treaty-record.ts'
import { proposalsAbout, registeredName } from './document-for.ts'

/**
 * Returns why an entry binds a Party on a day, or does not: the chain of provisions, facts and readings.
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function explainEntry(
  repository: Repository,
  question: { document: Slug; entry: Slug; party: string; asOf: CalendarDay; readings: ReadingChoice },
): Promise<Explanation & { name: string; exercise?: string }> {
  const record = await readRecord(repository)
  const name = registeredName(record, question.party)
  const original = await originalText(repository, question.document)
  const proposals = proposalsAbout(record, question.document)
  const known = [
    ...original.entries.flatMap(({ id, formerly = [] }) => [id, ...formerly]),
    ...proposals.flatMap(entriesOf),
  ]
  if (!known.includes(question.entry)) {
    throw new AnnexError(
      'not-found',
      `neither ${question.document} nor a proposal about it has an entry "${question.entry}"`,
      `annex show ${question.document} --json lists the ids`,
    )
  }
  const { parties } = record.register
  const readings = { ...record.readings, ...question.readings }
  const explanation = explain({ ...question, own: original.entries, parties, proposals, readings }, replay)
  return { ...explanation, name, exercise: record.register.exercise }
}

function entriesOf({ proposal }: Situation): Slug[] {
  return proposal.changes.flatMap(({ entry }) => (entry === null ? [] : [entry]))
}

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

/**
 * Decides invented proposals: one outcome for each YAML document of the file, in order.
 * @param readings options that replace those the scenario chose
 * @throws AnnexError invalid, naming the file and line of the first error
 */
export function simulate(source: { file: string; bytes: Uint8Array }, readings: ReadingChoice): Outcome[] {
  const scenarios = parseScenarios(source).map((parsed) => dataOf(parsed, `annex validate ${source.file}`))
  return scenarios.map((scenario, index) => decideScenario(scenario, `${source.file}#${index + 1}`, readings))
}
