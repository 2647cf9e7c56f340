import type { Entry, Renumbered } from '../../treaty/index.ts'
import { type Line, type Manuscript, standingLine } from './editable-document.ts'
import type { Mismatch } from './mismatch.ts'

/**
 * Gives an entry its new number. Where an amendment taken before has already shifted the number, it shifts by as much again;
 * where it differs for any other reason, nothing is done.
 *
 * @param follows whether the amendment also adds, removes or moves entries, so that its numbers follow from that
 */
export function renumberLine(manuscript: Manuscript, change: Renumbered, follows: boolean): Mismatch | null {
  const line = standingLine(manuscript, change.entry)
  if (!line) return { change, field: 'entry', expected: change.entry, found: null }
  const found = line.entry.number ?? null
  if (found === change.before) {
    setNumber(manuscript, line, change.after)
    return null
  }
  const shifted = follows && line.numberedBy !== undefined ? shift(found, change) : null
  if (shifted === null && found === change.after) return null
  if (shifted === null) return { change, field: 'number', expected: change.before, found }
  setNumber(manuscript, line, shifted)
  return null
}

function shift(found: string | null, { before, after }: Renumbered): string | null {
  const [number, from, to] = [integer(found), integer(before), integer(after)]
  return number === null || from === null || to === null ? null : String(number + to - from)
}

/**
 * Gives the lines just added their numbers: as the amendment prints them, unless an amendment taken before gave that number to
 * another entry; then the next one behind the entry in front. And what an amendment taken before added, without the present one
 * knowing, takes the next number likewise where the present one gave its own to another.
 */
export function settleNumbers(manuscript: Manuscript, added: readonly Line[]): void {
  for (const line of added) {
    const { number } = line.entry
    if (number === undefined) continue
    const other = manuscript.numbered.get(numberKey(line.entry, number))
    const taken = other !== undefined && !other.struck && other !== line && other.numberedBy !== manuscript.taken
    setNumber(manuscript, line, taken ? (numberBehind(line) ?? number) : number)
  }
  settleDisplaced(manuscript)
}

function settleDisplaced(manuscript: Manuscript): void {
  const { displaced, taken } = manuscript
  for (let line = displaced.shift(); line; line = displaced.shift()) {
    if (line.struck || line.numberedBy === taken) continue
    const number = numberBehind(line)
    if (number !== null) setNumber(manuscript, line, number)
  }
}

function numberBehind(line: Line): string | null {
  let previous = line.previous
  while (previous?.struck && previous.previous) previous = previous.previous
  const number = previous?.struck ? null : integer(previous?.entry.number ?? null)
  return number === null ? null : String(number + 1)
}

function setNumber(manuscript: Manuscript, line: Line, number: string | null): void {
  const { numbered, taken } = manuscript
  const old = line.entry.number
  if (old !== undefined && numbered.get(numberKey(line.entry, old)) === line)
    numbered.delete(numberKey(line.entry, old))
  if (number === null) {
    const { number: _, ...rest } = line.entry
    line.entry = rest
  } else {
    if (number !== old) line.entry = { ...line.entry, number }
    const other = numbered.get(numberKey(line.entry, number))
    if (other && other !== line && other.addedBy !== undefined && other.addedBy < taken)
      manuscript.displaced.push(other)
    numbered.set(numberKey(line.entry, number), line)
  }
  line.numberedBy = taken
}

function numberKey(entry: Entry, number: string): string {
  return `${entry.section ?? ''} ${number}`
}

/** The number that a text of digits stands for; null for any other text. */
export function integer(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}
