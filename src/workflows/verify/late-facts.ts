import { partiesPath, proposalPath } from '../../files/index.ts'
import { decide, rectifyCommand } from '../../law/index.ts'
import {
  type CalendarDay,
  compareDays,
  type Finding,
  LAST_DAY,
  type Outcome,
  type Proposal,
  type Status,
} from '../../treaty/index.ts'
import { adoptedAsOf } from '../proposal/adopt-proposal.ts'
import { MAY_BE_ADOPTED } from '../record/altered-outcomes.ts'
import { lastReason, outcomeIn } from './adoptions.ts'
import { type Act, type Audit, about, type Judged } from './audit.ts'
import type { FileInCommit } from './file-reader.ts'
import { finalOutcome } from './final-outcomes.ts'
import { addedBy, type MainCommit, named } from './main-history.ts'
import {
  adoptedIn,
  eventsOf,
  isEventPath,
  proposalIn,
  proposalOf,
  type RecordFiles,
  readingsIn,
  rectifiedIn,
  situationIn,
} from './record-files.ts'

/** How an outcome ends when nothing more happens. */
const ENDED: readonly Status[] = ['blocked', 'rejected', 'closed']

/**
 * Reports facts recorded late that change the outcome of a proposal, with the commit that recorded them: back-dated objections,
 * withdrawals, instruments and denunciations. They may be correct, but readers who relied on the outcome must be informed.
 */
export function judgeLateFacts({ reader }: Audit, act: Act): Finding[] {
  const { main, before, after } = act
  if (main.adopts !== null || main.parents.length === 0) return []
  return proposalsTouched(act).flatMap((id) => {
    const proposal = proposalOf(before, reader, id)
    if (proposal?.frozen === undefined || !mayRestOnIt(act, reader, proposal)) return []
    const was = finalOutcome(before, reader, proposal)
    if (!isDecided(before, reader, proposal, was)) return []
    const is = finalOutcome(after, reader, proposal)
    return endsAlike(was.status, is.status) ? [] : [altered(act, proposal, was, is)]
  })
}

/**
 * Judges each adoption again by the record of today. A merge may have brought facts that the adoption did not know. What the findings
 * already say is not reported again.
 */
export function judgeToday(judged: Judged): Finding[] {
  const { audit, files: today, adoptions, findings } = judged
  const reported = new Set(findings.flatMap(({ rule, at }) => (JUDGED.includes(rule) ? [at?.file] : [])))
  const ofBelieved = adoptedIn(judged.believed, audit.reader).filter(
    (each) => !reported.has(proposalPath(each.proposal)),
  )
  const ofJudged = adoptions.flatMap(({ act, proposal, edition }) => {
    const file = proposalPath(proposal.proposal)
    if (reported.has(file)) return []
    const asOf = adoptedAsOf(act.main.commit.message) ?? LAST_DAY
    const is = outcomeIn(today, audit.reader, proposal, asOf)
    if (MAY_BE_ADOPTED.includes(is.status)) return []
    if (isByReadingsAlone(audit, act.before, today, proposal, asOf)) return [otherReadings(act, proposal, edition, is)]
    const says = `adopted "${proposal.proposal}" as ${edition}, which according to today's record was ${is.status} on ${asOf}${lastReason(is)}; recorded since: ${laterEvents(audit, act.before, today, proposal)}`
    return [about(act.main, 'verify/outcome-altered', says, undoneHint(edition), file)]
  })
  return [...ofBelieved.flatMap((each) => undoneSince(judged, each)), ...ofJudged]
}

/** The record that is believed says that a proposal was adopted; the facts recorded since may say that it could not be. */
function undoneSince({ audit, believed, files: today }: Judged, proposal: Proposal): Finding[] {
  const { proposal: id, edition = '' } = proposal
  const was = outcomeIn(believed, audit.reader, proposal, LAST_DAY)
  const is = outcomeIn(today, audit.reader, proposal, LAST_DAY)
  if (!MAY_BE_ADOPTED.includes(was.status) || MAY_BE_ADOPTED.includes(is.status)) return []
  const isByReadings = isByReadingsAlone(audit, believed, today, proposal, LAST_DAY)
  const by = isByReadings ? 'other readings' : laterEvents(audit, believed, today, proposal)
  const adopted = `"${id}" was adopted as ${edition} before ${(audit.history.since ?? '').slice(0, 12)}`
  const message = `${adopted}, and according to today's record is ${is.status}${lastReason(is)}; recorded since: ${by}.`
  const level = isByReadings ? 'warning' : 'error'
  return [{ rule: 'verify/outcome-altered', level, message, hint: undoneHint(edition), at: { file: proposalPath(id) } }]
}

/** Returns whether today's facts still allow an adoption under the readings of its time. */
function isByReadingsAlone(
  { reader }: Audit,
  before: RecordFiles,
  today: RecordFiles,
  proposal: Proposal,
  asOf: CalendarDay,
): boolean {
  const situation = { ...situationIn(today, reader, proposal), readings: readingsIn(before, reader) }
  return MAY_BE_ADOPTED.includes(decide(situation, asOf, { divergences: false }).status)
}

