import { listDocuments, listProposals, readDocument, readProposal } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import { changelog, withGivenNumbers } from '../../text/index.ts'
import type {
  CalendarDay,
  Change,
  Changelog,
  ChangelogRequest,
  Document,
  PartyCode,
  Proposal,
  Slug,
  Words,
} from '../../treaty/index.ts'
import { editionsOf } from '../record/editions-and-branches.ts'
import { recordedTimeUtc } from '../record/recorded-time.ts'
import { dataOf } from '../record/sound-files.ts'
import { readRecord, situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** What to list in a changelog, and the day that the law is asked about. */
export interface ChangelogQuestion extends ChangelogRequest {
  asOf: CalendarDay
}

/** Returns what was adopted between two revisions, with the Parties that it binds on a day. */
export async function changelogOf(
  repository: Repository,
  { asOf, ...asked }: ChangelogQuestion,
): Promise<{ changelog: Changelog; names: Record<PartyCode, string>; made: Map<Slug, readonly Change[]> }> {
  const { from, to, document, pending = false } = asked
  const record = await readRecord(repository)
  const before = from === undefined ? new Set<Slug>() : await adoptedAt(repository.at(await repository.resolve(from)))
  const until = to === undefined ? null : await adoptedAt(repository.at(await repository.resolve(to)))
  const chosen = [...record.proposals].filter(([id, { proposal }]) => {
    if (document !== undefined && proposal.document !== document) return false
    return !before.has(id) && (until === null || proposal.edition === undefined || until.has(id))
  })
  const textBefore = textsBefore(repository, record)
  const proposals = await Promise.all(
    chosen.map(async ([id, { proposal, events }]) => {
      const text = await textBefore(proposal)
      return {
        proposal,
        events: events.filter(({ on }) => on <= asOf),
        outcome: decide(situationOf(record, id), asOf),
        ...(text === null ? {} : { before: text }),
      }
    }),
  )
  const { exercise, parties } = record.register
  const options = {
    titles: await titlesAt(record.snapshot),
    pending,
    ...(Object.keys(asked).length === 0 ? {} : { asked }),
    ...(exercise === undefined ? {} : { exercise }),
  }
  const names = Object.fromEntries(parties.map(({ code, name }) => [code, name ?? code]))
  const made = new Map(
    proposals.map(({ proposal, before: text }) => [
      proposal.proposal,
      withGivenNumbers(proposal.frozen?.changes ?? [], proposal.numbers, text),
    ]),
  )
  return { changelog: changelog(asOf, proposals, options), names, made }
}

/** Reads the text that a proposal changes: the edition before its own, or main's while it has none; null if that is missing. */
function textsBefore(
  repository: Repository,
  { snapshot }: TreatyRecord,
): (proposal: Proposal) => Promise<Document | null> {
  return async ({ document, edition }) => {
    if (edition === undefined) return documentIn(snapshot, document)
    const editions = await editionsOf(repository, document)
    const number = editions.find(({ name }) => name === edition)?.number ?? 0
    const earlier = editions.find((each) => each.number === number - 1)
    return earlier === undefined ? null : documentIn(repository.at(earlier.commit), document)
  }
}

async function documentIn(snapshot: Snapshot, document: Slug): Promise<Document | null> {
  return (await listDocuments(snapshot)).includes(document) ? (await readDocument(snapshot, document)).data : null
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

/** What identifies the feed of a repository in all its clones: its first commit, and that commit's time. */
export interface FeedOrigin {
  origin: string
  /** RFC 3339: when the record began, never a legal date. */
  begun: string
}

/** Returns the first commit of main. @throws AnnexError unsupported-repository in a shallow clone, which lacks that commit */
export async function feedOrigin(repository: Repository): Promise<FeedOrigin> {
  const main = await repository.tipOf(repository.mainBranch)
  let first = await repository.readCommit(main)
  for await (const commit of repository.log(main)) if (commit.parents.length === 0) first = commit
  return { origin: first.id, begun: recordedTimeUtc(first.committer.timestamp) }
}
