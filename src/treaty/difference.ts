import type { Change, DocumentFile, Proposer, Slug } from './generated/files.ts'

/** How many changes there are of each kind. */
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

/** A run of words that stayed, went or came. */
export interface Segment {
  kind: 'same' | 'deleted' | 'inserted'
  words: string
}

/** The words of one field in one language, marked up. */
export interface Redline {
  field: string
  language: string
  segments: Segment[]
}

/** A change with what its readers need beside it. */
export interface MarkedChange {
  change: Change
  /** Twelve hexadecimal digits that outlive unrelated changes. */
  fingerprint: string
  /** The words word by word, for what was reworded and for a title. */
  redlines: Redline[]
}

/** What happened to one document, with both its versions; where their ids differ, two documents were compared. */
export interface DocumentDifference {
  document: Slug
  before: DocumentFile
  after: DocumentFile
  changes: MarkedChange[]
}

/** The proposal that a difference is the redline of. */
export interface ProposalNamed {
  proposal: Slug
  title: string
  by: Proposer
  /** The proposer's name, where the register has one. */
  name?: string
}

/** What happened between two revisions, each named as its reader knows it. */
export interface Difference {
  from: string
  to: string
  proposal?: ProposalNamed
  summary: Summary
  documents: DocumentDifference[]
}
