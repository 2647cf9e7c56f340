// Generated from schemas/ by `npm run types`. Do not edit.

/** An id that never changes: at most 80 lowercase letters, digits and single hyphens. */
export type Slug = string
/**
 * Editorial remarks, which are not part of the authentic text. A remark names a known defect of the text, which is reported and not corrected. With `accepts`, it accepts the finding of a rule, which then is only a note.
 */
export type Note = string | Remark[]
/** The number as printed, without the full stop after it. */
export type EntryNumber = string
/** A calendar day (ISO 8601) from 1900-01-01 to 2999-12-31, without a time or a time zone. */
export type CalendarDay = string
/** universal: open to all States; regional: open to the States of a region. Article 70(3) requires one of the two. */
export type Scope = 'universal' | 'regional'
/** The ISO 3166-1 alpha-3 code of a State, or the register's code of a regional organization. */
export type PartyCode = string
/** The kind of instrument deposited (Articles 66 and 67). */
export type InstrumentKind = 'ratification' | 'acceptance' | 'approval' | 'accession'
/** not-a-party: Article 17(2); ceased: Article 17, last paragraph. */
export type DeclarationGround = 'not-a-party' | 'ceased'
/**
 * The provision on which a proposal is based: 70(1), 70(2), 62(9)-(10), 68, or a correction (Vienna Convention on the Law of Treaties, Art. 79).
 */
export type Basis = '70.1' | '70.2' | '62' | '68' | 'correction'
/** A Party's code, or `secretariat`, `commission` or `depositary`. */
export type Proposer = string
/** A git object id (SHA-1), 40 hexadecimal digits. */
export type ObjectId = string
/** One change to one entry (or to the document itself), with the text before and after it. */
export type Change =
  Added | Removed | Renamed | Moved | Renumbered | Reworded | FactChanged | NoteChanged | TitleChanged | SectionsChanged
/** Earlier ids of an entry; null: none. */
export type FormerlyList = Slug[] | null
/** The kind of an event of a proposal. */
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
  | 'rectification'
/** A number, or the list of the codes that are counted. */
export type Count = number | PartyCode[]
/** The act: the adoption of a proposal, or a change of the keys or the policy. */
export type ApprovedAct = 'adoption' | 'keys'

/** Every file kind by name. */
export interface Files {
  document: DocumentFile
  parties: PartiesFile
  proposal: ProposalFile
  event: EventRecord
  readings: ReadingsFile
  scenario: Scenario
  rules: RulesFile
  policy: PolicyFile
  approval: ApprovalFile
  change: Change
}
/** One document of a treaty: Annex 1, the Technical Annex, Article 4, or another document of the same form. */
export interface DocumentFile {
  document: Slug
  title: Words
  note?: Note
  /** The sections of the document, if it has any, in order. */
  sections?: Section[]
  /** The entries, in the document's order. */
  entries: Entry[]
}
/** Words by language (BCP 47). The six languages of Article 72 are equally authentic. */
export interface Words {
  [k: string]: string
}
/** A remark of the editors, and the rule whose finding it accepts. */
export interface Remark {
  /** The defect; with `accepts`, also the reason for accepting it. */
  says: string
  /** The id of the rule whose finding this remark accepts. */
  accepts?: string
  /** The person who is responsible for accepting it; required with `accepts`. */
  by?: string
}
/** A section: a group of entries. */
export interface Section {
  id: Slug
  number?: EntryNumber
  title: Words
}
/** One entry of a document. Its id never changes; its number may. */
export interface Entry {
  id: Slug
  number?: EntryNumber
  section?: Slug
  /**
   * Earlier ids of this entry.
   *
   * @minItems 1
   */
  formerly?: Slug[]
  text: EntryText
  facts?: Facts
  note?: Note
}
/** The authentic words, by field and language. */
export interface EntryText {
  [k: string]: Words
}
/**
 * Editorial reference data about an instrument. They are not part of the text, so correcting a fact needs no amendment.
 */
