import { documentPath, entryChanges, lastChanges, listDocuments, type Repository } from '../store/index.ts'
import { AnnexError } from '../treaty/index.ts'
import { proposalOfCommits } from './proposal-of-commits.ts'
import { recordedTime } from './recorded-time.ts'

/** One commit that changed one entry. `recorded` is when it was recorded: never a legal date. */
export interface LoggedChange {
  document: string
  entry: string
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
 * With an entry, every commit that changed it, the latest first; else the commit that changed each entry last.
 * @throws AnnexError not-found when no document ever had the entry
 */
export async function logEntries(repository: Repository, question: LogQuestion): Promise<LoggedChange[]> {
  const start = await repository.resolve(question.revision ?? 'HEAD')
  const documents = question.document === undefined ? await listDocuments(repository.at(start)) : [question.document]
  const found = documents.flatMap((document) => changesIn(repository, document, start, question.entry))
  if (found.length === 0 && question.entry !== undefined) throw unknownEntry(question.entry, documents)
  const proposals = await proposalOfCommits(repository, start)
  return Promise.all(
    found.map(async ({ document, entry, commit }) => {
      const { author, committer, message } = await repository.readCommit(commit)
      const [first = ''] = message.split('\n')
      const recorded = recordedTime(committer.timestamp, committer.offset)
      return { document, entry, commit, recorded, author: author.name, message: first, proposal: proposals(commit) }
    }),
  )
}

interface FoundChange {
  document: string
  entry: string
  commit: string
}

function changesIn(repository: Repository, document: string, start: string, entry?: string): FoundChange[] {
  const path = documentPath(document)
  if (entry === undefined) {
    const last = lastChanges(repository, path, start)
    return [...last].map(([id, commit]) => ({ document, entry: id, commit }))
  }
  const found: FoundChange[] = []
  for (const change of entryChanges(repository, path, start)) {
    if (change.entries.includes(entry)) found.push({ document, entry, commit: change.commit.id })
  }
  return found
}

function unknownEntry(entry: string, documents: readonly string[]): AnnexError {
  const message = `no entry "${entry}" was ever in ${documents.join(', ') || 'any document'}`
  return new AnnexError('not-found', message, 'annex show DOCUMENT lists the entries')
}
