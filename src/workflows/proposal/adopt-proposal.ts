import { documentPath, proposalPath, serialize } from '../../files/index.ts'
import type { FileChanges, Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Finding,
  type Frozen,
  type GivenNumber,
  hasErrors,
  isRecordableDay,
  type Outcome,
  type Proposal,
} from '../../treaty/index.ts'
import type { Approvable } from '../keys/approvals.ts'
import { readKeyFiles } from '../keys/keys-file.ts'
import { plannedApproval } from '../keys/planned-approval.ts'
import { MAY_BE_ADOPTED } from '../record/altered-outcomes.ts'
import { refuseDayToCome, todayInUtc } from '../record/days-that-have-come.ts'
import { type Edition, editionsOf, nextEdition } from '../record/editions-and-branches.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { alreadyAdopted } from '../record/refusals.ts'
import { readRecord, recordOf, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { adoptedComments, mergedText } from './merged-text.ts'

/** `commit` and `edition` are null if findings did not allow the adoption and nothing was written. */
export interface Adopted {
  commit: string | null
  edition: string | null
  /** False where the commit is made, and its tag is not: the same command makes it. */
  isTagged: boolean
  /** Entries that have another number in the edition than in the circulated text. */
  numbers: GivenNumber[]
  outcome: Outcome
  findings: Finding[]
}

/**
 * Merges a proposal's frozen text into main, when the law allows it on that day: a commit with two parents, and an annotated
 * tag for the new edition. A second call completes an adoption that was interrupted before its tag was made.
 * @param asOf the day that the law is asked about; today in UTC where it is left out
 * @throws AnnexError not-allowed when the law does not allow it, when that day has not come, or when it is already adopted;
 * moved-meanwhile when main has moved and the proposal now conflicts with what was adopted there
 */
export async function adoptProposal(
  repository: Repository,
  id: string,
  asOf = todayInUtc(),
  today = todayInUtc(),
): Promise<Adopted> {
  refuseDayToCome(asOf, `adopt "${id}"`, today)
  const { proposal, outcome } = judgeAdoption(await readRecord(repository, id), id, asOf)
  if (proposal.edition !== undefined) return addMissingTag(repository, proposal, proposal.edition, outcome)
  await refuseUnsignedTag(repository)
  const taken = await editionsOf(repository, proposal.document)
  const { commit, isTagged, edition, numbers, findings } = await recordOnMain(
    repository,
    async (record) => {
      refuseAdopted(record, id)
      const { frozen } = judgeAdoption(record, id, asOf)
      const prepared = await prepareAdoption(repository, record, { id, asOf, taken })
      return {
        ...prepared,
        files: hasErrors(prepared.findings) ? null : prepared.files,
        parents: [frozen.commit],
        act: adoptionOf(id, frozen),
        message: adoptionMessage(proposal, prepared.edition, asOf),
        tag: { name: prepared.edition, message: tagMessage(proposal, prepared.edition, outcome) },
      }
    },
    { remedy: 'see annex proposal conflicts' },
  )
  return { commit, edition: commit === null ? null : edition, isTagged, numbers, outcome, findings }
}

/**
 * Records on main that whoever runs this approves an adoption, which the law allows on that day.
 * @returns the commit; null if this approval is on main already
 * @throws AnnexError not-allowed when the law does not allow it, when it is already adopted, or when main lists no keys
 */
export async function approveAdoption(
  repository: Repository,
  id: string,
  asOf = todayInUtc(),
): Promise<{ commit: string | null; outcome: Outcome }> {
  refuseDayToCome(asOf, `approve the adoption of "${id}"`, todayInUtc())
  const { email } = repository.identity()
  return recordOnMain(
    repository,
    async (record) => {
      refuseAdopted(record, id)
      const { frozen, outcome } = judgeAdoption(record, id, asOf)
      const called = `the adoption of ${id}`
      const plan = await plannedApproval(record.snapshot, adoptionOf(id, frozen), called, email)
      return { ...plan, outcome, findings: [] }
    },
    { only: id, remedy: `see annex proposal status ${id}` },
  )
}

function adoptionOf(proposal: string, { digest }: Frozen): Approvable {
  return { approves: 'adoption', proposal, digest }
}

/** Once main lists keys, the tag of an edition must be signed too. @throws AnnexError not-allowed */
async function refuseUnsignedTag(repository: Repository): Promise<void> {
  const { keys } = await readKeyFiles(repository.at(await repository.tipOf(repository.mainBranch)))
  if (keys === '' || repository.signs('tag')) return
  const message = 'main lists keys, and your tags are not signed'
  throw new AnnexError('not-allowed', message, 'sign them: git config tag.gpgSign true')
}

/** What the law says about adopting a proposal on a day. @throws AnnexError not-allowed, not-found */
function judgeAdoption(record: TreatyRecord, id: string, asOf: CalendarDay) {
  const { proposal } = recordOf(record, id)
  const outcome = decide(situationOf(record, id), asOf)
  return { proposal, outcome, frozen: adoptable(proposal, outcome) }
}

/** An adoption as it would be written on top of a record; it is not written when a finding is an error. */
export interface PreparedAdoption {
  edition: string
  numbers: GivenNumber[]
  files: FileChanges
  findings: Finding[]
}

/**
 * Judges an adoption by a record, merges the text, and takes the next free edition.
 * @param taken editions that are tagged in this clone and may not be on record
 * @throws AnnexError not-allowed when the law does not allow it
 */
export async function prepareAdoption(
  repository: Repository,
  record: TreatyRecord,
  { id, asOf, taken = [] }: { id: string; asOf: CalendarDay; taken?: Edition[] },
): Promise<PreparedAdoption> {
  const { proposal, frozen } = judgeAdoption(record, id, asOf)
  const { document, numbers, findings, merged } = await mergedText(repository, record, proposal, frozen)
  const edition = nextEdition(record, proposal.document, taken)
  const path = documentPath(proposal.document)
  const comments = await adoptedComments(repository, record, proposal, { frozen, merged })
  const before = (await record.snapshot.readFile(proposalPath(id))) ?? undefined
  const encoder = new TextEncoder()
  const files = new Map([
    [path, encoder.encode(serialize('document', document, comments))],
    [
      proposalPath(id),
      encoder.encode(serialize('proposal', { ...proposal, edition, ...recordedNumbers(numbers) }, before)),
    ],
  ])
  return { edition, numbers, files, findings }
}

/** The numbers as an adoption records them; nothing where the edition prints those of the circulated text. */
export function recordedNumbers(numbers: readonly GivenNumber[]): Pick<Proposal, 'numbers'> {
  if (numbers.length === 0) return {}
  return { numbers: Object.fromEntries(numbers.map(({ entry, becomes }) => [entry, becomes])) }
}

function refuseAdopted(record: TreatyRecord, id: string): void {
  const { edition } = recordOf(record, id).proposal
  if (edition !== undefined) throw alreadyAdopted(id, edition)
}

function adoptable(proposal: Proposal, outcome: Outcome): Frozen {
  const id = proposal.proposal
  if (proposal.frozen === undefined) {
    throw new AnnexError('not-allowed', `"${id}" has not been sent out`, `see annex proposal status ${id}`)
  }
  if (MAY_BE_ADOPTED.includes(outcome.status)) return proposal.frozen
  const why = outcome.because.at(-1)
  throw new AnnexError(
    'not-allowed',
    `"${id}" is ${outcome.status} on ${outcome.asOf}${why === undefined ? '' : ` (${why.cite}: ${why.says})`}`,
    `see annex proposal status ${id} --as-of ${outcome.asOf}`,
  )
}

// The merge comes first, the tag second. When only the merge was made, it is the commit that changed the proposal's file.
async function addMissingTag(
  repository: Repository,
  proposal: Proposal,
  edition: string,
  outcome: Outcome,
): Promise<Adopted> {
  const tags = await repository.tags(edition)
  if (tags.some((tag) => tag.name === edition)) throw alreadyAdopted(proposal.proposal, edition)
  const main = await repository.tipOf(repository.mainBranch)
  for await (const commit of repository.log(main, { path: proposalPath(proposal.proposal) })) {
    if (!commit.parents.includes(proposal.frozen?.commit ?? '')) continue
    await repository.createTag({ name: edition, commit: commit.id, message: tagMessage(proposal, edition, outcome) })
    return { commit: commit.id, edition, isTagged: true, numbers: [], outcome, findings: [] }
  }
  throw new AnnexError('not-found', `main has no merge commit of "${proposal.proposal}"`, 'run annex verify')
}

/** The message of an adoption's commit. It names the day that the law was asked about: sync and verify ask again for that day. */
function adoptionMessage(proposal: Proposal, edition: string, asOf: CalendarDay): string {
  return `Record proposal ${proposal.proposal} as adopted: ${edition}\n\n${proposal.title}\n\nAs-of: ${asOf}\n`
}

/** The day in the message of an adoption's commit; null if it names none. */
export function adoptedAsOf(message: string): CalendarDay | null {
  const day = /^As-of: (\S+)$/m.exec(message.trimEnd().split('\n\n').at(-1) ?? '')?.[1]
  return day !== undefined && isRecordableDay(day) ? day : null
}

function tagMessage(proposal: Proposal, edition: string, outcome: Outcome): string {
  const from = outcome.entersIntoForce === null ? '' : `\nEnters into force: ${outcome.entersIntoForce}`
  return `${edition}: ${proposal.title}\n\nProposal: ${proposal.proposal}\nBasis: ${proposal.basis}${from}\n`
}
