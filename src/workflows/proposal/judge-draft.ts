import { documentPath, proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { type CalendarDay, type Finding, hasErrors, isKnownError, type ReadingChoice } from '../../treaty/index.ts'
import { type Validated, validateAll } from '../validate/validate.ts'
import { type CheckedDraft, checkDraft } from './check-draft.ts'
import { obstaclesAgainst } from './collisions/obstacles-against.ts'
import { type DraftFiles, draftFiles } from './read-draft.ts'

/** How a draft is judged. */
export interface DraftQuestion {
  /** The day on which it would be sent out. */
  asOf: CalendarDay
  /** `main`, or another proposal's id: would it merge with that as well? */
  against: string | null
  /** Whether everything else that validate finds in its files is told too. */
  all: boolean
  /** Options that go before those the repository chose. */
  readings?: ReadingChoice
}

/** A draft, what stands in its way, and the files in which that was looked for. */
export interface DraftJudged extends DraftFiles, Validated {
  /** Why the law was not asked, where a file that it needs is too broken; only with `all`, which says what is wrong with it. */
  notJudged: string | null
  /** By which provisions and readings the law judged it, and what it would find under others. */
  judged: CheckedDraft['judged']
}

const UNASKED: CheckedDraft['judged'] = { provisions: [], readings: {}, divergences: [] }

/**
 * Judges a proposal's branch, and with `all` each of its files as validate does: one verdict, every finding once.
 * @throws AnnexError not-found, not-allowed, invalid when a file cannot be read and no finding says so
 */
export async function judgeDraft(repository: Repository, id: string, question: DraftQuestion): Promise<DraftJudged> {
  const where = await draftFiles(repository, id)
  const validated = question.all ? await validateAll(where.snapshot) : { files: [], findings: [] }
  try {
    const { judged, ...checked } = await judgeByLaw(repository, id, question)
    return { ...where, ...together(validated, checked), judged, notJudged: null }
  } catch (error) {
    const isTold = isKnownError(error, 'invalid') && hasErrors(validated.findings)
    if (!isTold) throw error
    return { ...where, ...validated, judged: UNASKED, notJudged: error.message }
  }
}

async function judgeByLaw(
  repository: Repository,
  id: string,
  { asOf, against, readings }: DraftQuestion,
): Promise<Validated & Pick<DraftJudged, 'judged'>> {
  const checked = await checkDraft(repository, id, asOf, { readings })
  const obstacles = against === null ? [] : await obstaclesAgainst(repository, checked, against, asOf)
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
