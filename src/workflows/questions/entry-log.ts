import { documentPath, listDocuments, listProposals, readDocument, readProposal } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { diff } from '../../text/index.ts'
import {
  AnnexError,
  type Change,
  type Frozen,
  hasErrors,
  idsOfEntries,
  isKnownError,
  type Proposal,
} from '../../treaty/index.ts'
import { recordedTime } from '../record/recorded-time.ts'
import { unknownDocument } from '../record/refusals.ts'
import { entryChanges, lastChanges } from './entry-history/entry-history.ts'

/** One commit that changed one entry. */
export interface LoggedChange {
  document: string
  /** The entry's id after the commit; the id before it when the commit removed the entry. */
  entry: string
  /** The entry's id before the commit, when the commit renamed it. */
  renamedFrom?: string
  commit: string
  /** ISO 8601, in the committer's time zone: when it was recorded, never a legal date. */
  recorded: string
  author: string
  /** The first line of the commit message. */
  message: string
  /** The proposal that the commit belongs to; null if it belongs to none. */
  proposal: string | null
}

/** What to list: the changes of one entry, or without one the last change of each entry. */
export interface LogQuestion {
  entry?: string
  /** Default: every document. */
  document?: string
  /** Default: HEAD. */
  revision?: string
}

/**
 * Returns every commit that changed an entry under any of its ids, the latest first; without an entry, the last commit that
 * changed each entry.
 * @throws AnnexError not-found when no document ever had the entry, or the document never existed
 */
export async function logEntries(repository: Repository, question: LogQuestion): Promise<LoggedChange[]> {
  const start = await repository.resolve(question.revision ?? 'HEAD')
  const kept = await listDocuments(repository.at(start))
  const documents = question.document === undefined ? kept : [question.document]
  const found: FoundChange[] = []
  for (const document of documents) {
    for (const change of await changesIn(repository, document, start, question.entry)) found.push(change)
  }
  const unknown = found.length === 0 ? documents.find((document) => !kept.includes(document)) : undefined
  if (unknown !== undefined) throw unknownDocument(unknown, kept)
  if (found.length === 0 && question.entry !== undefined) throw unknownEntry(question.entry, documents)
  const proposals = await proposalOfCommits(repository, start)
  return Promise.all(
    found.map(async ({ commit, ...change }) => {
      const { author, committer, message } = await repository.readCommit(commit)
      const [first = ''] = message.split('\n')
      const recorded = recordedTime(committer.timestamp, committer.offset)
      return { ...change, commit, recorded, author: author.name, message: first, proposal: proposals(commit) }
    }),
  )
}

type FoundChange = Pick<LoggedChange, 'document' | 'entry' | 'commit' | 'renamedFrom'>

async function changesIn(
  repository: Repository,
  document: string,
  start: string,
  entry?: string,
): Promise<FoundChange[]> {
  if (entry !== undefined) return changesOf(repository, document, start, entry)
  const last = lastChanges(repository, documentPath(document), start)
  return [...last].map(([id, commit]) => ({ document, entry: id, commit }))
}

/** The changes of one entry, under any of its ids. */
async function changesOf(repository: Repository, document: string, start: string, entry: string) {
  const all = [...entryChanges(repository, documentPath(document), start)]
  const renamings = new Map<string, Renaming[]>()
  for (const { commit, maybeRenamed } of all) {
    if (maybeRenamed) renamings.set(commit.id, await renamingsIn(repository, document, commit))
  }
  const { data } = await readDocument(repository.at(start), document)
  const entryOf = idsOfEntries([...renamings.values()].flat(), data?.entries)
  return all.flatMap(({ commit, entries }) => {
    const ids = entries.filter((id) => entryOf(id) === entryOf(entry))
    const renamed = (renamings.get(commit.id) ?? []).filter(({ before, after }) =>
      [before, after].every((id) => ids.includes(id)),
    )
    return ids.flatMap((id): FoundChange[] => {
      const from = renamed.find(({ after }) => after === id)?.before
      if (from !== undefined) return [{ document, entry: id, commit: commit.id, renamedFrom: from }]
      return renamed.some(({ before }) => before === id) ? [] : [{ document, entry: id, commit: commit.id }]
    })
  })
}

type Renaming = Extract<Change, { kind: 'renamed' }>

/** The entries that a commit renamed in a document; none when one of the two versions cannot be read. */
async function renamingsIn(
  repository: Repository,
  document: string,
  { id, parents }: { id: string; parents: readonly string[] },
): Promise<Renaming[]> {
  const [parent] = parents
  if (parent === undefined) return []
  const [before, after] = await Promise.all([parent, id].map((commit) => readDocument(repository.at(commit), document)))
  if (!before?.data || !after?.data || hasErrors([...before.findings, ...after.findings])) return []
  return diff(before.data, after.data).filter((change) => change.kind === 'renamed')
}

function unknownEntry(entry: string, documents: readonly string[]): AnnexError {
  const message = `${documents.join(', ') || 'this repository'} never had an entry "${entry}"`
  return new AnnexError('not-found', message, 'annex show DOCUMENT lists the entries')
}

/**
 * Returns a function from a commit to the proposal that it belongs to: a commit of the draft that was frozen, or the merge that
 * adopted it; null for any other commit.
 * @param at the commit whose record is read
 */
async function proposalOfCommits(repository: Repository, at: string): Promise<(commit: string) => string | null> {
  const owner = new Map<string, string>()
  for (const id of await listProposals(repository.at(at))) {
    const { data } = await readProposal(repository.at(at), id)
    if (data === null) continue
    for (const commit of await commitsOf(repository, data)) if (!owner.has(commit)) owner.set(commit, id)
  }
  return (commit) => owner.get(commit) ?? null
}

async function commitsOf(repository: Repository, { frozen, edition }: Proposal): Promise<string[]> {
  const adopted = edition === undefined ? [] : await repository.tags(edition)
  const merges = adopted.filter((tag) => tag.name === edition).map((tag) => tag.commit)
  return frozen === undefined ? merges : [...merges, ...(await draftedFrom(repository, frozen))]
}

/** The commits of a draft, along first parents back to the commit that it was drafted on. */
async function draftedFrom(repository: Repository, { commit: end, base }: Frozen): Promise<string[]> {
  const commits: string[] = []
  try {
    for (let commit = await repository.readCommit(end); commit.id !== base; ) {
      commits.push(commit.id)
      const [parent] = commit.parents
      if (parent === undefined || (await repository.isAncestor(parent, base))) break
      commit = await repository.readCommit(parent)
    }
  } catch (error) {
    // A clone that has only main lacks the commits of drafts.
    if (!isKnownError(error, 'unreadable')) throw error
  }
  return commits
}
