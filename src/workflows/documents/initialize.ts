import { checkIdentity, initRepository, openWithoutCommit, type Repository, type Snapshot } from '../../git/index.ts'
import { TREATY_STORE } from '../record/treaty-repository.ts'

/** The content of a new repository: files by path, and the documents that get an edition `v1`. */
export interface Beginnings {
  files: ReadonlyMap<string, Uint8Array>
  documents: readonly string[]
}

/**
 * Creates a repository with the Convention's documents as printed, each tagged as its edition `v1`; or completes one that has no
 * commit yet.
 * @throws AnnexError invalid when the committer is unknown, already-exists, would-overwrite when a file is in the way
 */
export async function initializeRepository(
  directory: string,
  beginnings: Beginnings,
): Promise<{ repository: Repository; commit: string; editions: string[] }> {
  checkIdentity(directory)
  const options = { ...TREATY_STORE, branch: 'main', description: 'The annexes of a treaty, kept by annex.' }
  const repository = (await openWithoutCommit(directory, options)) ?? (await initRepository(directory, options))
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: null,
    files: beginnings.files,
    message: "Begin with the Convention's own text\n",
  })
  const editions: string[] = []
  for (const document of beginnings.documents) {
    const name = `${document}/v1`
    await repository.createTag({ name, commit, message: `${name}: the Convention's own text\n` })
    editions.push(name)
  }
  return { repository, commit, editions }
}

/** Reads all files of a snapshot under some folders, by path. */
export async function filesUnder(snapshot: Snapshot, folders: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const folder of folders) {
    for (const path of await snapshot.listFiles(folder)) {
      const bytes = await snapshot.readFile(path)
      if (bytes !== null) files.set(path, bytes)
    }
  }
  return files
}