export interface Facts {
  /** The instrument's official title, as in its authentic text. */
  officialTitle?: string
  done?: Done
  opened?: Opened
  inForce?: CalendarDay
  scope?: Scope
  /** A note on the scope: the region, or who may join. */
  scopeNote?: string
  /** The depositary of the instrument: the Secretary-General, a State or an organization. */
  depositary?: string
  /** The registration number with the United Nations. */
  registration?: string
  /** The source of these facts. */
  source?: string
  /** False if any of these facts must still be confirmed from a source. */
  confirmed?: boolean
  /**
   * The facts that must still be confirmed.
   *
   * @minItems 1
   */
  unconfirmed?: string[]
}
/** The place and day at which the instrument was done. */
export interface Done {
  /** The place at which it was done, as in its authentic text. */
  place?: string
  date?: CalendarDay
}
/** The place and day at which it was opened for signature, if these differ from where and when it was done. */
export interface Opened {
  /** The place at which it was opened for signature. */
  place?: string
  date?: CalendarDay
}
/** The register of Parties: instruments deposited, denunciations, Article 17 declarations. */
export interface PartiesFile {
  /** States that this register is an exercise, and which. Every output that depends on the register repeats this. */
  exercise?: string
  /** The Parties, each once, in any order. */
  parties: Party[]
  /** What was put right in the register, in the order of recording. Each keeps what the register said before. */
  rectifications?: PartyRectification[]
}
/** A State or a regional economic integration organization that deposited an instrument. */
export interface Party {
  code: PartyCode
  /** The Party's name for readers. */
  name?: string
  signed?: CalendarDay
  instrument: InstrumentKind
  deposited: CalendarDay
  /** The depositary's reference of the instrument. */
  ref?: string
  denounced?: CalendarDay
  /** The depositary's reference of the denunciation. */
  denouncedRef?: string
  organization?: Organization
  /** Its declarations under Article 17 that treaties listed in Annex 1 are deemed not to be included. */
  declarations?: Declaration[]
}
/** Present for a regional economic integration organization. */
export interface Organization {
  /** The codes of its member States; it votes with the number of their votes (Article 68(2)). */
  members: PartyCode[]
}
/** A declaration under Article 17 that a treaty listed in Annex 1 is deemed not to be included. */
export interface Declaration {
  treaty: Slug
  on: CalendarDay
  ground: DeclarationGround
  /** The depositary's reference of the declaration. */
  ref?: string
  enteredIntoForce?: CalendarDay
  /**
   * Why this declaration had no effect when it was filed. This is information for readers: whether a declaration has effect is computed each time.
   */
  withoutEffect?: string
}
/**
 * A recorded act that put a slip in the register right: which record, what it said, what it should have said, why, on whose word and when.
 */
export interface PartyRectification {
  code: PartyCode
  deposited: CalendarDay
  on: CalendarDay
  /** On whose word: the reference of the letter. */
  ref: string
  /** Why the record was wrong. */
  reason: string
  was: PartyFacts
  instead?: PartyFacts
  /** True if the record should not be in the register at all. */
  void?: true
}
/** Facts of the record of a Party, as a rectification states them; declarations are listed one by one. */
export interface PartyFacts {
  code?: PartyCode
  /** Its name in English. */
  name?: string
  instrument?: InstrumentKind
  deposited?: CalendarDay
  /** The depositary's reference of the instrument. */
  ref?: string
  denounced?: CalendarDay
  /** The depositary's reference of the denunciation. */
  denouncedRef?: string
  organization?: Organization
  /** The declarations under Article 17 that are rectified. */
  declarations?: Declaration[]
}
/**
 * A proposal to change one document. A draft exists only on its branch. From the day on which it is sent out, `frozen` contains the text that counts.
 */
