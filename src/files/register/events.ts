import { type DatedEvent, type EventRecord, inOrderOfProcedure } from '../../treaty/index.ts'
import { parseFile } from '../parse-file.ts'

import type { ParsedFile, Snapshot } from '../source.ts'
import { eventsFolder } from './paths.ts'

/** An event and its file; `data` is null for a file that cannot be read. */
export interface EventOnFile {
  file: string
  data: EventRecord | null
}

/** Reads a proposal's events, in the order of the record. */
export async function readEvents(snapshot: Snapshot, id: string): Promise<ParsedFile<'event'>[]> {
  const folder = eventsFolder(id)
  const events: ParsedFile<'event'>[] = []
  for (const file of await snapshot.listFiles(folder)) {
    if (!file.endsWith('.yaml') || file.slice(folder.length + 1).includes('/')) continue
    const bytes = await snapshot.readFile(file)
    if (bytes !== null) events.push(parseFile('event', { file, bytes }))
  }
  return events.sort(inOrderOfRecord)
}

/**
 * Compares two events for the order of the record, which is the same in every clone: by day and step of the procedure, then by
 * file name, `-2` before `-10`. For a file that cannot be read, its name gives day and kind.
 */
export function inOrderOfRecord(one: EventOnFile, other: EventOnFile): number {
  return inOrderOfProcedure(stepOf(one), stepOf(other)) || inOrderOfNames(nameOf(one), nameOf(other))
}

function inOrderOfNames(one: FileName, other: FileName): number {
  return compare(one.name, other.name) || one.number - other.number
}

interface FileName {
  name: string
  number: number
}

function nameOf({ file }: Pick<EventOnFile, 'file'>): FileName {
  const base = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length)
  const [, name = base, number = '1'] = /^(.*?\D)-(\d{1,6})$/.exec(base) ?? []
  return { name, number: Number(number) }
}

function stepOf({ file, data }: EventOnFile): DatedEvent {
  if (data !== null) return data
  const [, on = '', event = ''] = /^(.{0,10})-?([a-z-]*[a-z])?/.exec(nameOf({ file }).name) ?? []
  return { on, event }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
