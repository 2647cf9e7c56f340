import type { Divergence, FiledEvent, Outcome, PartyCode, Proposal, ReadingChoice, Reason } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { findingsText } from '../findings/text.ts'
import { table } from '../terminal/table.ts'
import { foundInWords, otherDaysInWords, readingInWords, statusInWords } from './names.ts'

/**
 * What the Convention says of a proposal on a day, in words: where it stands, why, whom it binds from when, on which
 * readings that rests, and what another reading would change.
 * @param names the Parties' names by code
 * @param width columns of the terminal; without it no line is broken
 */
export function outcomeText(outcome: Outcome, names: Readonly<Record<PartyCode, string>>, width?: number): string {
  const parts = [
    `${safeForTerminal(outcome.name)} (${outcome.basis}), as of ${outcome.asOf}: ${statusInWords(outcome.status, outcome)}.`,
    figures(outcome),
    section('Why', reasons(outcome.because, width)),
    section('Whom it binds', bindings(outcome, names, width)),
    section(
      'Readings it rests on',
      Object.entries(outcome.readings)
        .map(([id, option]) => `${id}: ${option}`)
        .join('\n'),
    ),
    section(
      'What another reading would change',
      outcome.divergences.map((each) => divergenceInWords(each, outcome)).join('\n'),
    ),
    section('Findings', findingsText(outcome.findings)),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `${heading}\n${body.replace(/^/gm, '  ')}`
}

function figures({ deadline, entersIntoForce, objections, ratifying, blocksAt, basis }: Outcome): string {
  const rows: string[][] = []
  if (deadline !== null) rows.push(['Last day to object', deadline])
  if (entersIntoForce !== null) rows.push(['Enters into force', entersIntoForce])
  if (basis === '70.1' && deadline !== null) {
    const counted =
      ratifying === 0 ? 'no Party is counted' : `${objections} of ${ratifying} Parties; ${blocksAt} stop it`
    rows.push(['Objections', counted])
  }
  return rows.length === 0 ? '' : table(rows)
}

function reasons(because: readonly Reason[], width?: number): string {
  const rows = because.map(({ cite, says, event }) => [
    cite,
    event?.ref === undefined ? says : `${says} (${event.ref})`,
  ])
  return table(rows, { width: width === undefined ? undefined : width - 2 })
}

/** The Parties by the day from which they are bound, the earliest first; those that are not bound last. */
function bindings({ parties }: Outcome, names: Readonly<Record<PartyCode, string>>, width?: number): string {
  const byDay = new Map<string, PartyCode[]>()
  for (const [code, { boundFrom, because }] of Object.entries(parties)) {
    const key = `${boundFrom ?? 'not bound'}\t${because.join(', ')}`
    byDay.set(key, [...(byDay.get(key) ?? []), code])
  }
  const rows = [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, codes]) => {
      const [day = '', cites = ''] = key.split('\t')
      const who = codes.length <= 6 ? codes.map((code) => names[code] ?? code) : codes
      const from = day === 'not bound' ? day : `from ${day}`
      return [from, cites, String(codes.length), who.sort().join(', ')]
    })
  return table(rows, { width: width === undefined ? undefined : width - 2 })
}

function divergenceInWords(
  { reading, option, status, parties, together, findings }: Divergence,
  outcome: Outcome,
): string {
  const others = Object.entries(together ?? {}).map(([id, other]) => `${id}: ${other}`)
  const chosen = [`${reading}: ${option}`, ...others].join(', ')
  const days = otherDaysInWords(parties)
  const whom = days === '' ? '' : `; ${days}`
  return `${chosen}: ${statusInWords(status, outcome)}${whom}${findings === undefined ? '' : `; ${foundInWords(findings)}`}`
}

/** By what a draft was judged. */
export interface JudgedToShow {
  provisions: readonly string[]
  readings: ReadingChoice
  divergences: readonly { reading: string; option: string; findings: readonly string[] }[]
}

/** By which provisions and readings a draft was judged, and under which others something else would be found. */
export function judgedText({ provisions, readings, divergences }: JudgedToShow): string {
  const taken = Object.entries(readings).map(([id, option]) => `${id}: ${option}`)
  const otherwise = divergences.map(
    ({ reading, option, findings }) => `  ${readingInWords(reading, option)}: ${foundInWords(findings)}`,
  )
  return [
    `By the law judged under ${provisions.join(', ')}${taken.length === 0 ? '' : `; readings taken: ${taken.join('; ')}`}.`,
    ...(otherwise.length === 0 ? [] : ['What another reading would change', ...otherwise]),
  ].join('\n')
}

/** What there is to say of a proposal as it is kept. */
export interface ProposalDetailsToShow {
  proposal: Proposal
  branch: { name: string; commit: string } | null
  events: readonly FiledEvent[]
}

/** A proposal as it is kept: its file, its frozen text, its events. */
export function proposalText({ proposal, branch, events }: ProposalDetailsToShow): string {
  const { frozen } = proposal
  const facts = [
    ['Proposal', proposal.proposal],
    ['Title', proposal.title],
    ['Basis', proposal.basis],
    ['Document', proposal.document],
    ['By', proposal.by],
    ['Branch', branch === null ? 'gone' : `${branch.name} at ${branch.commit.slice(0, 12)}`],
    ...(frozen === undefined
      ? []
      : [['Frozen', `${frozen.changes.length} changes, commit ${frozen.commit.slice(0, 12)}, ${frozen.digest}`]]),
    ...(proposal.edition === undefined ? [] : [['Adopted', proposal.edition]]),
    ...(proposal.closed === undefined ? [] : [['Closed', proposal.closed]]),
  ]
  const parts = [table(facts)]
  if (proposal.statement !== undefined) parts.push(safeForTerminal(proposal.statement))
  parts.push(events.length === 0 ? 'No events are recorded.' : eventTable(events))
  return parts.join('\n\n')
}

function eventTable(events: readonly FiledEvent[]): string {
  const rows = events.map(({ on, event, party, ref, withoutEffect }) => [
    on,
    event,
    party ?? '',
    ref ?? '',
    withoutEffect === undefined ? '' : `without effect: ${withoutEffect}`,
  ])
  return table(rows, { headings: ['on', 'event', 'party', 'reference', ''] })
}
