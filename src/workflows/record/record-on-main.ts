import type { FileChanges, Repository } from '../../git/index.ts'
import { AnnexError, type Finding } from '../../treaty/index.ts'
import { acceptCommit } from '../keys/accept-commit.ts'
import type { Approvable } from '../keys/approvals.ts'
import { readRecord, readRecordAt, type TreatyRecord } from './treaty-record.ts'

/** What a command would commit to main, computed from main's record. */
export interface PlannedCommit {
  findings: Finding[]
  /** New bytes by path; null if the findings do not allow the commit, empty where main already has all of it. */
  files: FileChanges | null
  message: string
  /** Commits merged into main by this one. */
  parents?: readonly string[]
  /** An annotated tag on the commit. */
  tag?: { name: string; message: string }
  /** The act that it is, where a policy may ask for several keys. */
  act?: Approvable
}

export interface RecordingOptions {
  /** The one proposal that `judge` looks at: the others are not read. */
  only?: string
  /** What becomes of event files that cannot be read; the default refuses the command. */
  unreadable?: 'refused' | 'left-out'
  /** What the user can do when main has moved and no longer allows the commit. */
  remedy: string
}

/**
 * Commits to main what `judge` computes from main's record. All is computed before anything is written. If main has moved
 * since, the new record is read and judged again, so that no commit depends on a record that has changed.
 * @returns the last plan with its commit; null if nothing was written
 * @throws AnnexError moved-meanwhile when main has moved and no longer allows the commit, and what `judge` throws
 */
export async function recordOnMain<Plan extends PlannedCommit>(
  repository: Repository,
  judge: (record: TreatyRecord) => Promise<Plan>,
  { only, remedy, unreadable }: RecordingOptions,
): Promise<Plan & { commit: string | null; isTagged: boolean }> {
  const record = await readRecord(repository, only, unreadable)
  let judgedAt = record.commit
  let plan = await judge(record)
  if (plan.files === null || plan.files.size === 0) return { ...plan, commit: null, isTagged: false }
  try {
    const made = await repository.commit({
      branch: repository.mainBranch,
      ...(plan.parents === undefined ? {} : { parents: plan.parents }),
      files: async (tip) => {
        if (tip !== null && tip.id !== judgedAt) {
          plan = await judge(await readRecordAt(tip, only, unreadable))
          judgedAt = tip.id
        }
        if (plan.files === null) throw noLongerAllowed(plan.findings, remedy)
        return plan.files
      },
      message: () => plan.message,
      tag: () => plan.tag ?? null,
      accept: (commit) => acceptCommit(repository, commit, plan.act ?? null),
    })
    return { ...plan, ...made }
  } catch (error) {
    // Someone else has recorded all of it since, and a commit without changes is refused.
    if (plan.files?.size === 0) return { ...plan, commit: null, isTagged: false }
    throw error
  }
}

function noLongerAllowed(findings: readonly Finding[], remedy: string): AnnexError {
  const first = findings.find(({ level }) => level === 'error') ?? findings[0]
  const why = first?.message.replace(/\.$/, '') ?? 'the new record does not allow it'
  return new AnnexError('moved-meanwhile', `main has moved since it was read, and now: ${why}`, remedy)
}
