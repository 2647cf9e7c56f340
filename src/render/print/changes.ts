import type { Difference, DocumentDifference, Entry, MarkedChange, Redline, Segment, Slug } from '../../treaty/index.ts'
import { inWords, type Versions, versionsOf } from './in-words.ts'
import { languageOf, wordsIn } from './layout.ts'
import { foldNumbers, type NumberRun } from './number-runs.ts'
import { type Heading, headingOf, otherDocument, summaryInWords } from './summary.ts'
import type { Presence } from './tree.ts'
import { valueChanges } from './values-changed.ts'

/** A difference as a list of changes: what every printer of differences walks. */
export interface ChangeList extends Heading {
  /** `1 added, 2 renumbered`. */
  summary: string
  documents: DocumentChanges[]
}

/** The changes of one document. */
export interface DocumentChanges {
  difference: DocumentDifference
  title: string
  /** The language of the title. */
  language: string
  /** `annex-1`; `annex-1 → technical-annex` if two documents were compared. */
  name: string
  changes: ListedChange[]
}

/** One change, or a run of numbers that shifted together. */
export interface ListedChange {
  /** `+` added, `-` removed, `~` changed. */
  mark: '+' | '-' | '~'
  /** The entry's number and id, or the document's id; empty for a run of numbers. */
  subject: string
  /** What happened to it: `added after 15 (vienna-1988)`. */
  says: string
  /** The entry in the marked-up text; null if the change is not of an entry. */
  target: { id: Slug; presence: Presence } | null
  details: Detail[]
}

/** Words of a change: all words of an entry that was added or removed, a redline, or an editorial value. */
export interface Detail {
  kind: 'entry' | 'redline' | 'value'
  /** `title (en)`; for a value, its name. */
  name: string
  /** Whether a reader needs the name: not if all words are of one field and in one language. */
  isNameNeeded: boolean
  language: string
  segments: readonly Segment[]
  /** A remark on words that only look the same; null if it does not exist. */
  remark: string | null
}

/** Returns what changed, in the terms of treaty drafting. */
export function changeListOf(difference: Difference): ChangeList {
  return {
    ...headingOf(difference),
    summary: summaryInWords(difference),
    documents: difference.documents.map(documentChanges),
  }
}

function documentChanges(difference: DocumentDifference): DocumentChanges {
  const { before, after } = difference
  const language = languageOf(after)
  const other = otherDocument(difference)
  const versions = versionsOf(difference)
  const fields = new Set([...before.entries, ...after.entries].flatMap(({ text }) => Object.keys(text)))
  return {
    difference,
    title: wordsIn(after.title, language),
    language,
    name: other === null ? difference.document : `${other.before} → ${other.after}`,
    changes: foldNumbers(difference).map((marked) => listed(marked, versions, fields.size > 1)),
  }
}

function listed(marked: MarkedChange | NumberRun, versions: Versions, hasFields: boolean): ListedChange {
  const sentence = inWords(marked, versions)
  if ('kind' in marked) return { ...sentence, target: null, details: [] }
  const { entry: id, kind } = marked.change
  const target = id === null ? null : { id, presence: kind === 'removed' ? ('deleted' as const) : ('both' as const) }
  return { ...sentence, target, details: detailsOf(marked, hasFields) }
}

function detailsOf(marked: MarkedChange, hasFields: boolean): Detail[] {
  const { change, redlines } = marked
  if (change.kind === 'added') return entryDetails(change.after, 'inserted', hasFields)
  if (change.kind === 'removed') return entryDetails(change.before, 'deleted', hasFields)
  const isNameNeeded = hasFields || redlines.length > 1 || redlines.some(({ language }) => language !== 'en')
  const values = valueChanges(marked).map(({ name, language = 'en', before, after }): Detail => {
    const segments: Segment[] = [
      ...(before === null ? [] : [{ kind: 'deleted' as const, words: before }]),
      ...(after === null ? [] : [{ kind: 'inserted' as const, words: after }]),
    ]
    return { kind: 'value', name, isNameNeeded: true, language, segments, remark: remarkOn(segments) }
  })
  return [...redlines.map((redline) => ({ ...redlineDetail(redline), isNameNeeded })), ...values]
}

/** Returns the words of one field in one language, marked up. */
export function redlineDetail({ field, language, segments }: Redline): Detail {
  const name = `${field} (${language})`
  return { kind: 'redline', name, isNameNeeded: true, language, segments, remark: remarkOn(segments) }
}

function entryDetails({ text }: Entry, kind: 'deleted' | 'inserted', hasFields: boolean): Detail[] {
  const languages = new Set(Object.values(text).flatMap((words) => Object.keys(words)))
  const isNameNeeded = hasFields || languages.size > 1
  const words = Object.entries(text).flatMap(([field, words]) =>
    Object.entries(words).map(([language, each]) => ({ field, language, words: each })),
  )
  return words
    .filter(({ words }) => words !== '')
    .map(({ field, language, words }) => {
      const segments = [{ kind, words }]
      return { kind: 'entry', name: `${field} (${language})`, isNameNeeded, language, segments, remark: null }
    })
}

/**
 * Returns a remark if words were replaced by words that look the same: an accented letter can be encoded as one character or as
 * several (Unicode Standard Annex #15).
 */
function remarkOn(segments: readonly Segment[]): string | null {
  const lookAlikes = segments.filter(({ kind, words }, index) => {
    const next = segments[index + 1]
    return kind === 'deleted' && next?.kind === 'inserted' && words.normalize('NFC') === next.words.normalize('NFC')
  })
  return lookAlikes.length === 0 ? null : 'looks the same: only the encoding of its letters differs'
}

/** The words kept on each side of an edit when a long text is shortened. */
const WORDS_KEPT = 15

/** Shortens a redline: in long unchanged text, only the words near an edit stay, with `…` for the others. */
export function elide(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment
    const words = segment.words.split(/(?<=\s)(?=\S)/u)
    const head = index === 0 ? 0 : WORDS_KEPT
    const tail = index === segments.length - 1 ? 0 : WORDS_KEPT
    if (words.length <= head + tail + WORDS_KEPT) return segment
    const kept = [...words.slice(0, head), '… ', ...words.slice(words.length - tail)]
    return { kind: 'same', words: kept.join('') }
  })
}
