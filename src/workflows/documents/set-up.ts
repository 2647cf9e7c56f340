import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readingsPath, rulesPath } from '../../files/index.ts'
import {
  changeConfiguration,
  checkIdentity,
  initRepository,
  makeFolder,
  openWithoutCommit,
  type Repository,
  replaceDurably,
  type Snapshot,
  type Store,
} from '../../git/index.ts'
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

/** Settings for git's configuration, by key. */
export type Settings = Readonly<Record<string, string>>

/** The files in annexes/ that are not documents. */
const NOT_DOCUMENTS = [readingsPath, rulesPath]

/** The line of an attributes file that assigns the documents to the drivers. */
export const DOCUMENT_ATTRIBUTES = 'annexes/*.yaml merge=annex diff=annex'

/** All lines: the files next to the documents that are not documents are merged as git merges every other file. */
export const ATTRIBUTE_LINES = [DOCUMENT_ATTRIBUTES, ...NOT_DOCUMENTS.map((path) => `${path} !merge !diff`)] as const

/**
 * Sets up git's merge and diff drivers for documents in this clone: in its configuration, and in `.git/info/attributes` with the
 * lines that the committed `.gitattributes` does not have (gitattributes(5)).
 * @returns the attributes file that has the lines
 */
export async function setUpDrivers(store: Store, settings: Settings): Promise<{ attributes: string }> {
  await changeConfiguration(store, settings)
  const committed = linesIn(join(store.workTree, '.gitattributes'))
  const missing = ATTRIBUTE_LINES.filter((line) => !committed.includes(line))
  if (missing.length === 0) return { attributes: '.gitattributes' }
  const own = join(store.commonDirectory, 'info', 'attributes')
  const present = linesIn(own)
  const added = missing.filter((line) => !present.includes(line))
  if (added.length > 0) {
    makeFolder(join(store.commonDirectory, 'info'))
    const lines = [...present, ...added].map((line) => `${line}\n`)
    replaceDurably(own, new TextEncoder().encode(lines.join('')))
  }
  return { attributes: '.git/info/attributes' }
}

function linesIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\n$/, '').split('\n') : []
}
