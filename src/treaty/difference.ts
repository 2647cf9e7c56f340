import type { Change, DocumentFile, Proposer, Slug } from './generated/files.ts'

/** The number of changes of each kind. */
export interface Summary {
  added: number
  removed: number
  renamed: number
  moved: number
  renumbered: number
  reworded: number
  facts: number
  notes: number
  titles: number
  sections: number
}

/** A run of words that a change keeps, deletes or inserts. */
export interface Segment {
  kind: 'same' | 'deleted' | 'inserted'
  words: string
}

/** The words of one field in one language, before and after a change, as segments in reading order. */
export interface Redline {
  field: string
  language: string
  segments: Segment[]
}

/** A change, with its fingerprint and redlines for display. */
export interface MarkedChange {
  change: Change
  /** Twelve hexadecimal digits that identify the change. Other changes do not affect them. */
  fingerprint: string
  /** One for each field and language that was reworded, or each language of a changed title; otherwise empty. */
  redlines: Redline[]
}

/** The difference between two versions of a document. If the ids of `before` and `after` differ, two documents were compared. */
export interface DocumentDifference {
  document: Slug
  before: DocumentFile
  after: DocumentFile
  changes: MarkedChange[]
}

/** The proposal whose changes a difference shows. */
export interface RedlinedProposal {
  proposal: Slug
  title: string
  by: Proposer
  /** The proposer's name, if the register has it. */
  name?: string
}

/** The differences between two revisions. `from` and `to` name them for the reader: a revision, an edition, a file. */
export interface Difference {
  from: string
  to: string
  proposal?: RedlinedProposal
  summary: Summary
  documents: DocumentDifference[]
}
