import { checkEvent } from '../law/index.ts'
import { eventPath, type Repository, serialize } from '../store/index.ts'
import type { EventRecord, Finding } from '../treaty/index.ts'
import { readRecord, situationOf } from './record.ts'

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
 */
export async function fileEvent(repository: Repository, id: string, event: EventRecord, force = false): Promise<Filed> {
  const record = await readRecord(repository)
  const findings = checkEvent(situationOf(record, id), event)
  const errors = findings.filter((finding) => finding.level === 'error')
  if (errors.length > 0 && !force) return { commit: null, file: null, event, findings }
  const filed: EventRecord =
    errors.length === 0 ? event : { ...event, withoutEffect: errors.map((error) => error.message).join(' ') }
  const file = eventPath(id, filed, await record.snapshot.listFiles('annexes/proposals'))
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    files: new Map([[file, new TextEncoder().encode(serialize('event', filed))]]),
    message: messageOf(id, filed),
  })
  return { commit, file, event: filed, findings }
}

function messageOf(id: string, event: EventRecord): string {
  const who = event.party === undefined ? '' : ` of ${event.party}`
  const ref = event.ref === undefined ? '' : `\nReference: ${event.ref}\n`
  const effect = event.withoutEffect === undefined ? '' : `\nWithout effect: ${event.withoutEffect}\n`
  return `Record ${event.event}${who}, ${event.on}, on proposal ${id}\n${ref}${effect}`
}
