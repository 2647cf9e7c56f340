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

/** One line about a change, without the words that it changes. */
export interface Sentence {
  /** `+` came, `-` went, `~` changed. */
  mark: '+' | '-' | '~'
  /** The entry's number and id, or the document's id. */
  subject: string
  /** What happened to it: `added after 15 (vienna-1988)`. */
  says: string
}

/** What happened, in the terms of treaty drafting. */
export function inWords(marked: MarkedChange | NumberRun, difference: DocumentDifference): Sentence {
  if ('kind' in marked) return { mark: '~', subject: '', says: runInWords(marked) }
  const { change } = marked
  const subject = subjectOf(change, difference)
  switch (change.kind) {
    case 'added':
      return { mark: '+', subject, says: `added ${place(change.place, difference.after)}` }
    case 'removed':
      return { mark: '-', subject, says: 'removed' }
    case 'renamed':
      return { mark: '~', subject, says: `renamed from ${change.before}` }
    case 'moved':
      return { mark: '~', subject, says: `moved ${movedTo(change.before, change.after, difference.after)}` }
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

function subjectOf(change: Change, { document, before, after }: DocumentDifference): string {
  if (change.entry === null) return document
  const side = change.kind === 'removed' ? before : after
  return named(side.entries.find(({ id }) => id === change.entry) ?? { id: change.entry })
}

function named({ id, number }: Pick<Entry, 'id' | 'number'>): string {
  return number === undefined ? id : `${number}. ${id}`
}

function movedTo(before: EntryPlace, after: EntryPlace, document: Document): string {
  const between = before.section === after.section ? '' : `from ${before.section ?? 'no section'} `
  return `${between}to stand ${place(after, document)}`
}

function place({ section, after }: EntryPlace, document: Document): string {
  const at = after === null ? 'first' : `after ${anchor(after, document)}`
  return section === undefined ? at : `in ${sectionName(section, document)}, ${at}`
}

function anchor(id: Slug, { entries }: Document): string {
  const number = entries.find((entry) => entry.id === id)?.number
  return number === undefined ? id : `${number} (${id})`
}

function sectionName(id: Slug, { sections }: Document): string {
  const section: Section | undefined = sections?.find((each) => each.id === id)
  return section?.number === undefined ? id : `${section.number} (${id})`
}
