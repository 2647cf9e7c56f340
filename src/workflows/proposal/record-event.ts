import { eventPath, inOrderOfRecord } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent, deniesEffect } from '../../law/index.ts'
import { type EventRecord, type FiledEvent, type Finding, hasErrors } from '../../treaty/index.ts'
import { codesNamedIn, refuseUnknownCodes } from '../parties/known-codes.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { soundFile } from '../record/sound-files.ts'
import { situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** An event as it was recorded; `commit` and `file` are null if findings did not allow it and nothing was written. */
export interface RecordedEvent {
  commit: string | null
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
  const { commit, findings } = recorded
  return commit === null
    ? { commit, file: null, event, findings }
    : { commit, file: recorded.file, event: recorded.event, findings }
}

// The name of an event's file decides its order among the events of one day: it is judged under the name that it will have.
async function judge(record: TreatyRecord, id: string, event: EventRecord, force: boolean) {
  const file = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const situation = situationOf(record, id)
  refuseUnknownCodes(codesNamedIn(event), record.register.parties)
  const checked = checkEvent({ ...situation, events: withNewEvent(situation.events, event, file) }, event)
  // In the record, such a vote is left out with a warning; nobody means to file one.
  const findings = checked.map((each) => (each.rule === 'law/vote-by-party' && !force ? asError(each) : each))
  const withoutEffect = findings.filter(deniesEffect).map(({ message }) => message)
  const marked = withoutEffect.length === 0 ? event : { ...event, withoutEffect: withoutEffect.join(' ') }
  const isRefused = hasErrors(findings) && !force
  const files = isRefused ? null : new Map([[file, soundFile('event', file, marked)]])
  return { file, event: marked, findings, files, message: messageOf(id, marked) }
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
