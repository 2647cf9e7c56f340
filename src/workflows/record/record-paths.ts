import { isSlug } from '../../treaty/index.ts'

const DOCUMENT = /^annexes\/([^/]+)\.yaml$/
const OF_PROPOSAL = /^annexes\/proposals\/([^/]+)\/(?:proposal|events\/[^/]+)\.yaml$/
/** What people take for a file of the program's; the files of other programs begin with a dot. */
const LOOKS_LIKE_DATA = /^(?:[^./][^/]*\/)*[^./][^/]*\.(?:ya?ml|json)$/i

/** The Convention's three documents: the files that a repository of the treaty cannot be without. */
export const CONVENTION_DOCUMENTS = ['annex-1', 'technical-annex', 'article-4'] as const

/** Whether a path is one of those that the program reads: a document, the register, the choices, a proposal or an event. */
export function isAnnexFile(path: string): boolean {
  if (path === 'annexes/register/parties.yaml') return true
  const id = (DOCUMENT.exec(path) ?? OF_PROPOSAL.exec(path))?.[1]
  return id !== undefined && isSlug(id)
}

/** Whether a file under annexes/ looks like one of the program's, and lies where it reads none. */
export function isOutOfPlace(path: string): boolean {
  return LOOKS_LIKE_DATA.test(path) && !isAnnexFile(path)
}

/** Whether a path is one of those named, or lies in a folder that is; the empty path is the folder that holds all. */
export function isWithin(path: string, named: readonly string[]): boolean {
  return named.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
}
