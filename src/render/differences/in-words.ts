import type {
  Change,
  Document,
  DocumentDifference,
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

/** The numbers of a document's entries before and after, by their ids. */
export interface Numbers {
  document: Slug
  sections: readonly Section[]
  before: ReadonlyMap<Slug, string | undefined>
  after: ReadonlyMap<Slug, string | undefined>
}

/** Looks them up once for all changes of a document. */
export function numbersOf({ document, before, after }: DocumentDifference): Numbers {
  const index = ({ entries }: Document) => new Map(entries.map(({ id, number }) => [id, number]))
  return { document, sections: after.sections ?? [], before: index(before), after: index(after) }
}

/** What happened, in the terms of treaty drafting. */
export function inWords(marked: MarkedChange | NumberRun, numbers: Numbers): Sentence {
  if ('kind' in marked) return { mark: '~', subject: '', says: runInWords(marked) }
  const { change } = marked
  const subject = subjectOf(change, numbers)
  switch (change.kind) {
    case 'added':
      return { mark: '+', subject, says: `added ${place(change.place, numbers)}` }
    case 'removed':
      return { mark: '-', subject, says: 'removed' }
    case 'renamed':
      return { mark: '~', subject, says: `renamed from ${change.before}` }
    case 'moved':
      return { mark: '~', subject, says: `moved ${movedTo(change.before, change.after, numbers)}` }
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

function subjectOf(change: Change, { document, before, after }: Numbers): string {
  if (change.entry === null) return document
  const number = (change.kind === 'removed' ? before : after).get(change.entry)
  return number === undefined ? change.entry : `${number}. ${change.entry}`
}

function movedTo(before: EntryPlace, after: EntryPlace, numbers: Numbers): string {
  const between = before.section === after.section ? '' : `from ${before.section ?? 'no section'} `
  return `${between}to stand ${place(after, numbers)}`
}

function place({ section, after }: EntryPlace, numbers: Numbers): string {
  const at = after === null ? 'first' : `after ${anchor(after, numbers)}`
  return section === undefined ? at : `in ${sectionName(section, numbers)}, ${at}`
}

function anchor(id: Slug, { after }: Numbers): string {
  const number = after.get(id)
  return number === undefined ? id : `${number} (${id})`
}

function sectionName(id: Slug, { sections }: Numbers): string {
  const number = sections.find((section) => section.id === id)?.number
  return number === undefined ? id : `${number} (${id})`
}
