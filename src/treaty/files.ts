// Generated from schemas/ by `npm run types`. Do not edit.

/**
 * An identifier that never changes: small letters, digits and single hyphens, at most 80.
 */
export type Slug = string
/**
 * An editorial remark, never part of the authentic text: a defect of the text that is known and reported, not corrected. With `accepts` it names the rule whose finding it explains, which is then only a note.
 */
export type Note = string | Remark[]
/**
 * The number as printed, without the stop that follows it.
 */
export type EntryNumber = string
/**
 * A calendar day, ISO 8601, without a time or a time zone.
 */
export type CalendarDay = string
export type Scope = 'universal' | 'regional'
/**
 * ISO 3166-1 alpha-3 for a State, or the register's own code for a regional organization.
 */
export type PartyCode = string
/**
 * The kind of instrument deposited (Articles 66 and 67).
 */
export type InstrumentKind = 'ratification' | 'acceptance' | 'approval' | 'accession'
/**
 * not-a-party: Article 17(2); ceased: Article 17, second unnumbered paragraph.
 */
export type DeclarationGround = 'not-a-party' | 'ceased'
/**
 * The provision a proposal rests on: 70(1), 70(2), 62(9)-(10), 68, or a correction (Vienna Convention on the Law of Treaties, Art. 79).
 */
export type Basis = '70.1' | '70.2' | '62' | '68' | 'correction'
/**
 * A Party's code, or secretariat, commission, depositary.
 */
export type Proposer = string
/**
 * A git object id (SHA-1), 40 hexadecimal digits.
 */
export type ObjectId = string
/**
 * One change to one entry (or to the document itself), with what stood before and what stands after.
 */
export type Change =
  Added | Removed | Renamed | Moved | Renumbered | Reworded | FactChanged | NoteChanged | TitleChanged | SectionsChanged
export type FormerlyList = Slug[] | null
/**
 * What happened in the life of a proposal.
 */
export type EventKind =
  | 'circulated'
  | 'submitted'
  | 'recommended'
  | 'objection'
  | 'objection-withdrawn'
  | 'acceptance'
  | 'conference-vote'
  | 'consent'
  | 'suggested'
  | 'ratification'
  | 'correction-objection'
  | 'withdrawn'
/**
 * A number, or the list of the codes that make it up.
 */
export type Count = number | PartyCode[]

/**
 * Every file kind by name.
 */
export interface Files {
  document: DocumentFile
  parties: PartiesFile
  proposal: ProposalFile
  event: EventRecord
  readings: ReadingsFile
  scenario: Scenario
  rules: RulesFile
  change: Change
}
/**
 * One document of a treaty: Annex 1, the Technical Annex, Article 4, or any other of the same form.
 */
export interface DocumentFile {
  document: Slug
  title: Words
  note?: Note
  /**
   * The groups that the entries stand in, where the document has any, in its order.
   */
  sections?: Section[]
  /**
   * The entries, in the document's order.
   */
  entries: Entry[]
}
/**
 * Words by language (BCP 47). The six languages of Article 72 are equally authentic.
 */
export interface Words {
  [k: string]: string
}
export interface Remark {
  /**
   * The defect; with `accepts`, the reason too.
   */
  says: string
  /**
   * The rule whose finding this remark explains.
   */
  accepts?: string
  /**
   * Who answers for accepting it; with `accepts` it must be there.
   */
  by?: string
}
/**
 * A group of entries.
 */
export interface Section {
  id: Slug
  number?: EntryNumber
  title: Words
}
/**
 * One entry of a document. Its id never changes; its number may.
 */
export interface Entry {
  id: Slug
  number?: EntryNumber
  section?: Slug
  /**
   * Ids that this entry had before.
   *
   * @minItems 1
   */
  formerly?: Slug[]
  text: EntryText
  facts?: Facts
  note?: Note
}
/**
 * The authentic words, by field and language.
 */
export interface EntryText {
  [k: string]: Words
}
/**
 * Editorial reference data about an instrument. They are no part of the text: nobody needs an amendment to correct a fact.
 */
export interface Facts {
  officialTitle?: string
  done?: Done
  opened?: Opened
  inForce?: CalendarDay
  scope?: Scope
  scopeNote?: string
  depositary?: string
  /**
   * Registration number with the United Nations.
   */
  registration?: string
  /**
   * Where these facts are from.
   */
  source?: string
  /**
   * False while any of these facts is still to be confirmed against a source.
   */
  confirmed?: boolean
  /**
   * Which of these facts are still to be confirmed.
   *
   * @minItems 1
   */
  unconfirmed?: string[]
}
/**
 * Where and on which day the instrument was done.
 */
export interface Done {
  place?: string
  date?: CalendarDay
}
/**
 * Where and on which day it was opened for signature, if elsewhere or later than done.
 */
export interface Opened {
  place?: string
  date?: CalendarDay
}
/**
 * The register of Parties: instruments deposited, denunciations, Article 17 declarations.
 */
export interface PartiesFile {
  /**
   * Says that this register is an exercise, and which; every output that rests on it repeats it.
   */
  exercise?: string
  parties: Party[]
}
export interface Party {
  code: PartyCode
  name?: string
  instrument: InstrumentKind
  deposited: CalendarDay
  ref?: string
  denounced?: CalendarDay
  organization?: Organization
  declarations?: Declaration[]
}
/**
 * Present for a regional economic integration organization.
 */
export interface Organization {
  members: PartyCode[]
}
/**
 * A declaration under Article 17 that a treaty listed in Annex 1 is deemed not included.
 */
