import { emptyItemCache, type ItemCache, readDocument } from '../../files/index.ts'
import type { NamedCommit, Repository } from '../../git/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Document,
  type Finding,
  isKnownError,
  type KnownError,
  type RuleId,
} from '../../treaty/index.ts'
import { todayInUtc } from '../record/days-that-have-come.ts'
import type { ReportProgress } from '../validate/validate.ts'
import { type FileReader, openFileReader } from './file-reader.ts'
import { type MainCommit, type MainHistory, named, readMainHistory } from './main-history.ts'
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
  /** Entries read so far: the versions of a document have most of them in common. */
  itemCache: ItemCache
  tell: ReportProgress
}

/** One commit of main that is not a join, with the record before and after it. */
export interface Act {
  main: MainCommit
  before: RecordFiles
  after: RecordFiles
}

/** @throws AnnexError unsupported-repository for a shallow clone, unknown-revision without a main branch */
export async function openAudit(repository: Repository, tell: ReportProgress, today = todayInUtc()): Promise<Audit> {
  if (repository.shallow) {
    const message = 'this clone is shallow: part of the history is missing'
    throw new AnnexError('unsupported-repository', message, 'run `git fetch --unshallow`; in CI set `fetch-depth: 0`')
  }
  const itemCache = emptyItemCache()
  const reader = openFileReader(repository, itemCache)
  const documents = new Map<string, Document | null>()
  return {
    repository,
    reader,
    history: await readMainHistory(repository, reader),
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
