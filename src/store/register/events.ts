import type { EventRecord } from '../../treaty/index.ts'
import { type ParsedFile, parseFile } from '../documents/index.ts'
import type { Snapshot } from '../git/index.ts'
import { eventsFolder } from './paths.ts'

/**
 * A proposal's events in a stable order: by the day in `on`, then by file name, `-2` before `-10`. A file that cannot be
 * read stands where its name puts it.
 */
export async function readEvents(snapshot: Snapshot, id: string): Promise<ParsedFile<EventRecord>[]> {
  const folder = eventsFolder(id)
  const events: ParsedFile<EventRecord>[] = []
  for (const file of await snapshot.listFiles(folder)) {
    if (!file.endsWith('.yaml') || file.slice(folder.length + 1).includes('/')) continue
    const bytes = await snapshot.readFile(file)
    if (bytes !== null) events.push(parseFile('event', { file, bytes }))
  }
  return events.sort(inOrder)
}

function inOrder(one: ParsedFile<EventRecord>, other: ParsedFile<EventRecord>): number {
  const [first, second] = [orderOf(one), orderOf(other)]
  return compare(first.day, second.day) || compare(first.name, second.name) || first.number - second.number
}

function orderOf(event: ParsedFile<EventRecord>): { day: string; name: string; number: number } {
  const base = event.file.slice(event.file.lastIndexOf('/') + 1, -'.yaml'.length)
  const [, name = base, number = '1'] = /^(.*?\D)-(\d{1,6})$/.exec(base) ?? []
  return { day: event.data?.on ?? base.slice(0, 10), name, number: Number(number) }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
