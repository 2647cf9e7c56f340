import { canonicalJson } from './canonical-json.ts'
import type { CalendarDay, EventRecord, PartyRectification } from './generated/files.ts'

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
  return `${field} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
}

/** Returns how a record of the register was rectified: `rectified on 2021-03-05: was deposited 2017-04-09`. */
export function partyRectifiedInWords({ on, was, instead = {}, void: isVoid }: PartyRectification): string {
  if (isVoid) return `void by a rectification of ${on}: was ${was.instrument}, deposited ${was.deposited}`
  const [wrong, right] = [was.declarations ?? [], instead.declarations ?? []]
  const declared = wrong.map(({ treaty, on: day }) => `declaration on ${treaty} of ${day}`)
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(instead))]
  const fields = [...new Set([...before.keys(), ...after.keys()])].filter((field) => field !== 'declarations')
  const facts = fields.map((field) => valueInWords(field, before.get(field)))
  const how = facts.length === 0 && right.length === 0 ? 'void by a rectification of' : 'rectified on'
  return `${how} ${on}: was ${[...facts, ...declared].join(', ')}`
}
