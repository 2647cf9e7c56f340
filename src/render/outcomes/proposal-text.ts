import {
  type Collision,
  type Collisions,
  type Conflict,
  type FiledEvent,
  type Outcome,
  type PartyCode,
  type Proposal,
  type ReadingChoice,
  type Reason,
  type Rectification,
  rectifiedInWords,
} from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { findingsJson } from '../findings/json.ts'
import { findingsText } from '../findings/text.ts'
import { table } from '../terminal.ts'
import { numbersToComeText, recordedNumbersText } from './given-numbers.ts'
import { divergenceInWords, foundInWords, optionsTaken, readingInWords, sectionText, statusInWords } from './names.ts'

/**
 * Returns what the Convention says about a proposal on a day: its status, why, whom it binds from when, on which readings that
 * depends, and what another reading would change.
 * @param names the Parties' names by code
 * @param width columns of the terminal; without it, lines are not broken
 */
export function outcomeText(outcome: Outcome, names: Readonly<Record<PartyCode, string>>, width?: number): string {
  const parts = [
    `${safeForTerminal(outcome.name)} (${outcome.basis}), as of ${outcome.asOf}: ${statusInWords(outcome.status, outcome)}.`,
    figures(outcome),
    sectionText('Why', reasons(outcome.because, width)),
    sectionText('Whom it binds', bindings(outcome, names, width)),
    sectionText('Readings it depends on', optionsTaken(outcome.readings).join('\n')),
    sectionText(
      'What another reading would change',
      outcome.divergences.map((each) => divergenceInWords(each, statusInWords(each.status, outcome))).join('\n'),
    ),
    sectionText('Rectified', rectificationTable(outcome.rectified ?? [])),
    sectionText('Findings', findingsText(outcome.findings)),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function figures({ deadline, entersIntoForce, objections, ratifying, blocksAt, basis }: Outcome): string {
  const rows: string[][] = []
  if (deadline !== null) rows.push(['Last day to object', deadline])
  if (entersIntoForce !== null && basis !== 'correction') rows.push(['Enters into force', entersIntoForce])
  if (basis === '70.1' && deadline !== null) {
    const counted =
      ratifying === 0 ? 'no Party is counted' : `${objections} of ${ratifying} Parties; ${blocksAt} stop it`
    rows.push(['Objections', counted])
  }
  return rows.length === 0 ? '' : table(rows)
}

function reasons(because: readonly Reason[], width?: number): string {
  const rows = because.map(({ cite, says, event }) => {
    const met = [event?.ref, event?.rectified].filter((part) => part !== undefined)
    return [cite, met.length === 0 ? says : `${says} (${met.join('; ')})`]
  })
  return table(rows, { width: width === undefined ? undefined : width - 2 })
}

/** Lists the Parties by the day from which they are bound, the earliest first; the Parties not bound come last. */
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

/** The provisions and readings under which a draft was checked. */
export interface JudgedToShow {
  provisions: readonly string[]
  readings: ReadingChoice
  divergences: readonly { reading: string; option: string; findings: readonly string[] }[]
}

/** Says under which provisions and readings a draft was checked, and which other readings would change the findings. */
export function judgedText({ provisions, readings, divergences }: JudgedToShow): string {
  const taken = optionsTaken(readings)
  const otherwise = divergences.map(
    ({ reading, option, findings }) => `  ${readingInWords(reading, option)}: ${foundInWords(findings)}`,
  )
  return [
    `Checked under ${provisions.join(', ')}${taken.length === 0 ? '' : `; readings: ${taken.join('; ')}`}.`,
    ...(otherwise.length === 0 ? [] : ['What another reading would change', ...otherwise]),
  ].join('\n')
}

/** A proposal as it is stored. */
export interface ProposalDetailsToShow {
  proposal: Proposal
  branch: { name: string; commit: string } | null
  events: readonly FiledEvent[]
  rectifications: readonly Rectification[]
}

/** Returns a proposal as it is stored: its file, its frozen text, its events. */
export function proposalText({ proposal, branch, events, rectifications }: ProposalDetailsToShow): string {
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
    ...(proposal.numbers === undefined ? [] : [['Numbers', recordedNumbersText(proposal)]]),
    ...(proposal.closed === undefined ? [] : [['Closed', proposal.closed]]),
  ]
  const parts = [table(facts)]
  if (proposal.statement !== undefined) parts.push(safeForTerminal(proposal.statement))
  parts.push(events.length === 0 ? 'No events are recorded.' : eventTable(events))
  parts.push(sectionText('Rectified', rectificationTable(rectifications)))
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Lists what was rectified: the file, what it said, why, and on whose word. */
export function rectificationTable(rectifications: readonly Rectification[]): string {
  const rows = rectifications.map((each) => [nameOf(each.file), rectifiedInWords(each), each.reason, each.ref ?? ''])
  return rows.length === 0 ? '' : table(rows)
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function eventTable(events: readonly FiledEvent[]): string {
  const rows = events.map(({ on, event, party, ref, file, withoutEffect, rectified }) => [
    on,
    event,
    party ?? '',
    ref ?? '',
    nameOf(file ?? ''),
    [
      ...(withoutEffect === undefined ? [] : [`without effect: ${withoutEffect}`]),
      ...(rectified === undefined ? [] : [rectifiedInWords(rectified)]),
    ].join('; '),
  ])
  return table(rows, { headings: ['on', 'event', 'party', 'reference', 'file', ''] })
}

/** Returns collisions as data for scripts. */
export function collisionsJson({ pending, collisions, clean, numbers, unreadable }: Collisions) {
  const shown = collisions.map(({ document, between, conflicts, findings }) => ({
    document,
    between,
    conflicts: conflicts.map(({ document: _, ...conflict }) => conflict),
    findings: findingsJson(findings, 1).findings,
  }))
  return { pending, collisions: shown, clean, numbers, unreadable }
}

/** Returns collisions for people: each pair, each entry and field, the three texts; then what merges cleanly. */
export function collisionsText({ pending, collisions, clean, numbers, unreadable }: Collisions): string {
  if (pending.length + unreadable.length === 0) return 'no proposal is pending.'
  return [
    `${count(pending.length + unreadable.length, 'proposal')} pending, ${count(collisions.length, 'collision')}.`,
    ...collisions.map(collisionText),
    ...unreadable.map(({ proposal, why }) => safeForTerminal(`${proposal} cannot be compared: ${why}.`)),
    ...(clean.length === 0 ? [] : [`Merge cleanly in any order: ${clean.join(', ')}.`]),
    ...(numbers.length === 0 ? [] : [numbersToComeText(numbers)]),
  ].join('\n\n')
}

function collisionText({ document, between, conflicts, findings }: Collision): string {
  const head = `${between.slice(0, -1).join(', ')} and ${between.at(-1)}, on ${document}:`
  const rules = findings.map(({ message, rule }) => safeForTerminal(`  ${message} (${rule})`))
  return [head, ...conflicts.map((conflict) => conflictText(conflict, between)), ...rules].join('\n')
}

function conflictText({ entry, field, language, base, ours, theirs }: Conflict, between: readonly string[]): string {
  const [one = '', other = ''] = between.length === 2 ? between : ['the earlier ones', 'the next']
  const where = `  ${entry ?? 'the document'}, ${field}${language === null ? '' : ` (${language})`}`
  const texts = [
    ['    from', base ?? 'nothing'],
    [`    ${one}`, ours ?? 'nothing'],
    [`    ${other}`, theirs ?? 'nothing'],
  ]
  return `${safeForTerminal(where)}\n${table(texts)}`
}

function count(many: number, what: string): string {
  return `${many === 0 ? 'no' : many} ${what}${many === 1 ? '' : 's'}`
}
