import { canonicalJson } from './canonical-json.ts'
import type { CalendarDay, EventRecord } from './generated/files.ts'

/** A rectification that counts: what a file said, what it should have said, why, on whose word, and when that was recorded. */
export interface Rectification {
  /** The path of the file that it rectifies. */
  file: string
  /** The path of the rectification. */
  by: string
  /** The day of the rectification. It has no legal effect: the event counts from its own day. */
  on: CalendarDay
  ref?: string
  reason: string
  /** What the file said; null if it could not be read. */
  was: EventRecord | null
  /** What it should have said; null if it is void. */
  instead: EventRecord | null
}

/** Returns an event in a few words: `objection of BRA, 2021-02-01`. */
export function statedInWords({ event, party, on }: EventRecord): string {
  return `${event}${party === undefined ? '' : ` of ${party}`}, ${on}`
}

/** Returns how an event was rectified: `rectified on 2021-03-05: was party CHN`. */
export function rectifiedInWords({ on, was, instead }: Rectification): string {
  const how = instead === null ? 'void by a rectification of' : 'rectified on'
  if (was === null) return `${how} ${on}: could not be read before`
  return `${how} ${on}: was ${instead === null ? statedInWords(was) : whatDiffers(was, instead)}`
}

function whatDiffers(was: EventRecord, instead: EventRecord): string {
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(instead))]
  const fields = [...new Set([...before.keys(), ...after.keys()])]
  const differing = fields.filter(
    (field) => canonicalJson(before.get(field) ?? null) !== canonicalJson(after.get(field) ?? null),
  )
  return differing.map((field) => valueInWords(field, before.get(field))).join(', ')
}

function valueInWords(field: string, value: unknown): string {
  if (value === undefined) return `without ${field}`
  return `${field} ${Array.isArray(value) ? value.join(' ') : String(value)}`
}