export interface ProposalFile {
  proposal: Slug
  basis: Basis
  document: Slug
  by: Proposer
  /** What it proposes, in one line. */
  title: string
  /**
   * Why the change is proposed. Under Article 70(3) it must say how the instrument is directly related to international crime.
   */
  statement?: string
  proposed?: CalendarDay
  frozen?: Frozen
  /** The edition that records its adoption. */
  edition?: string
  /**
   * The numbers that entries got at its adoption, by id, where the circulated text prints another: an amendment adopted before it had taken the number.
   */
  numbers?: {
    [k: string]: EntryNumber
  }
  /** Why it was ended without being merged. */
  closed?: string
  closedOn?: CalendarDay
}
/** The text as it was sent out. */
export interface Frozen {
  commit: ObjectId
  base: ObjectId
  /** What it changes, entry by entry. These changes count, even if the branch moves afterwards. */
  changes: Change[]
  /** The SHA-256 of the changes in canonical JSON (RFC 8785). */
  digest: string
}
/** A new entry is added. */
export interface Added {
  document: Slug
  entry: Slug
  /** A new entry is added. */
  kind: 'added'
  /** Always null: the entry did not exist. */
  before: null
  after: Entry
  place: EntryPlace
}
/** The place of an entry: its section, and the entry before it in the document (null: it is the first). */
export interface EntryPlace {
  section?: Slug
  /** The id of the entry before it in the document; null: it is the first. */
  after: Slug | null
  /**
   * The next entry after it that stays in its place (null: none). It shows whether an entry was added before the addition of another amendment on purpose, or without knowledge of it.
   */
  followedBy?: Slug | null
}
/** An entry is removed. */
export interface Removed {
  document: Slug
  entry: Slug
  /** An entry is removed. */
  kind: 'removed'
  before: Entry
  /** Always null: the entry is removed. */
  after: null
  place: EntryPlace
}
/** The id of an entry changes; `entry` is the new id. */
export interface Renamed {
  document: Slug
  entry: Slug
  /** The id of an entry changes. */
  kind: 'renamed'
  before: Slug
  after: Slug
  formerly?: FormerlyChanged
}
/** The entry's list of earlier ids before and after the change, if the renaming also changes that list. */
export interface FormerlyChanged {
  before: FormerlyList
  after: FormerlyList
}
/** An entry moves to another place. */
export interface Moved {
  document: Slug
  entry: Slug
  /** An entry moves to another place. */
  kind: 'moved'
  before: EntryPlace
  after: EntryPlace
}
/** The printed number of an entry changes. */
export interface Renumbered {
  document: Slug
  entry: Slug
  /** The printed number of an entry changes. */
  kind: 'renumbered'
  /** The number before the change, as printed; null: none. */
  before: string | null
  /** The number after the change, as printed; null: none. */
  after: string | null
}
/**
 * The authentic words of an entry change. `parts` lists each field and language. `before` and `after` are for readers: the words of all parts, joined by line feeds.
 */
export interface Reworded {
  document: Slug
  entry: Slug
  /** The authentic words of an entry change. */
  kind: 'reworded'
  /** Always `text`: the authentic words, all fields together. */
  field: 'text'
  /** The language, if all parts have the same language; otherwise null. */
  language: string | null
  /** The words before the change, the parts joined by line feeds. */
  before: string
  /** The words after the change, the parts joined by line feeds. */
  after: string
  /**
   * Each field and language whose words change.
   *
   * @minItems 1
   */
  parts: RewordedPart[]
}
/** The words of one field in one language; null if the field has no words in that language. */
export interface RewordedPart {
  /** The field of the text: title; name, description; term, definition. */
  field: string
  /** The language of the words (BCP 47), such as en. */
  language: string
  /** The words before the change; null: none in that language. */
  before: string | null
  /** The words after the change; null: none in that language. */
  after: string | null
}
/** Editorial facts change. This needs no amendment. */
export interface FactChanged {
  document: Slug
  entry: Slug
  /** Editorial facts change; this needs no amendment. */
  kind: 'fact'
  /** The facts before the change; null: none. */
  before: Facts | null
  /** The facts after the change; null: none. */
  after: Facts | null
}
/** An editorial note or the list of earlier ids changes. If `entry` is null, it is the note of the document. */
export interface NoteChanged {
  document: Slug
  /** The entry's id; null: the note of the document. */
  entry: Slug | null
  /** An editorial note or the list of earlier ids changes. */
  kind: 'note'
  before: EditorialRemarks
  after: EditorialRemarks
}
/** Editorial remarks on an entry or a document: its note and its earlier ids. */
export interface EditorialRemarks {
  note?: Note
  /** Earlier ids of the entry. */
  formerly?: Slug[]
}
/** The title of the document changes. */
export interface TitleChanged {
  document: Slug
  /** Always null: the document itself changes. */
  entry: null
  /** The title of the document changes. */
  kind: 'title'
  before: Words
  after: Words
}
/** The sections of the document change: their order, numbers or titles. */
export interface SectionsChanged {
  document: Slug
  /** Always null: the document itself changes. */
  entry: null
  /** The sections of the document change. */
  kind: 'sections'
  /** The sections before the change; null: none. */
  before: Section[] | null
  /** The sections after the change; null: none. */
  after: Section[] | null
}
/**
 * One event of a proposal; each event has a file of its own. `on` is a legal date: the day on which the depositary received it, or on which it was sent, voted or deposited.
 */
