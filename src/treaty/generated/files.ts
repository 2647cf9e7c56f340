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
/**
 * universal: open to all States; regional: to those of a region. Article 70(3) asks for one of the two.
 */
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
/**
 * Ids that an entry had before; null: none.
 */
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
/**
 * A remark of the editors, and the rule whose finding it explains.
 */
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
  /**
   * The instrument's own title, as its authentic text has it.
   */
  officialTitle?: string
  done?: Done
  opened?: Opened
  inForce?: CalendarDay
  scope?: Scope
  /**
   * What is to be said of the scope: the region, or who may join.
   */
  scopeNote?: string
  /**
   * Who keeps the instrument: the Secretary-General, a State, an organization.
   */
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
  /**
   * The place at which it was done, as its own text has it.
   */
  place?: string
  date?: CalendarDay
}
/**
 * Where and on which day it was opened for signature, if elsewhere or later than done.
 */
export interface Opened {
  /**
   * The place at which it was opened for signature.
   */
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
  /**
   * Each Party once, in any order.
   */
  parties: Party[]
}
/**
 * A State or a regional economic integration organization that deposited an instrument.
 */
export interface Party {
  code: PartyCode
  /**
   * The Party's name, as people are to read it.
   */
  name?: string
  instrument: InstrumentKind
  deposited: CalendarDay
  /**
   * The depositary's reference of the instrument.
   */
  ref?: string
  denounced?: CalendarDay
  /**
   * The depositary's reference of the denunciation.
   */
  denouncedRef?: string
  organization?: Organization
  /**
   * Its declarations under Article 17 that a treaty listed in Annex 1 is deemed not included.
   */
  declarations?: Declaration[]
}
/**
 * Present for a regional economic integration organization.
 */
export interface Organization {
  /**
   * Its member States' codes; its vote is theirs together (Article 68(2)).
   */
  members: PartyCode[]
}
/**
 * A declaration under Article 17 that a treaty listed in Annex 1 is deemed not included.
 */
export interface Declaration {
  treaty: Slug
  on: CalendarDay
  ground: DeclarationGround
  /**
   * The depositary's reference of the declaration.
   */
  ref?: string
  enteredIntoForce?: CalendarDay
  /**
   * Why this declaration had no effect when it was filed. It is a mark for people: whether it has effect is asked of the law each time.
   */
  withoutEffect?: string
}
/**
 * A proposal to change one document. While a draft it lives on its branch; from the day it is sent out, `frozen` holds the text that counts.
 */
export interface ProposalFile {
  proposal: Slug
  basis: Basis
  document: Slug
  by: Proposer
  /**
   * What it proposes, in a line.
   */
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
  closedOn?: CalendarDay
}
/**
 * The text as it was sent out.
 */
export interface Frozen {
  commit: ObjectId
  base: ObjectId
  /**
   * What it changes, entry by entry. These are what counts, wherever the branch moves afterwards.
   */
  changes: Change[]
  /**
   * SHA-256 of the changes in canonical JSON (RFC 8785).
   */
  digest: string
}
/**
 * A new entry of the document.
 */
export interface Added {
  document: Slug
  entry: Slug
  /**
   * A new entry of the document.
   */
  kind: 'added'
  /**
   * Always null: it was not there.
   */
  before: null
  after: Entry
  place: EntryPlace
}
/**
 * Where an entry stands: its section, and the entry before it in the document (null: the first).
 */
export interface EntryPlace {
  section?: Slug
  /**
   * The id of the entry before it in the document; null: it is the first.
   */
  after: Slug | null
  /**
   * The next entry behind it that stays in its own place (null: none). It tells an addition made in front of another amendment's from one made without knowing of it.
   */
  followedBy?: Slug | null
}
/**
 * An entry struck out.
 */
export interface Removed {
  document: Slug
  entry: Slug
  /**
   * An entry struck out.
   */
  kind: 'removed'
  before: Entry
  /**
   * Always null: it is gone.
   */
  after: null
  place: EntryPlace
}
/**
 * The entry's id changed; `entry` is the new one.
 */
