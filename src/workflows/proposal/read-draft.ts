import {
  documentPath,
  listDocuments,
  type ParsedFile,
  proposalPath,
  readDocument,
  readProposal,
} from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { diff } from '../../text/index.ts'
import { AnnexError, type Change, type Document, isKnownError, type Proposal } from '../../treaty/index.ts'
import { branchOf } from '../record/editions-and-branches.ts'
import { dataOf } from '../record/sound-files.ts'
import { isReplayOf, replayedOnMain } from '../sync/replayed-on-main.ts'

/** One document before and after the draft's changes. */
export interface DraftedDocument {
  id: string
  before: Document | null
  after: ParsedFile<'document'>
  changes: Change[]
}

/** The commit and the files of a draft, before any file is parsed. */
export interface DraftFiles {
  /** The branch's own commit. */
  commit: string
  /** Whether the files come from the work tree, because the branch is checked out and edited. */
  fromWorkTree: boolean
  snapshot: Snapshot
}

/** A proposal's branch, compared with the commit of main that it was drafted on. */
export interface Draft extends DraftFiles {
  proposal: Proposal
  /** The proposal's own file, for the positions of findings. */
  file: ParsedFile<'proposal'>
  /** The commit of main that it was drafted on. */
  base: string
  /** The documents that differ. */
  documents: DraftedDocument[]
  /** The other paths under annexes/ that differ, without the proposal's own file. */
  otherPaths: string[]
}

/**
 * Returns the files of a proposal's branch: those of the work tree while the branch is checked out and edited, so that
 * uncommitted changes are seen too; else those of its commit.
 * @param committed always takes those of the commit
 * @throws AnnexError not-found without such a branch
 */
export async function draftFiles(repository: Repository, id: string, committed = false): Promise<DraftFiles> {
  const commit = await branchCommit(repository, id)
  const fromWorkTree = !committed && (await isBeingEdited(repository, id))
  return { commit, fromWorkTree, snapshot: fromWorkTree ? repository.workTreeSnapshot() : repository.at(commit) }
}

/**
 * Reads a proposal's branch. See `draftFiles`.
 * @throws AnnexError not-found without such a branch, invalid when a file cannot be read
 */
export async function readDraft(repository: Repository, id: string, committed = false): Promise<Draft> {
  const { commit, fromWorkTree, snapshot } = await draftFiles(repository, id, committed)
  const base = await draftedOn(repository, commit)
  const file = await readProposal(snapshot, id)
  const proposal = dataOf(file, `annex validate ${proposalPath(id)}`)
  const changed = await changedPaths(repository, base, { commit, fromWorkTree })
  const documents = await draftedDocuments(repository.at(base), snapshot, changed)
  const own = new Set([proposalPath(id), ...documents.map((document) => documentPath(document.id))])
  const otherPaths = changed.filter((path) => !own.has(path))
  return { proposal, file, base, commit, fromWorkTree, snapshot, documents, otherPaths }
}

/** Returns the proposal's own document; undefined when the draft does not change it. */
export function ownDocument({ documents, proposal }: Draft): DraftedDocument | undefined {
  return documents.find(({ id }) => id === proposal.document)
}

async function isBeingEdited(repository: Repository, id: string): Promise<boolean> {
  if ((await repository.head()).branch !== branchOf(id)) return false
  const { changed, untracked } = await repository.status('annexes/')
  return changed.length + untracked.length > 0
}

async function branchCommit(repository: Repository, id: string): Promise<string> {
  try {
    return await repository.tipOf(branchOf(id))
  } catch (error) {
    if (!isKnownError(error, 'unknown-revision')) throw error
    throw new AnnexError('not-found', `branch ${branchOf(id)} not found`, 'annex proposal list shows the proposals')
  }
}

async function draftedOn(repository: Repository, commit: string): Promise<string> {
  const main = await repository.tipOf(repository.mainBranch)
  const bases = await repository.mergeBases(main, commit)
  const [base, ...others] = bases.length === 1 ? await followReplays(repository, bases, commit) : bases
  if (base !== undefined && others.length === 0) return base
  const draft = commit.slice(0, 12)
  const ids = [base, ...others].map((id) => id?.slice(0, 12)).join(' and ')
  throw new AnnexError(
    'not-allowed',
    base === undefined
      ? `the draft ${draft} shares no history with main`
      : `the draft ${draft} and main were merged into each other: they have several merge bases, ${ids}`,
    'draft the proposal again on main',
  )
}

/**
 * Returns the given merge bases, or the commit that the draft began on when main has replayed that commit since: main then has
 * its copy, and the plain merge base is an older commit.
 */
async function followReplays(repository: Repository, bases: string[], draft: string): Promise<string[]> {
  const candidates = [...bases]
  for (const [old, commit] of await replayedOnMain(repository, bases[0] ?? null)) {
    if ((await isReplayOf(repository, commit, old)) && (await repository.isAncestor(old, draft))) candidates.push(old)
  }
  const latest: string[] = []
  for (const one of candidates) {
    const above = await Promise.all(candidates.map((other) => other !== one && repository.isAncestor(one, other)))
    if (!above.includes(true)) latest.push(one)
  }
  return latest
}

async function draftedDocuments(base: Snapshot, draft: Snapshot, changed: string[]): Promise<DraftedDocument[]> {
  const documents: DraftedDocument[] = []
  const before = new Set(await listDocuments(base))
  for (const id of await listDocuments(draft)) {
    if (!changed.includes(documentPath(id))) continue
    const old = before.has(id) ? (await readDocument(base, id)).data : null
    const after = await readDocument(draft, id)
    documents.push({ id, before: old, after, changes: changesBetween(old, after.data) })
  }
  return documents
}

function changesBetween(before: Document | null, after: Document | null): Change[] {
  if (after === null) return []
  return diff(before ?? { ...after, sections: undefined, entries: [] }, after)
}

/** The paths under annexes/ that differ between a commit and a branch, or its work tree. */
async function changedPaths(
  repository: Repository,
  base: string,
  branch: { commit: string; fromWorkTree: boolean },
): Promise<string[]> {
  const changed = new Set(await repository.changedPaths(base, branch.commit, 'annexes/'))
  if (!branch.fromWorkTree) return [...changed].sort()
  const { changed: edited, untracked } = await repository.status('annexes/')
  return [...new Set([...changed, ...edited, ...untracked])].sort()
}