export interface Declaration {
  treaty: Slug
  on: CalendarDay
  ground: DeclarationGround
  ref?: string
  enteredIntoForce?: CalendarDay
}
/**
 * A proposal to change one document. While a draft it lives on its branch; from the day it is sent out, `frozen` holds the text that counts.
 */
export interface ProposalFile {
  proposal: Slug
  basis: Basis
  document: Slug
  by: Proposer
  title: string
  /**
   * Why the change is proposed. Under Article 70(3) it must say how the instrument is directly related to international crime.
   */
  statement?: string
  proposed?: CalendarDay
  frozen?: Frozen
  /**
   * The edition that records its adoption.
   */
  edition?: string
  /**
   * Why it was ended unmerged.
   */
  closed?: string
}
/**
 * The text as it was sent out.
 */
export interface Frozen {
  commit: ObjectId
  base: ObjectId
  changes: Change[]
  /**
   * SHA-256 of the changes in canonical JSON (RFC 8785).
   */
  digest: string
}
export interface Added {
  document: Slug
  entry: Slug
  kind: 'added'
  before: null
  after: Entry
  place: Place
}
/**
 * Where an entry stands: its section, and the entry before it in the document (null: the first).
 */
export interface Place {
  section?: Slug
  after: Slug | null
  /**
   * The next entry behind it that stays in its own place (null: none). It tells an addition made in front of another amendment's from one made without knowing of it.
   */
  followedBy?: Slug | null
}
export interface Removed {
  document: Slug
  entry: Slug
  kind: 'removed'
  before: Entry
  after: null
  place: Place
}
/**
 * The entry's id changed; `entry` is the new one.
 */
export interface Renamed {
  document: Slug
  entry: Slug
  kind: 'renamed'
  before: Slug
  after: Slug
  formerly?: FormerlyChanged
}
/**
 * The entry's earlier ids before and after, where the renaming declares itself by them; null: none.
 */
export interface FormerlyChanged {
  before: FormerlyList
  after: FormerlyList
}
export interface Moved {
  document: Slug
  entry: Slug
  kind: 'moved'
  before: Place
  after: Place
}
export interface Renumbered {
  document: Slug
  entry: Slug
  kind: 'renumbered'
  before: string | null
  after: string | null
}
/**
 * The authentic words changed. `parts` lists each field and language; `before` and `after` are the words for a reader, the parts joined by a line feed where there are several.
 */
export interface Reworded {
  document: Slug
  entry: Slug
  kind: 'reworded'
  field: 'text'
  /**
   * The language, where all parts share one.
   */
  language: string | null
  before: string
  after: string
  /**
   * @minItems 1
   */
  parts: RewordedPart[]
}
/**
 * The words of one field in one language; null where the field has none in that language.
 */
export interface RewordedPart {
  field: string
  language: string
  before: string | null
  after: string | null
}
/**
 * Editorial facts changed. No amendment is needed for it.
 */
export interface FactChanged {
  document: Slug
  entry: Slug
  kind: 'fact'
  before: Facts | null
  after: Facts | null
}
/**
 * An editorial note changed; entry null: the document's own.
 */
export interface NoteChanged {
  document: Slug
  entry: Slug | null
  kind: 'note'
  before: EditorialRemarks
  after: EditorialRemarks
}
export interface EditorialRemarks {
  note?: Note
  formerly?: Slug[]
}
/**
 * The document's title changed.
 */
export interface TitleChanged {
  document: Slug
  entry: null
  kind: 'title'
  before: Words
  after: Words
}
/**
 * The document's sections changed: their order, numbers or titles; null where it has none.
 */
export interface SectionsChanged {
  document: Slug
  entry: null
  kind: 'sections'
  before: Section[] | null
  after: Section[] | null
}
/**
 * One event in the life of a proposal, one file each. `on` is a legal date: the day on which the depositary received it (or on which it was sent, voted, deposited).
 */
export interface EventRecord {
  event: EventKind
  on: CalendarDay
  party?: PartyCode
  /**
   * The depositary's reference.
   */
  ref?: string
  note?: string
  instrument?: InstrumentKind
  inFavour?: Count
  against?: Count
  abstaining?: Count
  /**
   * Whether the body decided by consensus.
   */
  consensus?: boolean
  formalObjections?: Count
  until?: CalendarDay
  /**
   * Why this event counts for nothing: it was received and filed, but the law gives it no effect.
   */
  withoutEffect?: string
}
/**
 * The options chosen for the questions that the Convention leaves open. A reading that is not named takes its default.
 */
export interface ReadingsFile {
  readings: ReadingChoice
}
/**
 * Options chosen for the questions that the Convention leaves open, by the reading's id.
 */
export interface ReadingChoice {
  [k: string]: Slug
}
/**
 * A what-if: Parties, events and a day. What would the Convention say?
 */
export interface Scenario {
  name?: string
  asOf: CalendarDay
  basis: Basis
  by?: Proposer
  document?: Slug
  statement?: string
  proposed?: CalendarDay
  changes?: Change[]
  parties: Party[]
  events: EventRecord[]
  readings?: ReadingChoice
}
/**
 * How grave the findings of rules text/, facts/ and terms/ are in this repository. What the law or a schema forbids is always an error.
 */
export interface RulesFile {
  levels: RuleLevels
}
/**
 * The level of a rule's findings, by the rule's id; a rule that is not named keeps its own.
 */
export interface RuleLevels {
  [k: string]: 'error' | 'warning' | 'note'
}
