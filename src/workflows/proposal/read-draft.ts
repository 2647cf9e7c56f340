import {
  documentPath,
  listDocuments,
  type ParsedFile,
  proposalPath,
  readDocument,
  readProposal,
} from '../../files/index.ts'
import type { NamedCommit, Repository, Snapshot } from '../../git/index.ts'
import { diff } from '../../text/index.ts'
import { AnnexError, type Change, type Document, isKnownError, isSlug, type Proposal } from '../../treaty/index.ts'
import { changedPaths } from '../record/changed-paths.ts'
import { dataOf } from '../record/data-of.ts'
import { isReplayOf, replayedOnMain } from '../sync/replayed.ts'

/** One document as the draft found it and as it leaves it. */
export interface DraftedDocument {
  id: string
  before: Document | null
  after: ParsedFile<Document>
  changes: Change[]
}

/** Where a draft stands, whatever its files say. */
export interface DraftFiles {
  /** The branch's own commit. */
  commit: string
  /** Whether the files are those of the work tree, because the branch is checked out. */
  fromWorkTree: boolean
  /** The files it is read from. */
  snapshot: Snapshot
}

/** A proposal's branch, against the commit of main that it was drafted on. */
export interface Draft extends DraftFiles {
  proposal: Proposal
  /** The proposal's own file, to point findings into. */
  file: ParsedFile<Proposal>
  /** The commit of main it was drafted on. */
  base: string
  /** The documents that differ. */
  documents: DraftedDocument[]
  /** Every other path under annexes/ that differs, the proposal's own file left out. */
  otherPaths: string[]
}

/** The branch that a proposal is drafted on. */
export function branchOf(id: string): string {
  return `proposal/${id}`
}

/**
 * The branches that proposals are drafted on: those here, and those of the remotes that have none here, as last fetched. One
 * whose name holds no id of a proposal is somebody's own.
 */
export async function draftBranches(repository: Repository): Promise<NamedCommit[]> {
  const here = await repository.branches('proposal/')
  const names = new Set(here.map(({ name }) => name))
  const there = (await repository.remoteBranches('proposal/')).filter(({ name }) => !names.has(name))
  return [...here, ...there].filter(({ name }) => isSlug(name.slice('proposal/'.length)))
}

/**
 * Where a proposal's branch is read from: the work tree while the branch is checked out and edited, so that what is not yet
 * committed is seen too, unless `committed` asks for the commit.
 * @throws AnnexError not-found without such a branch
 */
export async function draftFiles(repository: Repository, id: string, committed = false): Promise<DraftFiles> {
  const commit = await branchCommit(repository, id)
  const fromWorkTree = !committed && (await isBeingEdited(repository, id))
  return { commit, fromWorkTree, snapshot: fromWorkTree ? repository.workTreeSnapshot() : repository.at(commit) }
}

/**
 * Reads a proposal's branch, from where `draftFiles` finds it.
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

async function isBeingEdited(repository: Repository, id: string): Promise<boolean> {
  if ((await repository.head()).branch !== branchOf(id)) return false
  const { changed, untracked } = await repository.status('annexes/')
  return changed.length + untracked.length > 0
}

async function branchCommit(repository: Repository, id: string): Promise<string> {
  try {
    return await repository.resolve(branchOf(id))
  } catch (error) {
    if (!isKnownError(error, 'unknown-revision')) throw error
    throw new AnnexError(
      'not-found',
      `there is no branch ${branchOf(id)}`,
      'annex proposal list shows the proposals there are',
    )
  }
}

async function draftedOn(repository: Repository, commit: string): Promise<string> {
  const main = await repository.resolve(repository.mainBranch)
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
    'draft the proposal anew on main',
  )
}

/** The same, or the commits that were main's when the draft was begun on them, and that main replays since. */
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
