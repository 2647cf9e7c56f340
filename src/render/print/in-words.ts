import type {
  Change,
  Document,
  DocumentDifference,
  Entry,
  EntryPlace,
  MarkedChange,
  Section,
  Slug,
} from '../../treaty/index.ts'
import { type NumberRun, runInWords } from './number-runs.ts'

/** One line about a change, without the words that changed. */
export interface Sentence {
  /** `+` added, `-` removed, `~` changed. */
  mark: '+' | '-' | '~'
  /** The entry's number and id, or the document's id. */
  subject: string
  /** What happened to it: `added after 15 (vienna-1988)`. */
  says: string
}

/** One version of a document, to look up the number and the section of an entry. */
interface Version {
  sections: readonly Section[]
  entries: ReadonlyMap<Slug, Entry>
}

/** Both versions of a document, with their entries by id. */
export interface Versions {
  document: Slug
  before: Version
  after: Version
}

/** Indexes both versions once, for all changes of a document. */
export function versionsOf({ document, before, after }: DocumentDifference): Versions {
  return { document, before: versionOf(before), after: versionOf(after) }
}

function versionOf({ sections = [], entries }: Document): Version {
  return { sections, entries: new Map(entries.map((entry) => [entry.id, entry])) }
}

/** Returns what happened, in the terms of treaty drafting. */
export function inWords(marked: MarkedChange | NumberRun, versions: Versions): Sentence {
  if ('kind' in marked) return { mark: '~', subject: '', says: runInWords(marked) }
  const { change } = marked
  const subject = subjectOf(change, versions)
  switch (change.kind) {
    case 'added':
      return { mark: '+', subject, says: `added ${place(change.place, versions)}` }
    case 'removed':
      return { mark: '-', subject, says: 'removed' }
    case 'renamed':
      return { mark: '~', subject, says: `renamed from ${change.before}` }
    case 'moved':
      return { mark: '~', subject, says: `moved ${movedTo(change.before, change.after, versions)}` }
    case 'renumbered':
      return { mark: '~', subject, says: `renumbered from ${change.before ?? 'none'} to ${change.after ?? 'none'}` }
    case 'reworded':
      return { mark: '~', subject, says: 'reworded' }
    case 'fact':
      return { mark: '~', subject, says: 'editorial facts changed (the text did not)' }
    case 'note':
      return { mark: '~', subject, says: 'editorial note changed (the text did not)' }
    case 'title':
      return { mark: '~', subject, says: 'title changed' }
    case 'sections':
      return { mark: '~', subject, says: 'sections changed' }
  }
}

function subjectOf(change: Change, { document, before, after }: Versions): string {
  if (change.entry === null) return document
  const number = (change.kind === 'removed' ? before : after).entries.get(change.entry)?.number
  return number === undefined ? change.entry : `${number}. ${change.entry}`
}

function movedTo(before: EntryPlace, after: EntryPlace, versions: Versions): string {
  if (before.section === after.section) {
    const at = place(after, versions)
    return at === 'first' ? 'to the beginning' : at
  }
  const name = (section: Slug | undefined, version: Version) =>
    section === undefined ? 'no section' : sectionName(section, version)
  const position = positionOf(after.section, after.after, versions.after)
  return `from ${name(before.section, versions.before)} to ${name(after.section, versions.after)}, ${position}`
}

function place({ section, after }: EntryPlace, versions: Versions): string {
  const position = positionOf(section, after, versions.after)
  return section === undefined ? position : `in ${sectionName(section, versions.after)}, ${position}`
}

// The entry before it may be the last one of another section; it is then the first of its own.
function positionOf(section: Slug | undefined, after: Slug | null, { entries }: Version): string {
  if (after === null) return 'first'
  const before = entries.get(after)
  if (section !== undefined && before !== undefined && before.section !== section) return 'first'
  return `after ${before?.number === undefined ? after : `${before.number} (${after})`}`
}

function sectionName(id: Slug, { sections }: Version): string {
  const number = sections.find((section) => section.id === id)?.number
  return number === undefined ? id : `${number} (${id})`
}
