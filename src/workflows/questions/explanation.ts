import type { Repository } from '../../git/index.ts'
import { type Explanation, explain } from '../../law/index.ts'
import { replay } from '../../text/index.ts'
import { AnnexError, type CalendarDay, type ReadingChoice, type Situation, type Slug } from '../../treaty/index.ts'
import { originalText } from '../record/edition-tags.ts'
import { readRecord } from '../record/treaty-record.ts'
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