export interface Renamed {
  document: Slug
  entry: Slug
  /**
   * The id of an entry changed.
   */
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
/**
 * An entry stands in another place.
 */
export interface Moved {
  document: Slug
  entry: Slug
  /**
   * An entry stands in another place.
   */
  kind: 'moved'
  before: EntryPlace
  after: EntryPlace
}
/**
 * An entry has another printed number.
 */
export interface Renumbered {
  document: Slug
  entry: Slug
  /**
   * An entry has another printed number.
   */
  kind: 'renumbered'
  /**
   * The number it had, as printed; null: none.
   */
  before: string | null
  /**
   * The number it is to have, as printed; null: none.
   */
  after: string | null
}
/**
 * The authentic words changed. `parts` lists each field and language; `before` and `after` are the words for a reader, the parts joined by a line feed where there are several.
 */
export interface Reworded {
  document: Slug
  entry: Slug
  /**
   * The authentic words of an entry changed.
   */
  kind: 'reworded'
  /**
   * Always text: the authentic words, all fields together.
   */
  field: 'text'
  /**
   * The language, where all parts share one.
   */
  language: string | null
  /**
   * The words as they were, the parts joined by a line feed.
   */
  before: string
  /**
   * The words as they are to be, the parts joined by a line feed.
   */
  after: string
  /**
   * Each field and language whose words changed.
   *
   * @minItems 1
   */
  parts: RewordedPart[]
}
/**
 * The words of one field in one language; null where the field has none in that language.
 */
export interface RewordedPart {
  /**
   * The field of the text: title; name, description; term, definition.
   */
  field: string
  /**
   * The language of the words (BCP 47), as en.
   */
  language: string
  /**
   * The words as they were; null: none in that language.
   */
  before: string | null
  /**
   * The words as they are to be; null: none in that language.
   */
  after: string | null
}
/**
 * Editorial facts changed. No amendment is needed for it.
 */
export interface FactChanged {
  document: Slug
  entry: Slug
  /**
   * Editorial facts changed; no amendment is needed for it.
   */
  kind: 'fact'
  /**
   * The facts as they were; null: none.
   */
  before: Facts | null
  /**
   * The facts as they are now; null: none.
   */
  after: Facts | null
}
/**
 * An editorial note changed; entry null: the document's own.
 */
export interface NoteChanged {
  document: Slug
  /**
   * The entry's id; null: the note is the document's own.
   */
  entry: Slug | null
  /**
   * An editorial note or an earlier id changed.
   */
  kind: 'note'
  before: EditorialRemarks
  after: EditorialRemarks
}
/**
 * What the editors say beside the text: notes, and earlier ids.
 */
export interface EditorialRemarks {
  note?: Note
  /**
   * Ids that the entry had before.
   */
  formerly?: Slug[]
}
/**
 * The document's title changed.
 */
export interface TitleChanged {
  document: Slug
  /**
   * Always null: the change is one of the document itself.
   */
  entry: null
  /**
   * The document's title changed.
   */
  kind: 'title'
  before: Words
  after: Words
}
/**
 * The document's sections changed: their order, numbers or titles; null where it has none.
 */
export interface SectionsChanged {
  document: Slug
  /**
   * Always null: the change is one of the document itself.
   */
  entry: null
  /**
   * The document's sections changed.
   */
  kind: 'sections'
  /**
   * The sections as they were; null: none.
   */
  before: Section[] | null
  /**
   * The sections as they are to be; null: none.
   */
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
  /**
   * A remark for whoever reads the record; it has no effect.
   */
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
   * Why this event counted for nothing when it was filed. It is a mark for people: whether it has effect is asked of the law each time.
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
  /**
   * What the what-if is called in the answer.
   */
  name?: string
  asOf: CalendarDay
  basis: Basis
  by?: Proposer
  document?: Slug
  /**
   * Why the change is proposed; Article 70(3) asks for it.
   */
  statement?: string
  proposed?: CalendarDay
  /**
   * What is proposed, entry by entry; Article 70(3) is tested on it, once it is sent out: what it lacks is a finding, and leaves the status as it is.
   */
  changes?: Change[]
  /**
   * The Parties of the what-if, each as the register would hold it.
   */
  parties: Party[]
  /**
   * What happened, each as an event file would hold it, in any order: events of one day are heard as the procedure goes, and two of one kind as they are listed.
   */
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
