import { documentPath, proposalPath, serialize } from '../../files/index.ts'
import type { FileChanges, Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Finding,
  type Frozen,
  hasErrors,
  isCalendarDay,
  type Outcome,
  type Proposal,
  type Status,
} from '../../treaty/index.ts'
import { type Edition, editionsOf, nextEdition } from '../record/edition-tags.ts'
import { readRecord, readRecordAt, recordOf, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { mergedText } from './merged-text.ts'

export const MAY_BE_ADOPTED: readonly Status[] = ['awaiting-entry', 'in-force', 'adopted']

/** `commit` and `edition` are null where findings stood in the way and nothing was written. */
export interface Adopted {
  commit: string | null
  edition: string | null
  outcome: Outcome
  findings: Finding[]
}

/**
 * Merges a proposal's frozen text into main, when the law says on that day that it may be: a commit of two parents, and
 * an annotated tag for the new edition. A second call finishes what an interrupted first one left.
 * @throws AnnexError not-allowed while the law does not allow it, or when it was adopted already; moved-meanwhile when another
 * clerk was faster, and it now conflicts with what he adopted
 */
export async function adoptProposal(repository: Repository, id: string, asOf: CalendarDay): Promise<Adopted> {
  const record = await readRecord(repository)
  const { proposal, outcome, frozen } = judgeAdoption(record, id, asOf)
  if (proposal.edition !== undefined) return finishTag(repository, proposal, proposal.edition, outcome)
  const taken = await editionsOf(repository, proposal.document)
  let adoption = await prepareAdoption(repository, record, { id, asOf, taken })
  const { findings } = adoption
  if (hasErrors(findings)) return { commit: null, edition: null, outcome, findings }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    parents: [frozen.commit],
    // Asked again when another clerk was faster: it is judged, and merged, by the state that it really meets.
    files: async (tip) => {
      if (tip !== null && tip.id !== record.commit) {
        const met = await readRecordAt(tip)
        refuseAdopted(met, id)
        adoption = await prepareAdoption(repository, met, { id, asOf, taken })
        if (hasErrors(adoption.findings)) throw overtaken(adoption.findings)
      }
      return adoption.files
    },
    message: () => adoptionMessage(proposal, adoption.edition, asOf),
  })
  const { edition } = adoption
  await repository.createTag({ name: edition, commit, message: tagMessage(proposal, edition, outcome) })
  return { commit, edition, outcome, findings: adoption.findings }
}

/** What the law says of adopting a proposal on a day. @throws AnnexError not-allowed, not-found */
function judgeAdoption(record: TreatyRecord, id: string, asOf: CalendarDay) {
  const { proposal } = recordOf(record, id)
  const outcome = decide(situationOf(record, id), asOf)
  return { proposal, outcome, frozen: adoptable(proposal, outcome) }
}

/** An adoption as it would be written on a record; where findings are errors, it is not to be. */
export interface PreparedAdoption {
  edition: string
  files: FileChanges
  findings: Finding[]
}

/**
 * Judges an adoption by the state that it meets, merges the text, and takes the next free edition.
 * @param taken editions that are taken beside those on record
 * @throws AnnexError not-allowed while the law does not allow it
 */
export async function prepareAdoption(
  repository: Repository,
  record: TreatyRecord,
  { id, asOf, taken = [] }: { id: string; asOf: CalendarDay; taken?: Edition[] },
): Promise<PreparedAdoption> {
  const { proposal, frozen } = judgeAdoption(record, id, asOf)
  const { document, findings } = await mergedText(repository, record, proposal, frozen)
  const edition = nextEdition(record, proposal.document, taken)
  const path = documentPath(proposal.document)
  const previous = (await record.snapshot.readFile(path)) ?? undefined
  const encoder = new TextEncoder()
  const files = new Map([
    [path, encoder.encode(serialize('document', document, previous))],
    [proposalPath(id), encoder.encode(serialize('proposal', { ...proposal, edition }))],
  ])
  return { edition, files, findings }
}

function refuseAdopted(record: TreatyRecord, id: string): void {
  const { edition } = recordOf(record, id).proposal
  if (edition !== undefined) throw adoptedAlready(id, edition)
}

function adoptedAlready(id: string, edition: string): AnnexError {
  return new AnnexError('not-allowed', `"${id}" was adopted already, as ${edition}`, `see git show ${edition}`)
}

function overtaken(findings: readonly Finding[]): AnnexError {
  const why = findings.find(({ level }) => level === 'error')?.message ?? 'the record moved'
  return new AnnexError('moved-meanwhile', `another clerk was faster: ${why}`, 'see annex proposal conflicts')
}

function adoptable(proposal: Proposal, outcome: Outcome): Frozen {
  const id = proposal.proposal
  if (proposal.frozen === undefined) {
    throw new AnnexError('not-allowed', `"${id}" was never sent out`, `see annex proposal status ${id}`)
  }
  if (MAY_BE_ADOPTED.includes(outcome.status)) return proposal.frozen
  const why = outcome.because.at(-1)
  throw new AnnexError(
    'not-allowed',
    `"${id}" is ${outcome.status} on ${outcome.asOf}${why === undefined ? '' : ` (${why.cite}: ${why.says})`}`,
    `see what stands in the way: annex proposal status ${id} --as-of ${outcome.asOf}`,
  )
}

// Merge first, tag second: where only the merge was done, the merge commit is found again by the file it wrote.
async function finishTag(
  repository: Repository,
  proposal: Proposal,
  edition: string,
  outcome: Outcome,
): Promise<Adopted> {
  const tags = await repository.tags(edition)
  if (tags.some((tag) => tag.name === edition)) {
    throw adoptedAlready(proposal.proposal, edition)
  }
  const main = await repository.resolve(repository.mainBranch)
  for await (const commit of repository.log(main, { path: proposalPath(proposal.proposal) })) {
    if (!commit.parents.includes(proposal.frozen?.commit ?? '')) continue
    await repository.createTag({ name: edition, commit: commit.id, message: tagMessage(proposal, edition, outcome) })
    return { commit: commit.id, edition, outcome, findings: [] }
  }
  throw new AnnexError('not-found', `the merge of "${proposal.proposal}" is not in main's history`, 'see annex verify')
}

/** What the commit of an adoption says; the day on which the law was asked is no other's to guess. */
function adoptionMessage(proposal: Proposal, edition: string, asOf: CalendarDay): string {
  return `Record proposal ${proposal.proposal} as adopted: ${edition}\n\n${proposal.title}\n\nAs-of: ${asOf}\n`
}

/** The day on which the law was asked, as the commit of an adoption says; null where it says none. */
export function adoptedAsOf(message: string): CalendarDay | null {
  const day = /^As-of: (\S+)$/m.exec(message.trimEnd().split('\n\n').at(-1) ?? '')?.[1]
  return day !== undefined && isCalendarDay(day) ? day : null
}

function tagMessage(proposal: Proposal, edition: string, outcome: Outcome): string {
  const from = outcome.entersIntoForce === null ? '' : `\nEnters into force: ${outcome.entersIntoForce}`
  return `${edition}: ${proposal.title}\n\nProposal: ${proposal.proposal}\nBasis: ${proposal.basis}${from}\n`
}
