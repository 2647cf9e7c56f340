import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDocumentId } from '../../files/index.ts'
import { findFolders, listRefs } from '../../git/index.ts'
import { isPartyCode, isSlug } from '../../treaty/index.ts'
import { folderWithAnnexes } from '../targets/work-tree.ts'

/**
 * The names in a repository, found in its files and refs without parsing, fast enough while a user types. An invalid name is left
 * out, so that no name can contain shell syntax. A file that cannot be read has no names.
 */
export interface NamesHere {
  documents(): string[]
  /** The entries of one document, or of all documents. */
  entries(document?: string): string[]
  sections(document: string): string[]
  proposals(): string[]
  parties(): string[]
  /** Editions, main and proposals. */
  revisions(): string[]
}

/** Returns the names of a repository. @param directory a folder in it */
export function namesHere(directory: string): NamesHere {
  const annexes = orNone(() => [join(folderWithAnnexes(directory), 'annexes')])[0] ?? join(directory, 'annexes')
  const text = (file: string) => orNone(() => [readFileSync(join(annexes, file), 'utf8')])[0] ?? ''
  const documents = () =>
    once(
      filesIn(annexes)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => name.slice(0, -5))
        .filter(isDocumentId),
    )
  const inDocument = (document: string, part: 0 | 1) =>
    isSlug(document)
      ? slugs(captured(/\bid: *"?([a-z0-9-]+)/g, text(`${document}.yaml`).split(/^entries:/m)[part]))
      : []
  const refs = (prefix: string) => orNone(() => [...listRefs(findFolders(dirname(annexes)), prefix).keys()])
  const proposals = () =>
    slugs([
      ...filesIn(join(annexes, 'proposals')),
      ...[...refs('refs/heads/proposal/'), ...refs('refs/remotes/')].map((ref) => ref.split('/proposal/')[1] ?? ''),
    ])
  return {
    documents,
    entries: (document) =>
      document === undefined ? documents().flatMap((id) => inDocument(id, 1)) : inDocument(document, 1),
    sections: (document) => inDocument(document, 0),
    proposals,
    parties: () => once(captured(/\bcode: *"?([A-Z0-9]+)/g, text('register/parties.yaml')).filter(isPartyCode)),
    revisions: () => [
      ...refs('refs/tags/')
        .map((ref) => ref.slice('refs/tags/'.length))
        .filter((tag) => /^[a-z0-9-]+\/v\d+$/.test(tag)),
      'main',
      ...proposals(),
    ],
  }
}

function filesIn(folder: string): string[] {
  return orNone(() => readdirSync(folder))
}

function captured(pattern: RegExp, text = ''): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name)
}

function slugs(names: readonly string[]): string[] {
  return once(names.filter(isSlug))
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

// An error message in the middle of typing helps nobody.
function orNone<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch {
    return []
  }
}
