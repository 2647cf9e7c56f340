import { eventPath, type ParsedFile } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent, deniesEffect, rectifyCommand, saidBy } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  canonicalJson,
  type EventRecord,
  type Finding,
  hasErrors,
  statedInWords,
} from '../../treaty/index.ts'
import { alteredOutcomes } from '../record/altered-outcomes.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { eventsAsRectified } from '../record/rectified-record.ts'
import { soundFile } from '../record/sound-files.ts'
import { type ProposalRecord, recordOf, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { namedEvent } from './named-event.ts'

/** What to rectify, and why. */
export interface RectificationAsked {
  /** The event's file: its name, with or without `.yaml`, or its path. */
  file: string
  /** The day of the rectification. */
  on: CalendarDay
  /** On whose word. */
  ref: string
  reason: string
  /** What the event should have said; null if it is void. Fields that are not given stay as they are. */
  right: Partial<EventRecord> | null
  /** Fields that the event should not have had. */
  without: readonly (keyof EventRecord)[]
}

/** A rectification as it was recorded; `commit` and `file` are null if findings did not allow it and nothing was written. */
export interface RecordedRectification {
  commit: string | null
  file: string | null
  rectification: EventRecord
  findings: Finding[]
}

/**
 * Records that an event's file should have said something else, or is void. The file itself stays as it is; the law reads the event
 * as rectified.
 * @param force records an event to which the law gives no effect, and marks it so
 * @throws AnnexError not-found for an unknown file, not-allowed when it is rectified already, usage when nothing would change
 */
export async function rectifyEvent(
  repository: Repository,
  id: string,
  asked: RectificationAsked,
  force = false,
): Promise<RecordedRectification> {
  const { commit, file, rectification, findings } = await recordOnMain(
    repository,
    (record) => judge(record, id, asked, force),
    { only: id, remedy: `look at annex proposal show ${id}, then run the command again`, unreadable: 'left-out' },
  )
  return { commit, file: commit === null ? null : file, rectification, findings }
}

async function judge(record: TreatyRecord, id: string, asked: RectificationAsked, force: boolean) {
  const proposal = recordOf(record, id)
  const event = statement(id, proposal, asked)
  const file = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const findings = consequences(record, id, { file, data: event })
  const isRefused = findings.some(deniesEffect) && !force
  const rectification = marked(event, findings)
  const files = isRefused ? null : new Map([[file, soundFile('event', file, rectification)]])
  return { file, rectification, findings, files, message: messageOf(id, rectification) }
}

/** The rectification as an event: what the file says, and what it should have said. */
function statement(id: string, proposal: ProposalRecord, asked: RectificationAsked): EventRecord {
  const { on, ref, reason, right, without } = asked
  const target = namedEvent(id, proposal, asked.file)
  const was = saidBy(target)
  const base = was ?? originalOf(proposal, target)
  const head = { event: 'rectification' as const, on, ref, rectifies: target.file.split('/').at(-1) ?? '', reason }
  const said = was === null ? {} : { was }
  if (right === null) return { ...head, ...said, void: true }
  const { event, on: day, ...rest } = { ...base, ...right }
  if (event === undefined || day === undefined) {
    throw new AnnexError('usage', `${target.file} cannot be read`, 'give --event and --event-on, or use --void')
  }
  const instead = withoutFields({ event, on: day, ...rest }, without)
  if (was !== null && canonicalJson(was) === canonicalJson(instead)) {
    throw new AnnexError('usage', `${target.file} says that already`, 'give what it should have said, or use --void')
  }
  return { ...head, ...said, instead }
}

/** What the event said at first that a rectification leads to, for a rectification that voids it; null if it cannot be read. */
function originalOf({ files }: ProposalRecord, target: ParsedFile<'event'>): EventRecord | null {
  const met = new Set<ParsedFile<'event'>>()
  let next: ParsedFile<'event'> | undefined = target
  while (next?.data?.event === 'rectification' && !met.has(next)) {
    met.add(next)
    const name: string = next.data.rectifies ?? ''
    next = files.find(({ file }) => file.endsWith(`/${name}`))
  }
  return next?.data?.event === 'rectification' ? null : (next?.data ?? null)
}

function withoutFields(event: EventRecord, without: readonly (keyof EventRecord)[]): EventRecord {
  // The mark says what was found when the event was first filed; it is judged again.
  const { withoutEffect: _, ...rest } = event
  const kept = Object.entries(rest).filter(([field]) => !without.some((each) => each === field))
  return { event: event.event, on: event.on, ...Object.fromEntries(kept) }
}

function marked(event: EventRecord, findings: readonly Finding[]): EventRecord {
  const reasons = findings.filter(deniesEffect).map(({ message }) => message)
  if (event.instead === undefined || reasons.length === 0) return event
  return { ...event, instead: { ...event.instead, withoutEffect: reasons.join(' ') } }
}

/** What the law finds about the event as rectified, and about other events that the rectification leaves without effect. */
function consequences(record: TreatyRecord, id: string, added: { file: string; data: EventRecord }): Finding[] {
  const before = situationOf(record, id)
  const after = eventsAsRectified([...recordOf(record, id).files, added])
  const situation = { ...before, events: after.events }
  const own = after.events.find(({ rectified }) => rectified?.by === added.file)
  const others = after.events.filter((event) => event !== own)
  return [
    ...(own === undefined ? [] : checkEvent(situation, own)),
    ...others.flatMap((event) => {
      const why = checkEvent(situation, event).find(({ level }) => level === 'error')
      const old = before.events.find(({ file }) => file === event.file)
      if (why === undefined || (old !== undefined && hasErrors(checkEvent(before, old)))) return []
      return [leftBehind(why, event.file ?? '', statedInWords(event))]
    }),
    ...alteredOutcomes(record, withEvents(record, id, after.events)),
  ]
}

function withEvents(record: TreatyRecord, id: string, events: ProposalRecord['events']): TreatyRecord {
  return { ...record, proposals: new Map(record.proposals).set(id, { ...recordOf(record, id), events }) }
}

function leftBehind(why: Finding, file: string, event: string): Finding {
  const message = `${event} has no effect after this rectification: ${why.message}`
  const hint = `If that is right, void it: ${rectifyCommand(file)}`
  return { ...why, level: 'warning', message, hint, at: { file } }
}

function messageOf(id: string, { rectifies, reason, ref, void: isVoid }: EventRecord): string {
  const how = isVoid ? ' as void' : ''
  return `Rectify ${rectifies}${how} on proposal ${id}\n\n${reason}\n\nReference: ${ref}\n`
}
