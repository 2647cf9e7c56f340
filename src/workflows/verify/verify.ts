import type { Repository } from '../../git/index.ts'
import type { Finding } from '../../treaty/index.ts'
import type { TellProgress } from '../sync/tell-progress.ts'
import { allowedAdoptions } from './adoption-allowed.ts'
import { adoptedTexts } from './adoption-text.ts'
import { branchKept } from './branches.ts'
import { editedDocuments } from './document-edited.ts'
import { editionTags } from './editions.ts'
import { eventFiles, unchangedEvents } from './event-files.ts'
import { frozenText } from './frozen-text.ts'
import { guarded } from './guarded.ts'
import { relatedMerges } from './merges.ts'
import type { ProposalHistory } from './proposal-history.ts'
import { unchangedRecord } from './proposal-record.ts'
import { unchangedParties } from './register-history.ts'
import { verifySignatures } from './signatures.ts'
import { readSubject, type Subject } from './subject.ts'

/** What was looked at, in numbers. */
export interface VerifiedCounts {
  /** Commits of main along first parents. */
  commits: number
  documents: number
  /** Editions that main records, each document's first among them. */
  editions: number
  proposals: number
  events: number
  /** Signatures; null where the repository names no keys. */
  signatures: number | null
}

/** What was verified, and what does not agree. */
export interface Verified {
  /** The commit of main that was verified. */
  main: string
  verified: VerifiedCounts
  findings: Finding[]
}

const OF_MAIN = [
  relatedMerges,
  editedDocuments,
  allowedAdoptions,
  adoptedTexts,
  editionTags,
  unchangedEvents,
  unchangedParties,
]
const OF_A_PROPOSAL = [unchangedRecord, frozenText, branchKept]

/**
 * Whether main's history, frozen changes, digests, tags and signatures agree. Reads objects by their ids, and of each file
 * only the versions that main had. Writes nothing.
 * @param tell of the versions of the documents: to read and compare them takes most of the time
 * @throws AnnexError unsupported-repository for a shallow clone, unknown-revision without a main branch
 */
export async function verify(repository: Repository, tell: TellProgress = () => {}): Promise<Verified> {
  const subject = await readSubject(repository, tell)
  const findings: Finding[] = []
  for (const check of OF_MAIN) findings.push(...(await guarded(() => check(subject))))
  for (const proposal of subject.proposals) findings.push(...(await proposalFindings(subject, proposal)))
  const signatures = await verifySignatures(subject)
  return {
    main: subject.main.tip,
    verified: { ...countsOf(subject), signatures: signatures.count },
    findings: [...findings, ...signatures.findings],
  }
}

async function proposalFindings(subject: Subject, proposal: ProposalHistory): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of OF_A_PROPOSAL) {
    findings.push(...(await guarded(() => check(subject, proposal), proposal.file)))
  }
  return findings
}

function countsOf({ main, documents, adoptions, proposals, byPath }: Subject): Omit<VerifiedCounts, 'signatures'> {
  return {
    commits: main.steps.length,
    documents: documents.length,
    editions: documents.length + adoptions.length,
    proposals: proposals.length,
    events: eventFiles(byPath).length,
  }
}
