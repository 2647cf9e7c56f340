import { eventPath, inOrderOfRecord } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent, deniesEffect } from '../../law/index.ts'
import { AnnexError, type EventRecord, type FiledEvent, type Finding } from '../../treaty/index.ts'
import { soundFile } from '../record/sound-file.ts'
import { readRecord, readRecordAt, situationOf, type TreatyRecord } from '../record/treaty-record.ts'

/** An event as it was filed; `commit` and `file` are null where findings stood in the way and nothing was written. */
export interface Filed {
  commit: string | null
  file: string | null
  event: EventRecord
  findings: Finding[]
}

/**
 * Appends an event to main, one file each, judged against the state it meets. With `force` it is filed even when the law
 * gives it no effect, and marked so: a depositary also files what it receives too late.
 * @throws AnnexError moved-meanwhile when another clerk was faster, and what was to be filed is now refused
 */
export async function fileEvent(repository: Repository, id: string, event: EventRecord, force = false): Promise<Filed> {
  const met = await judge(await readRecord(repository, id), id, event)
  if (met.refused && !force) return { commit: null, file: null, event, findings: met.findings }
  let filed = { file: met.file, event: met.event, findings: met.findings }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    // Asked again when another clerk was faster: the event is judged by the state that it really meets.
    files: async (tip) => {
      const now = tip === null ? met : await judge(await readRecordAt(tip, id), id, event)
      if (now.refused && !force) throw overtaken(now.findings)
      filed = { file: now.file, event: now.event, findings: now.findings }
      return new Map([[filed.file, soundFile('event', filed.file, now.event)]])
    },
    message: () => messageOf(id, filed.event),
  })
  return { commit, ...filed }
}

// Judged in the file in which it will stand, since that is where it is heard from then on.
async function judge(record: TreatyRecord, id: string, event: EventRecord) {
  const file = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const situation = situationOf(record, id)
  const findings = checkEvent({ ...situation, events: withNewEvent(situation.events, event, file) }, event)
  const refused = findings.some(({ level }) => level === 'error')
  const withoutEffect = findings.filter(deniesEffect).map(({ message }) => message)
  return {
    file,
    findings,
    refused,
    event: withoutEffect.length === 0 ? event : { ...event, withoutEffect: withoutEffect.join(' ') },
  }
}

/** The events of a record in its order, with the one that is to stand in a new file. */
export function withNewEvent(events: readonly FiledEvent[], event: EventRecord, file: string): FiledEvent[] {
  return [...events.map((data) => ({ file: data.file ?? '', data })), { file, data: event }]
    .sort(inOrderOfRecord)
    .map(({ data }) => data)
}

function overtaken(findings: readonly Finding[]): AnnexError {
  const why = findings.find(({ level }) => level === 'error')?.message ?? 'the record moved'
  return new AnnexError(
    'moved-meanwhile',
    `another clerk was faster: ${why}`,
    'look at annex proposal show, then try again',
  )
}

function messageOf(id: string, event: EventRecord): string {
  const who = event.party === undefined ? '' : ` of ${event.party}`
  const ref = event.ref === undefined ? '' : `\nReference: ${event.ref}\n`
  const effect = event.withoutEffect === undefined ? '' : `\nWithout effect: ${event.withoutEffect}\n`
  return `Record ${event.event}${who}, ${event.on}, on proposal ${id}\n${ref}${effect}`
}