export interface EventRecord {
  event: EventKind
  on: CalendarDay
  party?: PartyCode
  /** The depositary's reference. */
  ref?: string
  /** A remark for readers of the record; it has no effect. */
  note?: string
  instrument?: InstrumentKind
  inFavour?: Count
  against?: Count
  abstaining?: Count
  /** True if the body decided by consensus. */
  consensus?: boolean
  formalObjections?: Count
  until?: CalendarDay
  /** rectification: the file that it rectifies, an event of the same proposal or an earlier rectification. */
  rectifies?: string
  /** rectification: why the file is wrong. */
  reason?: string
  was?: EventRecord
  instead?: EventRecord
  /** rectification: true if the file should not be on record at all. */
  void?: true
  /**
   * Why this event had no effect when it was filed. This is information for readers: whether an event has effect is computed each time.
   */
  withoutEffect?: string
}
/**
 * The options chosen for the questions that the Convention leaves open. A reading that is not named takes its default.
 */
export interface ReadingsFile {
  readings: ReadingChoice
  /** Why readings were set, in the order recorded. `annex readings set` adds to it; nothing in it is edited. */
  decisions?: ReadingDecision[]
}
/** The options chosen for the questions that the Convention leaves open, by the reading's id. */
export interface ReadingChoice {
  [k: string]: Slug
}
/** One option taken for an open question, with the reason. */
export interface ReadingDecision {
  reading: Slug
  option: Slug
  /** Why, and on whose decision. */
  reason: string
  recorded: CalendarDay
}
/** A what-if scenario: Parties, events and a day. `annex simulate` computes the outcome under the Convention. */
export interface Scenario {
  /** The name of the scenario in the answer. */
  name?: string
  asOf: CalendarDay
  basis: Basis
  by?: Proposer
  document?: Slug
  /** Why the change is proposed; Article 70(3) requires it. */
  statement?: string
  proposed?: CalendarDay
  /**
   * What is proposed, entry by entry. Once it is sent out, it is checked against Article 70(3); what it lacks is reported as a finding and does not change the status.
   */
  changes?: Change[]
  /** The Parties of the scenario, as in a register of Parties. */
  parties: Party[]
  /**
   * The events, as in event files, in any order. Events of one day are taken in the order of the procedure; two events of one kind in the order of this list.
   */
  events: EventRecord[]
  readings?: ReadingChoice
}
/**
 * The severities of the rules text/, facts/ and terms/ in this repository. What the law or a schema forbids is always an error.
 */
export interface RulesFile {
  levels: RuleLevels
}
/** The severity of a rule's findings, by rule id. A rule that is not named keeps its default severity. */
export interface RuleLevels {
  [k: string]: 'error' | 'warning' | 'note'
}
/** How many keys must sign, once main lists keys in annexes/register/keys. What is not named needs one. */
export interface PolicyFile {
  signatures: SignaturePolicy
}
/** The number of keys for each act. */
export interface SignaturePolicy {
  /** How many keys an adoption needs: that of its commit, and those of approvals recorded before. */
  adoption?: number
  /** How many keys a change of the keys or of this policy needs. */
  keys?: number
}
/**
 * The approval of one act, recorded before it by a further key holder. The signature of the commit that adds this file counts; the file is never edited.
 */
export interface ApprovalFile {
  approves: ApprovedAct
  proposal?: Slug
  /**
   * For an adoption: the digest of the frozen changes. For a change of keys: the digest of the files of keys and policy after it.
   */
  digest: string
  /** The email address of who approves: the author of the commit. */
  by: string
}
