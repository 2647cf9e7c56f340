import { documentPath, proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { type CalendarDay, type Finding, hasErrors, isKnownError, type ReadingChoice } from '../../treaty/index.ts'
import { readRecord } from '../record/treaty-record.ts'
import { type Validated, validateAll } from '../validate/validate.ts'
import { type CheckedDraft, checkDraft } from './check-draft.ts'
import { obstaclesAgainst } from './collisions/obstacles-against.ts'
import { type DraftFiles, draftFiles } from './read-draft.ts'

/** How to judge a draft. */
export interface DraftQuestion {
  /** The day on which it would be sent out. */
  asOf: CalendarDay
  /** `main` or the id of another proposal that it must merge with as well; null for neither. */
  against: string | null
  /** Whether the findings of validate about its files are reported too. */
  all: boolean
  /** Options that replace those the repository chose. */
  readings?: ReadingChoice
}

/** A draft's files, the findings, and the files that were judged. */
export interface DraftJudged extends DraftFiles, Validated {
  /** Why the law was not asked: a file has errors, and the findings of `all` report them. Else null. */
  notJudged: string | null
  /** The provisions and readings that the law applied, and what it would find under other readings. */
  judged: CheckedDraft['judged']
}

const NOT_JUDGED: CheckedDraft['judged'] = { provisions: [], readings: {}, divergences: [] }

/**
 * Judges a proposal's branch, and with `all` each of its files as validate does; every finding is returned once.
 * @throws AnnexError not-found, not-allowed, invalid when a file cannot be read and no finding reports it
 */
export async function judgeDraft(repository: Repository, id: string, question: DraftQuestion): Promise<DraftJudged> {
  const where = await draftFiles(repository, id)
  const validated = question.all ? await validateAll(where.snapshot) : { files: [], findings: [] }
  try {
    const { judged, ...checked } = await judgeByLaw(repository, id, question)
    return { ...where, ...together(validated, checked), judged, notJudged: null }
  } catch (error) {
    const isReported = isKnownError(error, 'invalid') && hasErrors(validated.findings)
    if (!isReported) throw error
    return { ...where, ...validated, judged: NOT_JUDGED, notJudged: error.message }
  }
}

async function judgeByLaw(
  repository: Repository,
  id: string,
  { asOf, against, readings }: DraftQuestion,
): Promise<Validated & Pick<DraftJudged, 'judged'>> {
  const checked = await checkDraft(repository, await readRecord(repository, id), id, asOf, { readings })
  const obstacles = against === null ? [] : await obstaclesAgainst(repository, checked.draft, against, asOf)
  const files = [proposalPath(id), ...checked.draft.documents.map((document) => documentPath(document.id))]
  return { findings: [...checked.findings, ...obstacles], files, judged: checked.judged }
}

function together(one: Validated, other: Validated): Validated {
  const known = new Set(one.findings.map(sameness))
  const findings = [...one.findings, ...other.findings.filter((finding) => !known.has(sameness(finding)))]
  return { findings, files: [...new Set([...one.files, ...other.files])] }
}

function sameness({ rule, level, message, at }: Finding): string {
  return JSON.stringify([rule, level, message, at?.file, at?.position])
}
