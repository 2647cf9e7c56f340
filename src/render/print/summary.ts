import type { Difference, DocumentDifference, Slug, Summary } from '../../treaty/index.ts'
import { proposerName } from '../outcomes/names.ts'
import { carriedAlong } from './section-ids.ts'

/** What is printed above a difference. */
export interface Heading {
  /** The proposal's title and id; without a proposal, the two revisions. */
  title: string
  /** `proposed by France (FRA)`; empty without a proposal. */
  by: string
  /** The two revisions, if the title does not name them. */
  revisions: string
}

/** Returns the heading of a difference: what readers know it by first, its commits last. */
export function headingOf({ from, to, proposal }: Difference): Heading {
  const revisions = `${from} → ${to}`
  if (proposal === undefined) return { title: revisions, by: '', revisions: '' }
  const { by, name } = proposal
  const proposer = proposerName(by, name === undefined ? {} : { [by]: name })
  return { title: `${proposal.title} (${proposal.proposal})`, by: `proposed by ${proposer}`, revisions }
}

const NAMES: readonly (readonly [keyof Summary, string, string])[] = [
  ['added', 'added', 'added'],
  ['removed', 'removed', 'removed'],
  ['renamed', 'renamed', 'renamed'],
  ['moved', 'moved', 'moved'],
  ['renumbered', 'renumbered', 'renumbered'],
  ['reworded', 'reworded', 'reworded'],
  ['facts', 'with other facts', 'with other facts'],
  ['notes', 'with another note', 'with other notes'],
  ['titles', 'title changed', 'titles changed'],
  ['sections', 'list of sections changed', 'lists of sections changed'],
]

/** `1 added, 2 renumbered`, after the documents whose id differs; or `no difference`. */
export function summaryInWords({ summary, documents }: Pick<Difference, 'summary' | 'documents'>): string {
  const carried = documents.reduce((sum, each) => sum + carriedAlong(each).size, 0)
  const counts = { ...summary, moved: summary.moved - carried }
  const counted = NAMES.filter(([kind]) => counts[kind] > 0).map(
    ([kind, one, several]) => `${counts[kind]} ${counts[kind] === 1 ? one : several}`,
  )
  const parts = [...otherDocumentsInWords(documents), ...counted]
  return parts.length === 0 ? 'no difference' : parts.join(', ')
}

/** Returns the ids of both versions if they are two documents, else null. */
export function otherDocument({ before, after }: DocumentDifference): { before: Slug; after: Slug } | null {
  return before.document === after.document ? null : { before: before.document, after: after.document }
}

/** `another document (annex-1 before, technical-annex after)`, for each difference of two documents. */
export function otherDocumentsInWords(documents: readonly DocumentDifference[]): string[] {
  return documents
    .map(otherDocument)
    .filter((other) => other !== null)
    .map(({ before, after }) => `another document (${before} before, ${after} after)`)
}

/** Makes words a sentence: a capital letter first, a full stop last. */
export function asSentence(words: string): string {
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
