import type {
  Change,
  Difference,
  Document,
  DocumentDifference,
  MarkedChange,
  Redline,
  Words,
} from '../../treaty/index.ts'
import { diff } from './diff.ts'
import { fingerprint } from './fingerprint.ts'
import { redline } from './redline.ts'
import { summarize } from './summarize.ts'

/** The same document on both sides; null on a side that does not have it. */
export interface Sides {
  before: Document | null
  after: Document | null
}

/**
 * What happened to several documents between two revisions, ready to be shown. A document that one side does not have is compared
 * with an empty one. Documents without a change are left out, unless the two sides are different documents.
 *
 * @param from what the reader calls the earlier side: a revision, an edition, a file
 * @throws AnnexError `invalid` where a document holds an id twice
 */
export function compare(from: string, to: string, documents: readonly Sides[]): Difference {
  const differences = documents.flatMap((sides) => documentDifference(sides) ?? []).filter(differs)
  const changes = differences.flatMap(({ changes }) => changes.map(({ change }) => change))
  return { from, to, summary: summarize(changes), documents: differences }
}

function differs({ before, after, changes }: DocumentDifference): boolean {
  return changes.length > 0 || before.document !== after.document
}

function documentDifference({ before, after }: Sides): DocumentDifference | null {
  const earlier = before ?? emptied(after)
  const later = after ?? emptied(before)
  if (!earlier || !later) return null
  return { document: later.document, before: earlier, after: later, changes: diff(earlier, later).map(mark) }
}

function emptied(document: Document | null): Document | null {
  return document && { ...document, entries: [] }
}

/** A change with its fingerprint and its words marked up. */
export function mark(change: Change): MarkedChange {
  return {
    change,
    // Made when asked for: a redline for readers shows none, and a thousand renumberings would be hashed for nothing.
    get fingerprint() {
      return fingerprint(change)
    },
    redlines: redlinesOf(change),
  }
}

function redlinesOf(change: Change): Redline[] {
  if (change.kind === 'title') return titleRedlines(change.before, change.after)
  if (change.kind !== 'reworded') return []
  return change.parts.map(({ field, language, before, after }) => ({
    field,
    language,
    segments: redline(before ?? '', after ?? ''),
  }))
}

function titleRedlines(before: Words, after: Words): Redline[] {
  const languages = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return languages
    .filter((language) => before[language] !== after[language])
    .map((language) => ({
      field: 'title',
      language,
      segments: redline(before[language] ?? '', after[language] ?? ''),
    }))
}
