import { documentPath, listDocuments, readDocument } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { AnnexError, idsOfEntries } from '../../treaty/index.ts'
import { recordedTime } from '../record/recorded-time.ts'
import { unknownDocument } from '../record/sound-document.ts'
import { entryChanges, lastChanges } from './entry-history/index.ts'
import { type Renaming, renamingsIn } from './entry-renamings.ts'
import { proposalOfCommits } from './proposal-of-commits.ts'

/** One commit that changed one entry. `recorded` is when it was recorded: never a legal date. */
export interface LoggedChange {
  document: string
  /** The id that the commit left it; of one that it removed, the id that it had. */
  entry: string
  /** The id that it had before, where the commit gave it another. */
  renamedFrom?: string
  commit: string
  /** ISO 8601, in the clerk's own time zone. */
  recorded: string
  author: string
  /** The first line of what the commit says. */
  message: string
  /** The proposal that it came with; null for one recorded without any. */
  proposal: string | null
}

/** What to tell: the changes of one entry, or the last change of each entry. */
export interface LogQuestion {
  entry?: string
  /** Default: every document kept. */
  document?: string
  /** Default: HEAD. */
  revision?: string
}

/**
 * With an entry, every commit that changed it, by whichever of its ids it is asked for and whichever it then had, the latest
 * first; else the commit that changed each entry last.
 * @throws AnnexError not-found when no document ever had the entry, or there is no such document and never was
 */
export async function logEntries(repository: Repository, question: LogQuestion): Promise<LoggedChange[]> {
  const start = await repository.resolve(question.revision ?? 'HEAD')
  const kept = await listDocuments(repository.at(start))
  const documents = question.document === undefined ? kept : [question.document]
  const found: FoundChange[] = []
  for (const document of documents) found.push(...(await changesIn(repository, document, start, question.entry)))
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

/** The changes of one entry, under whichever of its ids. */
async function changesOf(repository: Repository, document: string, start: string, entry: string) {
  const all = [...entryChanges(repository, documentPath(document), start)]
  const renamings = new Map<string, Renaming[]>()
  for (const { commit, comeAndGo } of all) {
    if (comeAndGo) renamings.set(commit.id, await renamingsIn(repository, document, commit))
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

function unknownEntry(entry: string, documents: readonly string[]): AnnexError {
  const message = `no entry "${entry}" was ever in ${documents.join(', ') || 'any document'}`
  return new AnnexError('not-found', message, 'annex show DOCUMENT lists the entries')
}
