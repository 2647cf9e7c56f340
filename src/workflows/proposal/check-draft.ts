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
import { findingsBrought, readTreatyText } from '../documents/treaty-text.ts'
import { readRecord, type TreatyRecord } from '../record/treaty-record.ts'
import { FIRST_LINE, nameFindings } from '../validate/file-findings.ts'
import { type Draft, type DraftedDocument, readDraft } from './read-draft.ts'

/** A draft, and what stands in its way. */
export interface CheckedDraft {
  draft: Draft
  record: TreatyRecord
  findings: Finding[]
  /** By which provisions and readings the law judged it, and what it would find under others. */
  judged: Omit<CheckedProposal, 'findings'>
}

/**
 * Judges a proposal's branch: the files by their schemas, the words by the rules, the proposal by the law.
 * @param asOf the day on which it would be sent out
 * @param options.committed only what is committed, also while the branch is checked out
 * @param options.readings options that go before those the repository chose
 */
export async function checkDraft(
  repository: Repository,
  id: string,
  asOf: CalendarDay,
  options: { committed?: boolean; readings?: ReadingChoice } = {},
): Promise<CheckedDraft> {
  const record = await readRecord(repository, id)
  const draft = await readDraft(repository, id, options.committed)
  const { findings: ofLaw, ...judged } = examined(draft, record, asOf, { ...record.readings, ...options.readings })
  const findings = [
    ...draft.documents.flatMap(({ after }) => [...after.findings, ...nameFindings(after)]),
    ...nameFindings(draft.file),
    ...(await broughtByDraft(repository, draft)),
    ...(await onlyItsDocument(repository, draft)),
    ...ofLaw,
    ...frozenUnchanged(draft, record),
  ]
  return { draft, record, findings, judged }
}

// What stood in the texts before the proposal is not the proposal's: annex validate shows it. What a change of one document
// brings about in another is.
async function broughtByDraft(repository: Repository, draft: Draft): Promise<Finding[]> {
  const before = await readTreatyText(repository.at(draft.base))
  const after = await readTreatyText(draft.snapshot)
  return [...after.files].flatMap(([id, file]) => locateFindings(findingsBrought(id, before, after), file))
}

function examined(draft: Draft, record: TreatyRecord, asOf: CalendarDay, readings: ReadingChoice): CheckedProposal {
  const { proposal } = draft
  const drafted = draft.documents.find((document) => document.id === proposal.document)
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
    // What is wrong with the readings stands in the file that chose them.
    const file = finding.at?.path?.[0] === 'readings' ? record.chosen.file : finding.at?.file
    return locateFindings([finding], sources.find((source) => source.file === file) ?? draft.file)
  })
  return { findings: located, ...judged }
}

// Once adopted, main holds the branch: no change is left between the two, and the text is the one that was sent out.
function adoptedText({ proposal, commit }: Draft, record: TreatyRecord): Frozen | undefined {
  const { edition, frozen } = record.proposals.get(proposal.proposal)?.proposal ?? {}
  return edition !== undefined && frozen?.commit === commit ? frozen : undefined
}

/** Whether a file beside the proposal's document gives itself out for another than its path says, or for none. */
function isCopy({ id, after }: DraftedDocument, { document }: Proposal): boolean {
  return id !== document && after.data?.document !== id
}

function changesOf({ documents, proposal }: Draft): Change[] {
  return documents.filter((document) => !isCopy(document, proposal)).flatMap(({ changes }) => changes)
}

async function onlyItsDocument(repository: Repository, draft: Draft): Promise<Finding[]> {
  const { documents, otherPaths, proposal } = draft
  // What changes another document the law names; a file that gives itself out for this one, or for none, it cannot know.
  const copies = documents.filter((document) => isCopy(document, proposal))
  const paths = [...otherPaths, ...copies.map(({ id }) => documentPath(id))].sort()
  return Promise.all(paths.map((path) => changedBeside(path, repository.at(draft.base), draft)))
}

async function changedBeside(file: string, before: Snapshot, { base, snapshot, proposal }: Draft): Promise<Finding> {
  const [was, is] = [await isThere(before, file), await isThere(snapshot, file)]
  const beside = file === documentPath(proposal.document) ? '' : ' as well'
  return {
    rule: 'law/nothing-else-changed',
    level: 'error',
    message: `The proposal is about ${proposal.document} but its branch ${is ? (was ? 'changes' : 'adds') : 'removes'} ${file}${beside}.`,
    hint: was
      ? `Undo it on this branch: git checkout ${base.slice(0, 12)} -- ${file}`
      : `Take it out on this branch: git rm ${file}`,
    at: { file, ...(is && { position: FIRST_LINE }) },
  }
}

async function isThere(snapshot: Snapshot, file: string): Promise<boolean> {
  try {
    return (await snapshot.readFile(file)) !== null
  } catch (error) {
    // A symbolic link in the file's place, which is never followed.
    if (isKnownError(error)) return true
    throw error
  }
}

/** A branch that moves after its text was sent out is a finding: the frozen changes are what counts. */
function frozenUnchanged(draft: Draft, record: TreatyRecord): Finding[] {
  const frozen = record.proposals.get(draft.proposal.proposal)?.proposal.frozen
  if (frozen === undefined || adoptedText(draft, record) !== undefined) return []
  const drafted = draft.documents.find((document) => document.id === draft.proposal.document)
  if (draft.commit === frozen.commit && digestOf(drafted?.changes ?? []) === frozen.digest) return []
  return [
    {
      rule: 'law/frozen-text',
      level: 'error',
      message: `The text was sent out as commit ${frozen.commit.slice(0, 12)}; the branch is no longer that text.`,
      hint: 'Draft a new proposal for another text: what was sent out counts.',
      at: { file: proposalPath(draft.proposal.proposal), position: FIRST_LINE },
    },
  ]
}
