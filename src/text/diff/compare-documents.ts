import type {
  Change,
  Difference,
  Document,
  DocumentDifference,
  MarkedChange,
  Redline,
  Summary,
  Words,
} from '../../treaty/index.ts'
import { diff } from './diff.ts'
import { fingerprint } from './fingerprint.ts'
import { redline } from './redline.ts'

/** Two versions of a document; null if a revision does not have it. */
export interface DocumentPair {
  before: Document | null
  after: Document | null
}

/**
 * Compares several documents of two revisions, and returns their differences for display. A document that one revision does not have
 * is compared with an empty one. Documents without a change are left out, unless a pair has two different documents.
 *
 * @param from the name that the reader uses for the earlier version: a revision, an edition, a file
 * @param to the name that the reader uses for the later version
 * @throws AnnexError `invalid` if an id occurs twice in a document
 */
export function compare(from: string, to: string, documents: readonly DocumentPair[]): Difference {
  const differences = documents.flatMap((pair) => documentDifference(pair) ?? []).filter(differs)
  const changes = differences.flatMap(({ changes }) => changes.map(({ change }) => change))
  return { from, to, summary: summarize(changes), documents: differences }
}

function differs({ before, after, changes }: DocumentDifference): boolean {
  return changes.length > 0 || before.document !== after.document
}

function documentDifference({ before, after }: DocumentPair): DocumentDifference | null {
  const earlier = before ?? withoutEntries(after)
  const later = after ?? withoutEntries(before)
  if (!earlier || !later) return null
  return { document: later.document, before: earlier, after: later, changes: diff(earlier, later).map(markChange) }
}

function withoutEntries(document: Document | null): Document | null {
  return document && { ...document, entries: [] }
}

/** Returns a change with its fingerprint and its redlines. */
export function markChange(change: Change): MarkedChange {
  return {
    change,
    // Computed only when it is read: most outputs do not show it, and hashing a thousand renumberings takes time.
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

const COUNTED_AS = {
  added: 'added',
  removed: 'removed',
  renamed: 'renamed',
  moved: 'moved',
  renumbered: 'renumbered',
  reworded: 'reworded',
  fact: 'facts',
  note: 'notes',
  title: 'titles',
  sections: 'sections',
} as const satisfies Record<Change['kind'], keyof Summary>

/** Counts the changes of each kind. */
export function summarize(changes: readonly Change[]): Summary {
  const summary: Summary = {
    added: 0,
    removed: 0,
    renamed: 0,
    moved: 0,
    renumbered: 0,
    reworded: 0,
    facts: 0,
    notes: 0,
    titles: 0,
    sections: 0,
  }
  for (const { kind } of changes) summary[COUNTED_AS[kind]] += 1
  return summary
}
