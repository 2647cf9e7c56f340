import { proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import type { Finding } from '../../treaty/index.ts'
import { notPutRight } from './acts/event.ts'
import { judgeCommit } from './acts/judge-commit.ts'
import { adoptionIn, judgeAdoptedText, judgeAdoption } from './adoptions.ts'
import { type Act, type AuditOptions, about, guarded, type Judged, openAudit } from './audit.ts'
import { judgeJoin } from './joins.ts'
import { judgeLateFacts, judgeToday } from './late-facts.ts'
import type { MainCommit, Span } from './main-history.ts'
import { type FoundIn, putRight } from './put-right.ts'
import { adoptedIn, filesOf, NO_FILES, type RecordFiles, withChanges } from './record-files.ts'

/**
 * Judges the commits that `tip` reaches and `since` does not: every one, along all parents, by the record as it then was. What `since`
 * reaches is believed as it is: its record is read, and its commits are not judged again. So a later commit is judged exactly as in
 * an audit of the whole history; a forged record before `since` is not found. Facts after `since` that alter an adoption before it are
 * reported. Signatures, tags and branches are judged elsewhere (`verify`). Writes nothing, and moves no ref: `tip` may be a commit
 * that no ref leads to yet.
 * @param span `since` null: from the beginning
 * @throws AnnexError unsupported-repository for a shallow clone, unknown-revision for commits that are missing
 */
export async function auditSince(repository: Repository, span: Span, options: AuditOptions = {}): Promise<Judged> {
  const audit = await openAudit(repository, span, options)
  const believed = span.since === null ? NO_FILES : await filesOf(repository, span.since)
  const judged: Judged = { audit, believed, files: believed, adoptions: [], findings: [] }
  const filesBefore = recordsBefore(judged, span)
  const found: FoundIn[] = []
  for (const [index, main] of audit.history.commits.entries()) {
    const before = await filesBefore.of(main)
    const act: Act = { main, before, after: withChanges(before, main.changes) }
    filesBefore.keep(main, act.after)
    found.push(...(await judgeAct(judged, act)).map((finding) => ({ main, finding })))
    judged.files = act.after
    audit.tell(index + 1, audit.history.commits.length)
  }
  judged.findings.push(...(await putRight(judged, found)))
  judged.findings = notPutRight(audit, judged.files, judged.findings)
  judged.findings.push(...(await guarded(async () => judgeToday(judged))))
  return judged
}

/** The record before each commit: that of its first parent, kept until the last child of that parent was judged. */
function recordsBefore({ audit: { history, repository }, believed }: Judged, { since }: Span) {
  const kept = new Map<string, RecordFiles>()
  const waiting = new Map<string, number>()
  for (const { commit } of history.commits) {
    const [first = ''] = commit.parents
    waiting.set(first, (waiting.get(first) ?? 0) + 1)
  }
  return {
    async of({ commit }: MainCommit): Promise<RecordFiles> {
      const [first] = commit.parents
      if (first === undefined) return NO_FILES
      const files = kept.get(first) ?? (first === since ? believed : await filesOf(repository, first))
      const left = (waiting.get(first) ?? 1) - 1
      waiting.set(first, left)
      if (left === 0) kept.delete(first)
      return files
    },
    keep({ commit }: MainCommit, files: RecordFiles): void {
      if (waiting.has(commit.id)) kept.set(commit.id, files)
    },
  }
}

async function judgeAct({ audit, adoptions, believed }: Judged, act: Act): Promise<Finding[]> {
  const { main } = act
  const { trouble } = main
  if (trouble !== undefined) {
    const says = `cannot be judged: ${trouble.message}`
    return [about(main, 'verify/unreadable', says, `${trouble.remedy}.`)]
  }
  if (main.commit.parents.length > 1 && main.adopts === null) return guarded(() => judgeJoin(audit, main))
  const findings = await guarded(() => judgeCommit(audit, act))
  findings.push(...(await guarded(async () => judgeLateFacts(audit, act))))
  const adoption = adoptionIn(audit, act)
  if (adoption === null) return findings
  const file = proposalPath(adoption.proposal.proposal)
  const earlier = [...adoptedIn(believed, audit.reader), ...adoptions.map(({ proposal }) => proposal)]
  findings.push(...(await guarded(async () => judgeAdoption(audit, adoption), file)))
  findings.push(...(await guarded(() => judgeAdoptedText(audit, adoption, earlier), file)))
  findings.push(...(await guarded(() => judgeJoin(audit, main), file)))
  adoptions.push(adoption)
  return findings
}
