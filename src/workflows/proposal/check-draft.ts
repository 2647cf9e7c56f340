import { documentPath, locateFindings, proposalPath } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { type CheckedProposal, examineProposal } from '../../law/index.ts'
import {
  type CalendarDay,
  type Change,
  digestOf,
  type Finding,
  type Frozen,
  isKnownError,
  type Proposal,
  type ReadingChoice,
} from '../../treaty/index.ts'
import { newFindings, readTreatyText } from '../documents/treaty-text.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'
import { FIRST_LINE, nameFindings } from '../validate/file-findings.ts'
import { type Draft, type DraftedDocument, ownDocument, readDraft } from './read-draft.ts'

/** A draft, and everything that does not allow it to be sent out. */
export interface CheckedDraft {
  draft: Draft
  findings: Finding[]
  /** The provisions and readings that the law applied, and what it would find under other readings. */
  judged: Omit<CheckedProposal, 'findings'>
}

/**
 * Judges a proposal's branch: the files by their schemas, the text by the rules, the proposal by the law.
 * @param record main's record, with this proposal where it is recorded
 * @param asOf the day on which it would be sent out
 * @param options.committed reads the branch's commit, even while the branch is checked out and edited
 * @param options.readings options that replace those the repository chose
 */
export async function checkDraft(
  repository: Repository,
  record: TreatyRecord,
  id: string,
  asOf: CalendarDay,
  options: { committed?: boolean; readings?: ReadingChoice } = {},
): Promise<CheckedDraft> {
  const draft = await readDraft(repository, id, options.committed)
  const { findings: ofLaw, ...judged } = checkByLaw(draft, record, asOf, { ...record.readings, ...options.readings })
  const findings = [
    ...draft.documents.flatMap(({ after }) => [...after.findings, ...nameFindings(after)]),
    ...nameFindings(draft.file),
    ...(await findingsOfChanges(repository, draft)),
    ...(await otherFilesChanged(repository, draft)),
    ...ofLaw,
    ...frozenUnchanged(draft, record),
  ]
  return { draft, findings, judged }
}

// Findings that the texts already had belong to `annex validate`. A change of one document may cause a finding in another.
async function findingsOfChanges(repository: Repository, draft: Draft): Promise<Finding[]> {
  const before = await readTreatyText(repository.at(draft.base))
  const after = await readTreatyText(draft.snapshot)
  return [...after.files].flatMap(([id, file]) => locateFindings(newFindings(id, before, after), file))
}

function checkByLaw(draft: Draft, record: TreatyRecord, asOf: CalendarDay, readings: ReadingChoice): CheckedProposal {
  const { proposal } = draft
  const drafted = ownDocument(draft)
  const { findings, ...judged } = examineProposal({
    proposal: { ...proposal, changes: adoptedText(draft, record)?.changes ?? changesOf(draft) },
    before: drafted?.before?.entries ?? [],
    after: drafted?.after.data?.entries ?? [],
    parties: record.register.parties,
    events: record.proposals.get(proposal.proposal)?.events ?? [],
    readings,
    asOf,
    files: { proposal: proposalPath(proposal.proposal), document: documentPath(proposal.document) },
  })
  const sources = [draft.file, record.chosen, ...(drafted === undefined ? [] : [drafted.after])]
  const located = findings.flatMap((finding) => {
    // A finding about the readings belongs to the file that chose them.
    const file = finding.at?.path?.[0] === 'readings' ? record.chosen.file : finding.at?.file
    return locateFindings([finding], sources.find((source) => source.file === file) ?? draft.file)
  })
  return { findings: located, ...judged }
}

// After its adoption main contains the branch and no difference is left: the changes are those that were frozen.
function adoptedText({ proposal, commit }: Draft, record: TreatyRecord): Frozen | undefined {
  const { edition, frozen } = record.proposals.get(proposal.proposal)?.proposal ?? {}
  return edition !== undefined && frozen?.commit === commit ? frozen : undefined
}

/** Returns whether another file than the proposal's document names another document than its path does, or none. */
function isCopy({ id, after }: DraftedDocument, { document }: Proposal): boolean {
  return id !== document && after.data?.document !== id
}

function changesOf({ documents, proposal }: Draft): Change[] {
  return documents.filter((document) => !isCopy(document, proposal)).flatMap(({ changes }) => changes)
}

async function otherFilesChanged(repository: Repository, draft: Draft): Promise<Finding[]> {
  const { documents, otherPaths, proposal } = draft
  // The law reports changes of other documents by their names; a file whose name and path differ is reported by its path.
  const copies = documents.filter((document) => isCopy(document, proposal))
  const paths = [...otherPaths, ...copies.map(({ id }) => documentPath(id))].sort()
  return Promise.all(paths.map((path) => changedFile(path, repository.at(draft.base), draft)))
}

async function changedFile(file: string, before: Snapshot, { base, snapshot, proposal }: Draft): Promise<Finding> {
  const [was, is] = [await hasFile(before, file), await hasFile(snapshot, file)]
  const also = file === documentPath(proposal.document) ? '' : 'also '
  return {
    rule: 'law/nothing-else-changed',
    level: 'error',
    message: `The proposal is about ${proposal.document}, but its branch ${also}${is ? (was ? 'changes' : 'adds') : 'removes'} ${file}.`,
    hint: was
      ? `Undo it on this branch: git checkout ${base.slice(0, 12)} -- ${file}`
      : `Remove it from this branch: git rm ${file}`,
    at: { file, ...(is && { position: FIRST_LINE }) },
  }
}

async function hasFile(snapshot: Snapshot, file: string): Promise<boolean> {
  try {
    return (await snapshot.readFile(file)) !== null
  } catch (error) {
    // A symbolic link in the file's place, which is never followed.
    if (isKnownError(error)) return true
    throw error
  }
}

/** Reports a branch that moved after its text was sent out: only the frozen changes count. */
function frozenUnchanged(draft: Draft, record: TreatyRecord): Finding[] {
  const frozen = record.proposals.get(draft.proposal.proposal)?.proposal.frozen
  if (frozen === undefined || adoptedText(draft, record) !== undefined) return []
  const drafted = ownDocument(draft)
  if (draft.commit === frozen.commit && digestOf(drafted?.changes ?? []) === frozen.digest) return []
  return [
    {
      rule: 'law/frozen-text',
      level: 'error',
      message: `The text was sent out as commit ${frozen.commit.slice(0, 12)}; the branch has another text now.`,
      hint: 'Draft a new proposal for another text: only the text that was sent out counts.',
      at: { file: proposalPath(draft.proposal.proposal), position: FIRST_LINE },
    },
  ]
}