function otherReadings({ main }: Act, { proposal }: Proposal, edition: string, is: Outcome): Finding {
  const says = `adopted "${proposal}" as ${edition} under readings that were changed since; by today's readings it is ${is.status}${lastReason(is)}`
  const hint = `Check that the office wants this: annex readings shows the decisions, annex proposal status ${proposal} the outcome.`
  return about(main, 'verify/outcome-altered', says, hint, proposalPath(proposal), 'warning')
}

/** Findings that already say that an adoption was not allowed, or is undone. */
const JUDGED: readonly Finding['rule'][] = ['verify/outcome-altered', 'verify/adoption-allowed']

/** The commits that recorded the events of a proposal that its adoption did not know. */
function laterEvents(
  { reader, history }: Audit,
  before: RecordFiles,
  today: RecordFiles,
  { proposal }: Proposal,
): string {
  const filesIn = (files: RecordFiles) => {
    const { events, rectifications } = rectifiedIn(files, reader, proposal)
    return [...events.map(({ file }) => file), ...rectifications.map(({ by }) => by)].map((file) => ({ file }))
  }
  const known = new Set(filesIn(before).map(({ file }) => file))
  const later = filesIn(today).filter(({ file }) => !known.has(file))
  const commits = later.flatMap(({ file }) => {
    const main = file === undefined ? undefined : addedBy(history, file)
    return main === undefined ? [] : [named(main.commit)]
  })
  return commits.length === 0 ? 'facts of the register' : [...new Set(commits)].slice(0, 5).join(', ')
}

function proposalsTouched({ main, before }: Act): string[] {
  if (main.changes.some(({ path }) => path === partiesPath)) return [...before.proposals.keys()]
  const added = main.changes.filter(({ path }) => isEventPath(path))
  return [...new Set(added.map(({ path }) => proposalIn(path) ?? ''))]
}

// Outcomes take time to compute, and nearly every fact is recorded before anything depends on its outcome.
function mayRestOnIt({ main, before, after }: Act, reader: Audit['reader'], proposal: Proposal): boolean {
  if (proposal.edition !== undefined || proposal.closed !== undefined) return true
  if (main.changes.some(({ path }) => path === partiesPath)) return true
  if (main.changes.some(({ path, after: file }) => isRectification(reader, path, file))) return true
  const known = eventsOf(before, reader, proposal.proposal)
  const files = new Set(known.map(({ file }) => file))
  const added = eventsOf(after, reader, proposal.proposal).filter(({ file }) => !files.has(file))
  return added.some((event) => known.some(({ on }) => compareDays(on, event.on) > 0))
}

function isRectification(reader: Audit['reader'], path: string, file: FileInCommit): boolean {
  return isEventPath(path) && reader.event(path, file)?.event === 'rectification'
}

/** Returns whether the record already depends on the outcome: an adoption, a closing, or an event after the decisive day. */
function isDecided(files: RecordFiles, reader: Audit['reader'], proposal: Proposal, { deadline }: Outcome): boolean {
  if (proposal.edition !== undefined || proposal.closed !== undefined) return true
  const events = eventsOf(files, reader, proposal.proposal)
  return deadline !== null && events.some(({ on }) => compareDays(on, deadline) > 0)
}

function endsAlike(was: Status, is: Status): boolean {
  return ends(was) === ends(is) && MAY_BE_ADOPTED.includes(was) === MAY_BE_ADOPTED.includes(is)
}

function ends(status: Status): 'ended' | 'takes effect' {
  return ENDED.includes(status) ? 'ended' : 'takes effect'
}

function altered({ main }: Act, { proposal, edition }: Proposal, was: Outcome, is: Outcome): Finding {
  const undone = edition !== undefined && !MAY_BE_ADOPTED.includes(is.status)
  const says = `recorded a fact that alters what was decided: "${proposal}" was ${was.status}, and is now ${is.status}${lastReason(is)}`
  const check = `Check the fact with the depositary. If it is not right: ${rectification(main)}.`
  const hint = undone && edition !== undefined ? `${check} ${undoneHint(edition)}` : check
  return about(main, 'verify/outcome-altered', says, hint, proposalPath(proposal), undone ? 'error' : 'warning')
}

/** The command that rectifies what a commit recorded. */
function rectification({ changes }: MainCommit): string {
  const event = changes.find(({ path, after }) => isEventPath(path) && after !== null)
  return event === undefined
    ? 'annex party rectify CODE --on DATE --ref REF --reason TEXT, with what is right'
    : rectifyCommand(event.path)
}

function undoneHint(edition: string): string {
  return `If it is right, ${edition} was adopted in error: inform the Parties that it is void, and restore its text by a further proposal.`
}
