import type { Repository } from '../../git/index.ts'
import { type Amendment, type BoundText, boundText, restsOn, type TextDivergence } from '../../law/index.ts'
import { replay } from '../../text/index.ts'
import type { CalendarDay, Document, Finding, ReadingChoice, Slug } from '../../treaty/index.ts'
import { originalText } from '../record/editions-and-branches.ts'
import { unknownParty } from '../record/refusals.ts'
import { readRecord, situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** A document as it binds a Party on a day. */
export interface BoundDocument {
  document: Document
  /** Sentences that name the Party and the day. */
  heading: string[]
  /** Why each entry is in the text, by its id. */
  reasons: Map<Slug, string>
  /** What --json prints besides the document. */
  answer: {
    for: string
    asOf: CalendarDay
    isParty: boolean
    amendments: BindingAmendment[]
    excluded: ExcludedTreaty[]
    declaredInVain: { treaty: Slug; on: CalendarDay; because: string[]; readings: ReadingChoice }[]
    readings: ReadingChoice
    divergences: TextDivergence[]
    findings: Finding[]
  }
}

/** A treaty deemed not to be included: the id declared, and the id in the Party's text (null if it is not there). */
export interface ExcludedTreaty {
  treaty: Slug
  entry: Slug | null
  from: CalendarDay
  because: string[]
}

/** An amendment that binds the Party, from which day, and under which provisions. */
export interface BindingAmendment {
  proposal: Slug
  boundFrom: CalendarDay | null
  because: string[]
}

/**
 * Returns the document as it binds a Party on a day: the original text with the frozen changes of the amendments that bind
 * that Party, in the order of their entry into force, without the treaties it excludes under Article 17.
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function documentFor(
  repository: Repository,
  document: Slug,
  party: string,
  asOf: CalendarDay,
  readings: ReadingChoice,
): Promise<BoundDocument> {
  const record = await readRecord(repository)
  const name = registeredName(record, party)
  const original = await originalText(repository, document)
  const text = boundText(
    {
      original,
      party,
      asOf,
      parties: record.register.parties,
      proposals: proposalsAbout(record, document),
      readings: { ...record.readings, ...readings },
    },
    replay,
  )
  return {
    document: text.document,
    heading: headingOf(text, name, record.register.exercise),
    reasons: reasonsOf(original, text),
    answer: {
      for: party,
      asOf,
      isParty: text.binding.record !== null,
      amendments: text.binding.amendments.map(bindingAmendment),
      excluded: text.excluded.map(({ treaty, entry, from, reasons }) => ({
        treaty,
        entry,
        from,
        because: citesOf(reasons),
      })),
      declaredInVain: text.ineffective.map(({ declaration: { treaty, on }, reason }) => ({
        treaty,
        on,
        because: [reason.cite],
        readings: restsOn([reason]),
      })),
      readings: text.readings,
      divergences: text.divergences,
      findings: text.findings,
    },
  }
}

/** Returns the proposals about a document that were sent out, as the law takes them. */
export function proposalsAbout(record: TreatyRecord, document: Slug) {
  return [...record.proposals]
    .filter(([, { proposal }]) => proposal.document === document && proposal.frozen !== undefined)
    .map(([id]) => situationOf(record, id))
}

/** Returns a Party's name in the register. @throws AnnexError not-found */
export function registeredName(record: TreatyRecord, code: string): string {
  const party = record.register.parties.find((candidate) => candidate.code === code)
  if (party !== undefined) return party.name ?? code
  throw unknownParty(code)
}

function bindingAmendment({ proposal, boundFrom, reasons }: Amendment): BindingAmendment {
  return { proposal: proposal.proposal, boundFrom, because: citesOf(reasons) }
}

function reasonsOf({ entries }: Document, { amendedBy }: BoundText): Map<Slug, string> {
  const reasons = new Map(entries.map(({ id }) => [id, 'original text of the Convention']))
  for (const [entry, amendment] of amendedBy) {
    const { proposal, boundFrom, because } = bindingAmendment(amendment)
    reasons.set(entry, `${proposal}, ${because.join(', ')}, since ${boundFrom}`)
  }
  return reasons
}

/** Returns for whom a text is and on which day, what it leaves out, and on which readings it rests, in sentences. */
export function headingOf(text: BoundText, name: string, exercise: string | undefined): string[] {
  const { record, asOf } = text.binding
  const readings = Object.entries(text.readings).map(([id, option]) => `${id}: ${option}`)
  const excluded = text.excluded.map(({ treaty, entry, reasons }) => {
    const named = entry === null || entry === treaty ? treaty : `${entry}, declared as ${treaty}`
    return `${named} (${citesOf(reasons).join(', ')})`
  })
  return [
    ...(exercise === undefined ? [] : [exercise]),
    record === null
      ? `${name} is not a Party on ${asOf}, so nothing here binds it. This is the text that would bind a Party.`
      : `The text that binds ${name} on ${asOf}.`,
    ...(excluded.length === 0 ? [] : [`Deemed not to be included: ${excluded.join('; ')}.`]),
    ...text.ineffective.map(ineffectiveInWords),
    ...(readings.length === 0 ? [] : [`Readings chosen: ${readings.join('; ')}.`]),
    ...text.divergences.map(divergenceInWords),
  ]
}

function ineffectiveInWords({ declaration: { treaty, on }, reason }: BoundText['ineffective'][number]): string {
  const readings = Object.entries(restsOn([reason])).map(([id, option]) => `; reading ${id}: ${option}`)
  return `Declared on ${on} without effect: ${treaty} (${reason.cite}${readings.join('')}).`
}

function divergenceInWords({ reading, option, together, amendments, excluded, order }: TextDivergence): string {
  const changed = Object.entries({ [reading]: option, ...together }).map(([id, other]) => `${id}: ${other}`)
  const says = [
    ...amendments.map(({ proposal, binds }) => `${proposal} ${binds ? 'would bind' : 'would not bind'}`),
    ...excluded.map(({ treaty, excluded: out }) => `${treaty} would be ${out ? 'excluded' : 'included'}`),
    ...(order === undefined ? [] : [`the order would be ${order.join(', ')}`]),
  ]
  return `The text would differ under ${changed.join(', ')}: ${says.join('; ')}.`
}

/** Returns the provisions of some reasons, each once. */
function citesOf(reasons: readonly { cite: string }[]): string[] {
  return [...new Set(reasons.map(({ cite }) => cite))]
}
