import { type FileKind, partiesPath, policyPath } from '../../files/index.ts'
import { isSlug } from '../../treaty/index.ts'

const DOCUMENT = /^annexes\/([^/]+)\.yaml$/
const APPROVAL = /^annexes\/register\/approvals\/[^/]+\.yaml$/
const OF_PROPOSAL = /^annexes\/proposals\/([^/]+)\/(?:proposal|events\/[^/]+)\.yaml$/
/** A path that looks like a file of this program; files of other programs begin with a dot. */
const LOOKS_LIKE_DATA = /^(?:[^./][^/]*\/)*[^./][^/]*\.(?:ya?ml|json)$/i

/** The Convention's three documents, which every repository of the treaty has. */
export const CONVENTION_DOCUMENTS = ['annex-1', 'technical-annex', 'article-4'] as const

/** Returns whether a command reads the file at a path: a document, the register, a proposal or an event. */
export function isAnnexFile(path: string): boolean {
  if (path === partiesPath || path === policyPath || APPROVAL.test(path)) return true
  const id = (DOCUMENT.exec(path) ?? OF_PROPOSAL.exec(path))?.[1]
  return id !== undefined && isSlug(id)
}

/** Returns whether a file under annexes/ looks like a file of this program but no command reads it at its path. */
export function isOutOfPlace(path: string): boolean {
  return LOOKS_LIKE_DATA.test(path) && !isAnnexFile(path)
}

/** Returns whether a path is one of `named`, or in a folder of `named`; the empty path is the folder of all files. */
export function isWithin(path: string, named: readonly string[]): boolean {
  return named.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
}

const KINDS_BY_PATH: readonly [RegExp, FileKind][] = [
  [/(?:^|\/)annexes\/readings\.yaml$/, 'readings'],
  [/(?:^|\/)annexes\/rules\.yaml$/, 'rules'],
  [/(?:^|\/)annexes\/register\/parties\.yaml$/, 'parties'],
  [/(?:^|\/)annexes\/register\/policy\.yaml$/, 'policy'],
  [/(?:^|\/)annexes\/register\/approvals\/[^/]+\.yaml$/, 'approval'],
  [/(?:^|\/)annexes\/proposals\/[^/]+\/proposal\.yaml$/, 'proposal'],
  [/(?:^|\/)annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/, 'event'],
]

const BY_FIRST_KEYS: readonly [RegExp, FileKind][] = [
  // A proposal has the key `document` too, so it comes first.
  [/^proposal:/m, 'proposal'],
  [/^(?:document|entries):/m, 'document'],
  [/^asOf:/m, 'scenario'],
  [/^event:/m, 'event'],
  [/^readings:/m, 'readings'],
  [/^signatures:/m, 'policy'],
  [/^approves:/m, 'approval'],
  [/^levels:/m, 'rules'],
  [/^parties:/m, 'parties'],
]

/** Returns the kind of a file by its path, or by the keys at the beginning of its lines; a document when nothing else fits. */
export function fileKind(path: string, bytes: Uint8Array): FileKind {
  const byPath = KINDS_BY_PATH.find(([pattern]) => pattern.test(path))
  if (byPath !== undefined) return byPath[1]
  const text = new TextDecoder().decode(bytes.subarray(0, 4096))
  return BY_FIRST_KEYS.find(([pattern]) => pattern.test(text))?.[1] ?? 'document'
}
