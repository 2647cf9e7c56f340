import type { EventRecord } from '../../treaty/index.ts'

/** A file of an event; `data` is null if it cannot be read. */
export interface EventFile {
  file: string
  data: EventRecord | null
}

/** A rectification and its file. */
export interface RectificationFile extends EventFile {
  data: EventRecord
}

/** Returns whether a file records a rectification. */
export function isRectification(event: EventFile): event is RectificationFile {
  return event.data?.event === 'rectification'
}

/** Returns a file's name without its folder. */
export function nameOf({ file }: { file: string }): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

/**
 * Returns for each rectification how many rectifications lead from it to an event, itself included. Those that end at a missing file,
 * or go in a circle, are left out.
 */
export function stepsToEvents(
  rectifications: readonly RectificationFile[],
  byName: ReadonlyMap<string, EventFile>,
): Map<EventFile, number> {
  const steps = new Map<EventFile, number | null>()
  for (const rectification of rectifications) {
    const { way, end } = wayFrom(rectification, byName, steps)
    let count = end === undefined || way.has(end) ? null : isRectification(end) ? (steps.get(end) ?? null) : 0
    for (const each of [...way].reverse()) {
      if (count !== null) count += 1
      steps.set(each, count)
    }
  }
  return new Map([...steps].flatMap(([each, count]) => (count === null ? [] : [[each, count]])))
}

/** The rectifications on the way to an event that have no count yet, and what comes after them. */
function wayFrom(
  rectification: RectificationFile,
  byName: ReadonlyMap<string, EventFile>,
  known: ReadonlyMap<EventFile, number | null>,
): { way: Set<EventFile>; end: EventFile | undefined } {
  const way = new Set<EventFile>()
  let next: EventFile | undefined = rectification
  while (next !== undefined && isRectification(next) && !known.has(next) && !way.has(next)) {
    way.add(next)
    next = byName.get(next.data.rectifies ?? '')
  }
  return { way, end: next }
}
