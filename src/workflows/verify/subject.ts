import { emptyItemCache, type ItemCache, listDocuments, readDocument } from '../../files/index.ts'
import { type Commit, type NamedCommit, type Repository, replaysIn } from '../../git/index.ts'
import { AnnexError, type Document } from '../../treaty/index.ts'
import { isEdition } from '../record/edition-tags.ts'
import type { TellProgress } from '../sync/tell-progress.ts'
import { type MainHistory, readMainHistory, type Step, stepsByPath } from './main-history.ts'
import { type Adoption, type ProposalHistory, readProposalHistories } from './proposal-history.ts'

/** What is verified: main, what it recorded of each proposal, and the tags of the editions. */
export interface Subject {
  repository: Repository
  main: MainHistory
  /** The steps that changed each path, in order. */
  byPath: ReadonlyMap<string, readonly Step[]>
  /** Every document that main has or had. */
  documents: readonly string[]
  proposals: readonly ProposalHistory[]
  /** The adoptions in the order in which main recorded them. */
  adoptions: readonly Adoption[]
  tags: readonly NamedCommit[]
  /** The commits that main replays, by which of its commits does. */
  replayed: ReadonlyMap<string, Commit>
  /** A document as a commit has it; null where it is not there or cannot be read. */
  documentAt(commit: string, id: string): Promise<Document | null>
  /** What was read so far: the versions of a document have most of their entries in common. */
  itemCache: ItemCache
  tell: TellProgress
}

/** @throws AnnexError unsupported-repository for a shallow clone, unknown-revision without a main branch */
export async function readSubject(repository: Repository, tell: TellProgress): Promise<Subject> {
  if (repository.shallow) {
    const message = 'this clone is shallow: the history to verify was left out'
    throw new AnnexError('unsupported-repository', message, 'run `git fetch --unshallow`; in CI set `fetch-depth: 0`')
  }
  const main = await readMainHistory(repository)
  const byPath = stepsByPath(main)
  const proposals = await readProposalHistories(repository, byPath)
  const adoptions = proposals.flatMap(({ adoption }) => (adoption === null ? [] : [adoption]))
  adoptions.sort((one, other) => placeOf(main, one) - placeOf(main, other))
  const tags = (await repository.tags()).filter(({ name }) => isEdition(name))
  const itemCache = emptyItemCache()
  const documentAt = async (commit: string, id: string) =>
    (await readDocument(repository.at(commit), id, itemCache)).data
  const documents = await allDocuments(byPath)
  const replayed = new Map(main.steps.flatMap(({ commit }) => replaysIn(commit.message).map((old) => [old, commit])))
  return { repository, main, byPath, documents, proposals, adoptions, tags, replayed, documentAt, itemCache, tell }
}

function placeOf({ places }: MainHistory, { step }: Adoption): number {
  return places.get(step.commit.id) ?? 0
}

// Every document on main was written there by some step; one that was deleted is still looked at.
function allDocuments(byPath: ReadonlyMap<string, readonly Step[]>): Promise<string[]> {
  return listDocuments({ readFile: async () => null, listFiles: async () => [...byPath.keys()].sort() })
}
