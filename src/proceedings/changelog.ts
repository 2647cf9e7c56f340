import { changelog } from '../amendments/index.ts'
import { decide } from '../law/index.ts'
import {
  listDocuments,
  listProposals,
  type Repository,
  readDocument,
  readProposal,
  type Snapshot,
} from '../store/index.ts'
import type { CalendarDay, Changelog, PartyCode, Slug, Words } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'
import { readRecord, situationOf } from './record.ts'

export interface ChangelogQuestion {
  /** Leave out what was adopted at this revision already. */
  from?: string | undefined
  /** What was adopted at this revision (default: main). */
  to?: string | undefined
  asOf: CalendarDay
  document?: Slug | undefined
  /** Also proposals under way. */
  pending: boolean
}

/** What was adopted between two revisions, and whom it binds on a day by the Convention's rules. */
export async function changelogOf(
  repository: Repository,
  { from, to, asOf, document, pending }: ChangelogQuestion,
): Promise<{ changelog: Changelog; names: Record<PartyCode, string> }> {
  const record = await readRecord(repository)
  const before = from === undefined ? new Set<Slug>() : await adoptedAt(repository.at(await repository.resolve(from)))
  const until = to === undefined ? null : await adoptedAt(repository.at(await repository.resolve(to)))
  const asked = [...record.proposals].filter(([id, { proposal }]) => {
    if (document !== undefined && proposal.document !== document) return false
    return !before.has(id) && (until === null || proposal.edition === undefined || until.has(id))
  })
  const proposals = asked.map(([id, { proposal, events }]) => ({
    proposal,
    events: events.filter(({ on }) => on <= asOf),
    outcome: decide(situationOf(record, id), asOf),
  }))
  const { exercise, parties } = record.register
  const options = { titles: await titlesAt(record.snapshot), pending, ...(exercise === undefined ? {} : { exercise }) }
  const names = Object.fromEntries(parties.map(({ code, name }) => [code, name ?? code]))
  return { changelog: changelog(asOf, proposals, options), names }
}

async function adoptedAt(snapshot: Snapshot): Promise<Set<Slug>> {
  const adopted = new Set<Slug>()
  for (const id of await listProposals(snapshot)) {
    const { edition } = dataOf(await readProposal(snapshot, id), 'annex validate')
    if (edition !== undefined) adopted.add(id)
  }
  return adopted
}

async function titlesAt(snapshot: Snapshot): Promise<Map<Slug, Words>> {
  const titles = new Map<Slug, Words>()
  for (const id of await listDocuments(snapshot)) {
    titles.set(id, dataOf(await readDocument(snapshot, id), 'annex validate').title)
  }
  return titles
}
