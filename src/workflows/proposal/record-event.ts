import { eventPath, inOrderOfRecord } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent, deniesEffect } from '../../law/index.ts'
import type { EventRecord, FiledEvent, Finding, Situation } from '../../treaty/index.ts'
import { codesNamedIn, refuseUnknownCodes } from '../parties/known-codes.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { soundFile } from '../record/sound-files.ts'
import { situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** An event as it was recorded. */
export interface RecordedEvent {
  /** Null if nothing was written: findings did not allow it, or the same letter is on record with the same reference. */
  commit: string | null
  /** The event's file, or that of the same letter on record; null if findings did not allow the event. */
  file: string | null
  event: EventRecord
  findings: Finding[]
}

/**
 * Adds an event to main in a file of its own, judged by main's record.
 * @param force records it even when the law gives it no effect, and marks it so: a depositary also files what comes too late
 * @throws AnnexError moved-meanwhile when main has moved and its record no longer allows the event
 */
export async function recordEvent(
  repository: Repository,
  id: string,
  event: EventRecord,
  force = false,
): Promise<RecordedEvent> {
  const recorded = await recordOnMain(repository, (record) => judge(record, id, event, force), {
    only: id,
    remedy: `look at annex proposal show ${id}, then run the command again`,
  })
  const { commit, findings, repeated } = recorded
  return commit === null
    ? { commit, file: repeated, event, findings }
    : { commit, file: recorded.file, event: recorded.event, findings }
}

// The name of an event's file decides its order among the events of one day: it is judged under the name that it will have.
async function judge(record: TreatyRecord, id: string, event: EventRecord, force: boolean) {
  const file = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const situation = situationOf(record, id)
  refuseUnknownCodes(codesNamedIn(event), record.register.parties)
  const after = { ...situation, events: withNewEvent(situation.events, event, file) }
  // In the record, such a vote is left out with a warning; nobody means to file one.
  const own = checkEvent(after, event).map((each) =>
    each.rule === 'law/vote-by-party' && !force ? asError(each) : each,
  )
  const findings = [...own, ...laterLetters(situation, after, event)]
  const repeated = repeatedFile(situation, event, findings)
  if (repeated !== null) return { file, event, findings, repeated, files: new Map<string, Uint8Array>(), message: '' }
  const withoutEffect = own.filter(deniesEffect).map(({ message }) => message)
  const marked = withoutEffect.length === 0 ? event : { ...event, withoutEffect: withoutEffect.join(' ') }
  const isRefused = findings.some(isInTheWay) && !force
  const files = isRefused ? null : new Map([[file, soundFile('event', file, marked)]])
  return { file, event: marked, findings, repeated, files, message: messageOf(id, marked) }
}

// A second act of a Party that contradicts the first is a warning on the record, but a slip can still be avoided here.
function isInTheWay(finding: Finding): boolean {
  return finding.level === 'error' || (deniesEffect(finding) && finding.rule !== SAME_LETTER)
}

const SAME_LETTER: Finding['rule'] = 'law/same-letter'

/** Returns the file that holds the same letter with the same reference; null if there is none. */
function repeatedFile({ events }: Situation, event: EventRecord, findings: readonly Finding[]): string | null {
  if (!findings.some(({ rule }) => rule === SAME_LETTER)) return null
  const { event: kind, party, on, ref } = event
  const same = events.find((each) => each.event === kind && each.party === party && each.on === on && each.ref === ref)
  return same?.file ?? null
}

/** Findings on later acts of the same Party that the new event leaves without effect. */
function laterLetters(before: Situation, after: Situation, { event, party, on }: EventRecord): Finding[] {
  const later = before.events.filter((each) => each.event === event && each.party === party && each.on > on)
  const denied = (situation: Situation, each: FiledEvent) => checkEvent(situation, each).filter(deniesEffect)
  return later.flatMap((each) => (denied(before, each).length > 0 ? [] : denied(after, each)))
}

function asError(finding: Finding): Finding {
  return { ...finding, level: 'error' }
}

/** The events of a record in their order, with a new one that is to be written to `file`. */
export function withNewEvent(events: readonly FiledEvent[], event: EventRecord, file: string): FiledEvent[] {
  return [...events.map((data) => ({ file: data.file ?? '', data })), { file, data: event }]
    .sort(inOrderOfRecord)
    .map(({ data }) => data)
}

function messageOf(id: string, event: EventRecord): string {
  const who = event.party === undefined ? '' : ` of ${event.party}`
  const ref = event.ref === undefined ? '' : `\nReference: ${event.ref}\n`
  const effect = event.withoutEffect === undefined ? '' : `\nWithout effect: ${event.withoutEffect}\n`
  return `Record ${event.event}${who}, ${event.on}, on proposal ${id}\n${ref}${effect}`
}
