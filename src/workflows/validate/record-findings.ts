import { documentPath, locateFindings, type ParsedFile } from '../../files/index.ts'
import { checkEvent } from '../../law/index.ts'
import {
  digestOf,
  type FiledEvent,
  type Finding,
  type PartiesFile,
  type Proposal,
  type ReadingChoice,
} from '../../treaty/index.ts'
import { eventsAsRectified } from '../record/rectified-record.ts'
import { type ListedNow, registerFindings } from './register-findings.ts'

/**
 * Checks a whole record by the law: the register and its declarations, each event against the record before it, the frozen text
 * against its digest. Where a file cannot be read, the checks that need it are left out.
 */
export function recordFindings(parsed: readonly ParsedFile[]): Finding[] {
  const register = parsed.find((file) => file.kind === 'parties')
  const parties = register?.data ?? undefined
  const readings = parsed.find((file) => file.kind === 'readings')?.data?.readings ?? {}
  const proposals = proposalsOf(parsed)
  return [
    ...(register && parties ? registerFindings(register, parties, listedNow(parsed, proposals, readings)) : []),
    ...proposals.flatMap(({ file, proposal, events }) => [
      ...frozenFindings(file, proposal),
      ...rectificationFindings(events),
      ...(parties === undefined ? [] : eventFindings(proposal, events, parties, readings)),
    ]),
  ]
}

interface ParsedProposal {
  file: ParsedFile
  proposal: Proposal
  events: ParsedFile<'event'>[]
}

function proposalsOf(parsed: readonly ParsedFile[]): ParsedProposal[] {
  const files = parsed.filter((file) => file.kind === 'proposal')
  return files.flatMap((file) =>
    file.data === null ? [] : [{ file, proposal: file.data, events: eventsOf(parsed, file.file) }],
  )
}

function listedNow(
  parsed: readonly ParsedFile[],
  proposals: readonly ParsedProposal[],
  readings: ReadingChoice,
): ListedNow | undefined {
  const path = documentPath('annex-1')
  const annex1 = parsed.filter((file) => file.kind === 'document').find(({ file }) => file === path)?.data
  if (!annex1) return undefined
  const about = proposals.filter(({ proposal }) => proposal.document === 'annex-1' && proposal.frozen !== undefined)
  const recorded = about.map(({ proposal, events }) => ({
    proposal: { ...proposal, changes: proposal.frozen?.changes ?? [] },
    events: eventsAsRectified(events).events,
    edition: proposal.edition,
  }))
  return { annex1, proposals: recorded, readings }
}

function eventsOf(parsed: readonly ParsedFile[], proposalFile: string): ParsedFile<'event'>[] {
  const folder = proposalFile.replace(/proposal\.yaml$/, 'events/')
  const events = parsed.filter((file) => file.kind === 'event')
  return events.filter((file) => file.file.startsWith(folder))
}

/** Returns the event files that are rectified: what was wrong in them is put right, and not reported again. */
export function rectifiedFiles(parsed: readonly ParsedFile[]): Set<string> {
  const rectifications = proposalsOf(parsed).flatMap(({ events }) => eventsAsRectified(events).rectifications)
  return new Set(rectifications.map(({ file }) => file))
}

function rectificationFindings(events: readonly ParsedFile<'event'>[]): Finding[] {
  return eventsAsRectified(events).findings.flatMap((finding) => located(finding, events))
}

function located(finding: Finding, events: readonly ParsedFile<'event'>[]): Finding[] {
  const file = events.find((each) => each.file === finding.at?.file)
  return file === undefined ? [finding] : locateFindings([finding], file)
}

function frozenFindings(file: ParsedFile, { frozen }: Proposal): Finding[] {
  if (frozen === undefined || digestOf(frozen.changes) === frozen.digest) return []
  const finding: Finding = {
    rule: 'law/frozen-text',
    level: 'error',
    message: 'The frozen changes differ from those that were sent out: their digest does not match.',
    hint: 'Restore the file from the commit that froze it: a frozen text is never edited.',
    at: { path: ['frozen', 'digest'] },
  }
  return locateFindings([finding], file)
}

// Checks each event against the events before it, as when it was filed.
function eventFindings(
  proposal: Proposal,
  files: readonly ParsedFile<'event'>[],
  register: PartiesFile,
  readings: ReadingChoice,
): Finding[] {
  const { events } = eventsAsRectified(files)
  return events.flatMap((event, index) => {
    const situation = {
      proposal: { ...proposal, changes: proposal.frozen?.changes ?? [] },
      parties: register.parties,
      events: events.slice(0, index),
      readings,
    }
    return checkEvent(situation, event).flatMap((finding) => located(inRectification(finding, event), files))
  })
}

/** Returns a finding about an event at the place of its words: in the file of its rectification if it has one. */
function inRectification(finding: Finding, { file, rectified }: FiledEvent): Finding {
  const path = finding.at?.path ?? []
  if (rectified === undefined) return { ...finding, at: { ...(file === undefined ? {} : { file }), path } }
  return { ...finding, at: { file: rectified.by, path: ['instead', ...path] } }
}
