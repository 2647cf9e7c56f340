import type { Repository } from '../../git/index.ts'
import { AnnexError, type Finding } from '../../treaty/index.ts'
import { type Audit, type AuditOptions, guarded, type Judged } from './audit.ts'
import { auditSince } from './audit-since.ts'
import { verifySignatures } from './keys/signatures.ts'
import { adoptedIn, documentIn, eventsOf, proposalOf, type RecordFiles } from './record-files.ts'
import { judgeEditions, keptBranches } from './refs.ts'

/** What was verified, in numbers. */
export interface VerifiedCounts {
  /** The commits that were judged: all that main reaches, except drafts and what was believed. */
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
  /** The commit that was believed, with all that it reaches; null if the whole history was verified. */
  since: string | null
  verified: VerifiedCounts
  findings: Finding[]
}

export interface VerifyOptions extends AuditOptions {
  /** A commit: what it reaches is believed, and only what main has beyond it is judged (see `auditSince`). Default: null. */
  since?: string | null
}

/**
 * Verifies main. Classifies every reachable commit, and checks which files it may change, and whether the law allowed it according to
 * the record before it. A merge must keep the records of all its parents. Changes that belong to no known act are findings. Writes
 * nothing.
 * @throws AnnexError unsupported-repository for a shallow clone, unknown-revision without a main branch, usage when main does not
 * continue `since`
 */
export async function verify(
  repository: Repository,
  { since = null, ...options }: VerifyOptions = {},
): Promise<Verified> {
  const tip = await repository.tipOf(repository.mainBranch)
  if (since !== null && !(await repository.isAncestor(since, tip))) {
    const message = `main does not continue ${since.slice(0, 12)}`
    throw new AnnexError('usage', message, 'name a commit of main (git log main), or verify all of it: annex verify')
  }
  const judged = await auditSince(repository, { tip, since }, options)
  const { audit, files, findings } = judged
  const documents = documentsIn(judged)
  const editions = await guarded(() => judgeEditions(judged, documents))
  const branches = await guarded(() => keptBranches(audit, files))
  const signatures = await verifySignatures(audit)
  return {
    main: tip,
    since,
    verified: {
      commits: audit.history.commits.length,
      documents: documents.length,
      editions: documents.length + adoptedIn(judged.believed, audit.reader).length + judged.adoptions.length,
      ...countsOf(audit, files),
      signatures: signatures.count,
    },
    findings: [...findings, ...editions, ...branches, ...signatures.findings],
  }
}

/**
 * Judges what a branch would bring to main if it were merged: every commit that it reaches and main does not, each by the record before
 * it. Main itself, its tags and the branches of proposals are left to `verify`. Writes nothing.
 * @param branch a commit
 * @throws what `verify` throws
 */
export async function verifyBeyondMain(
  repository: Repository,
  branch: string,
  options: AuditOptions = {},
): Promise<Verified> {
  const main = await repository.tipOf(repository.mainBranch)
  const judged = await auditSince(repository, { tip: branch, since: main }, options)
  const { audit, files, findings, adoptions } = judged
  const signatures = await verifySignatures({ ...audit, tags: [] })
  return {
    main,
    since: main,
    verified: {
      commits: audit.history.commits.length,
      documents: documentsIn(judged).length,
      editions: adoptions.length,
      ...countsOf(audit, files),
      signatures: signatures.count,
    },
    findings: [...findings, ...signatures.findings],
  }
}

/** Every document that main has or had. */
function documentsIn({ audit, believed }: Judged): string[] {
  const changed = audit.history.commits.flatMap(({ changes }) => changes.map(({ path }) => path))
  const paths = [...believed.others.keys(), ...changed]
  return [...new Set(paths.map(documentIn).filter((id) => id !== null))].sort()
}

function countsOf({ reader }: Audit, files: RecordFiles): Pick<VerifiedCounts, 'proposals' | 'events'> {
  const ids = [...files.proposals.keys()].filter((id) => proposalOf(files, reader, id) !== null)
  return { proposals: ids.length, events: ids.reduce((sum, id) => sum + eventsOf(files, reader, id).length, 0) }
}
