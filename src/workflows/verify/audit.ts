import { emptyItemCache, type ItemCache, readDocument } from '../../files/index.ts'
import type { Commit, NamedCommit, Repository } from '../../git/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Document,
  type Finding,
  isKnownError,
  type KnownError,
  type Proposal,
  type RuleId,
} from '../../treaty/index.ts'
import { todayInUtc } from '../record/days-that-have-come.ts'
import { replayedCommits } from '../sync/replayed-on-main.ts'
import type { ReportProgress } from '../validate/validate.ts'
import { type FileReader, openFileReader } from './file-reader.ts'
import { type MainCommit, type MainHistory, named, readMainHistory, type Span } from './main-history.ts'
import type { RecordFiles } from './record-files.ts'

/** What every part of the audit looks at. */
export interface Audit {
  repository: Repository
  reader: FileReader
  history: MainHistory
  tags: readonly NamedCommit[]
  /** Today in UTC: no adoption or closing of a later day can have been allowed. */
  today: CalendarDay
  /** A document as a commit has it; null if it does not exist or cannot be read. */
  documentAt(commit: string, id: string): Promise<Document | null>
  /** The commits that main says it replays, each with the commit that replays it. */
  replays(): Promise<ReadonlyMap<string, Commit>>
  /** Entries read so far: the versions of a document have most of them in common. */
  itemCache: ItemCache
  tell: ReportProgress
}

export interface AuditOptions {
  tell?: ReportProgress
  /** Default: today in UTC. Adoptions and closings of a later day are findings. */
  today?: CalendarDay | undefined
}

/** One commit of main that is not a join, with the record before and after it. */
export interface Act {
  main: MainCommit
  before: RecordFiles
  after: RecordFiles
}

/** An adoption as main recorded it. */
export interface Adoption {
  edition: string
  proposal: Proposal
  act: Act
}

/** The commits of a span, judged. */
export interface Judged {
  audit: Audit
  /** The files of the record at `since`: none if nothing is believed. */
  believed: RecordFiles
  /** The files of the record at `tip`. */
  files: RecordFiles
  /** The adoptions in the span, in order. */
  adoptions: Adoption[]
  findings: Finding[]
}

/** @throws AnnexError unsupported-repository for a shallow clone, unknown-revision for commits that are not in it */
export async function openAudit(
  repository: Repository,
  span: Span,
  { tell = () => {}, today = todayInUtc() }: AuditOptions,
): Promise<Audit> {
  if (repository.shallow) {
    const message = 'this clone is shallow: part of the history is missing'
    throw new AnnexError('unsupported-repository', message, 'run `git fetch --unshallow`; in CI set `fetch-depth: 0`')
  }
  const itemCache = emptyItemCache()
  const reader = openFileReader(repository, itemCache)
  const documents = new Map<string, Document | null>()
  const history = await readMainHistory(repository, reader, span)
  let replays: ReadonlyMap<string, Commit> | undefined
  return {
    repository,
    reader,
    history,
    async replays() {
      replays ??= await replaysOf(repository, history)
      return replays
    },
    tags: await repository.tags(),
    today,
    itemCache,
    tell,
    async documentAt(commit, id) {
      const key = `${commit} ${id}`
      const known = documents.get(key)
      if (known !== undefined) return known
      const { data } = await readDocument(repository.at(commit), id, itemCache)
      documents.set(key, data)
      return data
    },
  }
}

async function replaysOf(repository: Repository, history: MainHistory): Promise<ReadonlyMap<string, Commit>> {
  const believed = await Promise.all([...history.believed].map((id) => repository.readCommit(id)))
  return replayedCommits([...believed.map((commit) => ({ commit })), ...history.commits])
}

/**
 * A finding about what a commit did.
 * @param says what the commit did, after its name: `changed the text outside any adoption`
 */
export function about(
  { commit }: MainCommit,
  rule: RuleId,
  says: string,
  hint: string,
  file?: string,
  level: Finding['level'] = 'error',
): Finding {
  const at = file === undefined ? {} : { at: { file } }
  return { rule, level, message: `Commit ${named(commit)} ${says}.`, hint, ...at }
}

/**
 * A finding about what a commit did although the law does not allow it.
 * @param why what the law found; its sentence and provision are the finding's
 */
export function againstTheLaw(
  main: MainCommit,
  rule: RuleId,
  says: string,
  why: Finding,
  hint: string,
  file: string,
): Finding {
  const finding = about(main, rule, `${says}: ${why.message.replace(/\.$/, '')}`, hint, file)
  return why.cite === undefined ? finding : { ...finding, cite: why.cite }
}

/** Returns the command that undoes what a commit did; verify then shows the commit as put right. */
export function revert({ commit }: MainCommit): string {
  return `git revert ${commit.parents.length > 1 ? '-m 1 ' : ''}${commit.id.slice(0, 12)}`
}

/** Runs a part of the audit. If something cannot be read, that is a finding, and the other parts go on. */
export async function guarded(part: () => Promise<Finding[]>, file?: string): Promise<Finding[]> {
  try {
    return await part()
  } catch (error) {
    if (!isKnownError(error)) throw error
    return [unreadable(error, file)]
  }
}

/** The finding for what could not be read. */
export function unreadable({ message, remedy }: KnownError, file?: string): Finding {
  const at = file === undefined ? {} : { at: { file } }
  return { rule: 'verify/unreadable', level: 'error', message: `${message}.`, hint: `${remedy}.`, ...at }
}
