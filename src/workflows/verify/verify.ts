import { proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import type { CalendarDay, Finding } from '../../treaty/index.ts'
import type { ReportProgress } from '../validate/validate.ts'
import { judgeCommit } from './acts/judge-commit.ts'
import { type Adoption, adoptionIn, judgeAdoptedText, judgeAdoption } from './adoptions.ts'
import { type Act, type Audit, guarded, openAudit } from './audit.ts'
import { judgeJoin } from './joins.ts'
import { judgeLateFacts, judgeToday } from './late-facts.ts'
import { documentIn, eventsOf, NO_FILES, proposalOf, type RecordFiles, withChanges } from './record-files.ts'
import { judgeEditions, keptBranches } from './refs.ts'
import { verifySignatures } from './signatures.ts'

/** What was verified, in numbers. */
export interface VerifiedCounts {
  /** The commits that main reaches, except drafts. */
  commits: number
  documents: number
  /** The editions that main records, with the first of each document. */
  editions: number
  proposals: number
  events: number
  /** The signatures checked; null if the repository has no keys. */
  signatures: number | null
}

export interface Verified {
  /** The commit of main that was verified. */
  main: string
  verified: VerifiedCounts
  findings: Finding[]
}

/**
 * Verifies main. Classifies every reachable commit, and checks which files it may change, and whether the law allowed it according to
 * the record before it. A merge must keep the records of all its parents. Changes that belong to no known act are findings. Writes
 * nothing.
 * @param today default: today in UTC; adoptions and closings of a later day are findings
 * @throws AnnexError unsupported-repository for a shallow clone, unknown-revision without a main branch
 */
export async function verify(
  repository: Repository,
  tell: ReportProgress = () => {},
  today?: CalendarDay,
): Promise<Verified> {
  const audit = await openAudit(repository, tell, today)
  const { files, adoptions, findings } = await judgeHistory(audit)
  findings.push(...(await guarded(async () => judgeToday(audit, files, adoptions, findings))))
  const documents = documentsIn(audit)
  findings.push(...(await guarded(() => judgeEditions(audit, documents, adoptions))))
  findings.push(...(await guarded(() => keptBranches(audit, files))))
  const signatures = await verifySignatures(audit)
  return {
    main: audit.history.tip,
    verified: {
      commits: audit.history.commits.length,
      documents: documents.length,
      editions: documents.length + adoptions.length,
      ...countsOf(audit, files),
      signatures: signatures.count,
    },
    findings: [...findings, ...signatures.findings],
  }
}

interface Judged {
  /** The files of main's tip. */
  files: RecordFiles
  adoptions: Adoption[]
  findings: Finding[]
}

async function judgeHistory(audit: Audit): Promise<Judged> {
  const { commits } = audit.history
  const filesAt = new Map<string, RecordFiles>()
  const judged: Judged = { files: NO_FILES, adoptions: [], findings: [] }
  for (const [index, main] of commits.entries()) {
    const before = filesAt.get(main.commit.parents[0] ?? '') ?? NO_FILES
    const act: Act = { main, before, after: withChanges(before, main.changes) }
    filesAt.set(main.commit.id, act.after)
    judged.findings.push(...(await judgeAct(audit, act, judged.adoptions)))
    judged.files = act.after
    audit.tell(index + 1, commits.length)
  }
  return judged
}

async function judgeAct(audit: Audit, act: Act, adoptions: Adoption[]): Promise<Finding[]> {
  const { main } = act
  if (main.commit.parents.length > 1 && main.adopts === null) return guarded(() => judgeJoin(audit, main))
  const findings = await guarded(() => judgeCommit(audit, act))
  findings.push(...(await guarded(async () => judgeLateFacts(audit, act))))
  const adoption = adoptionIn(audit, act)
  if (adoption === null) return findings
  const file = proposalPath(adoption.proposal.proposal)
  findings.push(...(await guarded(async () => judgeAdoption(audit, adoption), file)))
  findings.push(...(await guarded(() => judgeAdoptedText(audit, adoption, adoptions), file)))
  findings.push(...(await guarded(() => judgeJoin(audit, main), file)))
  adoptions.push(adoption)
  return findings
}

/** Every document that main has or had. */
function documentsIn({ history }: Audit): string[] {
  const paths = history.commits.flatMap(({ changes }) => changes.map(({ path }) => path))
  return [...new Set(paths.map(documentIn).filter((id) => id !== null))].sort()
}

function countsOf({ reader }: Audit, files: RecordFiles): Pick<VerifiedCounts, 'proposals' | 'events'> {
  const ids = [...files.proposals.keys()].filter((id) => proposalOf(files, reader, id) !== null)
  return { proposals: ids.length, events: ids.reduce((sum, id) => sum + eventsOf(files, reader, id).length, 0) }
}
