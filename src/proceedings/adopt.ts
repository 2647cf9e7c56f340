import { decide } from '../law/index.ts'
import { documentPath, proposalPath, type Repository, serialize } from '../store/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Document,
  type Finding,
  type Frozen,
  hasErrors,
  type Outcome,
  type Proposal,
  type Status,
} from '../treaty/index.ts'
import { nextEdition } from './editions.ts'
import { mergedText } from './merged-text.ts'
import { readRecord, recordOf, situationOf, type TreatyRecord } from './record.ts'

const MAY_BE_ADOPTED: readonly Status[] = ['awaiting-entry', 'in-force', 'adopted']

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
 * @throws AnnexError not-allowed while the law does not allow it, or when it was adopted already
 */
export async function adoptProposal(repository: Repository, id: string, asOf: CalendarDay): Promise<Adopted> {
  const record = await readRecord(repository)
  const { proposal } = recordOf(record, id)
  const outcome = decide(situationOf(record, id), asOf)
  const frozen = adoptable(proposal, outcome)
  if (proposal.edition !== undefined) return finishTag(repository, proposal, proposal.edition, outcome)
  const { document, findings } = await mergedText(repository, record, proposal, frozen)
  if (hasErrors(findings)) return { commit: null, edition: null, outcome, findings }
  const edition = await nextEdition(repository, proposal.document)
  const commit = await commitAdoption(repository, record, { ...proposal, edition }, document, frozen)
  await repository.createTag({ name: edition, commit, message: tagMessage(proposal, edition, outcome) })
  return { commit, edition, outcome, findings }
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
    throw new AnnexError(
      'not-allowed',
      `"${proposal.proposal}" was adopted already, as ${edition}`,
      `see git show ${edition}`,
    )
  }
  const main = await repository.resolve(repository.mainBranch)
  for await (const commit of repository.log(main, { path: proposalPath(proposal.proposal) })) {
    if (!commit.parents.includes(proposal.frozen?.commit ?? '')) continue
    await repository.createTag({ name: edition, commit: commit.id, message: tagMessage(proposal, edition, outcome) })
    return { commit: commit.id, edition, outcome, findings: [] }
  }
  throw new AnnexError('not-found', `the merge of "${proposal.proposal}" is not in main's history`, 'see annex verify')
}

async function commitAdoption(
  repository: Repository,
  record: TreatyRecord,
  proposal: Proposal,
  document: Document,
  frozen: Frozen,
): Promise<string> {
  const path = documentPath(proposal.document)
  const previous = (await record.snapshot.readFile(path)) ?? undefined
  const encoder = new TextEncoder()
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    parents: [frozen.commit],
    files: new Map([
      [path, encoder.encode(serialize('document', document, previous))],
      [proposalPath(proposal.proposal), encoder.encode(serialize('proposal', proposal))],
    ]),
    message: `Record proposal ${proposal.proposal} as adopted: ${proposal.edition}\n\n${proposal.title}\n`,
  })
  return commit
}

function tagMessage(proposal: Proposal, edition: string, outcome: Outcome): string {
  const from = outcome.entersIntoForce === null ? '' : `\nEnters into force: ${outcome.entersIntoForce}`
  return `${edition}: ${proposal.title}\n\nProposal: ${proposal.proposal}\nBasis: ${proposal.basis}${from}\n`
}
