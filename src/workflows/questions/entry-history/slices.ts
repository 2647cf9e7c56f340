import { parseFile } from '../../../files/index.ts'
import { canonicalJson } from '../../../treaty/index.ts'

/** The text of each entry, by id. */
export type Slices = Map<string, string>

/** Cuts a stretch of whole entries into them; null where an entry's id is not plain to see, or stands twice. */
export function cutSlices(text: string, marker: string): Slices | null {
  const slices: Slices = new Map()
  const inner = ' '.repeat(marker.length - 1)
  for (const part of text.split(marker).slice(1)) {
    const id = idOf(part, inner)
    if (id === null || slices.has(id)) return null
    slices.set(id, part)
  }
  return slices
}

/** The id stands first, or on a line of its own at the entry's own indentation. */
function idOf(part: string, inner: string): string | null {
  const first = /^id:[ \t]+["']?([a-z0-9-]+)["']?[ \t]*\r?(?:\n|$)/.exec(part)
  if (first?.[1]) return first[1]
  const line = part.split('\n').find((each) => each.startsWith(`${inner}id: `))
  return /id: +["']?([a-z0-9-]+)["']?\s*$/.exec(line ?? '')?.[1] ?? null
}

/** Reads a whole file where cutting it is not safe; each entry then in canonical JSON. Nothing where it cannot be read. */
export function parseSlices(bytes: Buffer): Slices {
  const { data } = parseFile('document', { file: 'version', bytes })
  return new Map((data?.entries ?? []).map((entry) => [entry.id, canonicalJson(entry)]))
}

/** Whether two texts of one entry say the same: layout, quotes and comments are not looked at. */
export function saysTheSame(one: string, other: string, marker: string): boolean {
  if (one === other) return true
  if (isPlain(one) && isPlain(other) && weightOf(one) !== weightOf(other)) return false
  const [first, second] = [one, other].map((part) => parseSlices(wholeFile(part, marker)).values().next().value)
  return first !== undefined && first === second
}

/** Nothing in it lets the same words be written with other letters: no escapes, comments, or numbers that say an indentation. */
function isPlain(part: string): boolean {
  return !/[\\#]|[|>][+-]?\d/.test(part)
}

/** A sum over letters and digits, in any order: where layout alone changed, it stays. Spares most of the parsing. */
function weightOf(part: string): number {
  let weight = 0
  for (let index = 0; index < part.length; index++) {
    const code = part.charCodeAt(index) | 0x20
    if (code >= 0x30 && !(code >= 0x3a && code <= 0x60) && !(code >= 0x7b && code <= 0x7f)) weight += code * code
  }
  return weight
}

function wholeFile(part: string, marker: string): Buffer {
  return Buffer.from(`document: x\ntitle: {en: x}\nentries:${marker}${part}\n`)
}
