import type { Entry, Renumbered } from '../../treaty/index.ts'
import { type EditableDocument, type EntryNode, presentNode } from './editable-document.ts'
import { type Mismatch, missingEntry } from './mismatch.ts'

/**
 * Gives an entry its new number. If an earlier amendment already shifted the number, this change shifts it by the same difference
 * again. If the number differs for another reason, the change is not applied.
 *
 * @param ordersEntries whether the amendment also adds, removes or moves entries, so that its new numbers follow from that
 */
export function renumberEntry(editable: EditableDocument, change: Renumbered, ordersEntries: boolean): Mismatch | null {
  const node = presentNode(editable, change.entry)
  if (!node) return missingEntry(change, change.entry)
  const found = node.entry.number ?? null
  if (found === change.before) {
    setNumber(editable, node, change.after)
    return null
  }
  const shifted = ordersEntries && node.numberedBy !== undefined ? shift(found, change) : null
  if (shifted === null && found === change.after) return null
  if (shifted === null) return { change, field: 'number', expected: change.before, found }
  setNumber(editable, node, shifted)
  return null
}

function shift(found: string | null, { before, after }: Renumbered): string | null {
  const [number, from, to] = [wholeNumber(found), wholeNumber(before), wholeNumber(after)]
  return number === null || from === null || to === null ? null : String(number + to - from)
}

/**
 * Gives the entries that this amendment added their numbers: the number that the amendment prints, unless an earlier amendment gave
 * it to another entry; then the number after the previous entry's. An entry that an earlier amendment added, and whose number this
 * amendment gave to another entry, also gets the number after its previous entry's.
 */
export function numberAddedEntries(editable: EditableDocument, added: readonly EntryNode[]): void {
  for (const node of added) {
    const { number } = node.entry
    if (number === undefined) continue
    const other = editable.nodeByNumber.get(numberKey(node.entry, number))
    const isTaken =
      other !== undefined && !other.isRemoved && other !== node && other.numberedBy !== editable.amendments
    setNumber(editable, node, isTaken ? (numberAfterPrevious(node) ?? number) : number)
  }
  numberDisplaced(editable)
}

function numberDisplaced(editable: EditableDocument): void {
  const { displaced, amendments } = editable
  for (let node = displaced.shift(); node; node = displaced.shift()) {
    if (node.isRemoved || node.numberedBy === amendments) continue
    const number = numberAfterPrevious(node)
    if (number !== null) setNumber(editable, node, number)
  }
}

function numberAfterPrevious(node: EntryNode): string | null {
  let previous = node.previous
  while (previous?.isRemoved && previous.previous) previous = previous.previous
  const number = previous?.isRemoved ? null : wholeNumber(previous?.entry.number ?? null)
  return number === null ? null : String(number + 1)
}

function setNumber(editable: EditableDocument, node: EntryNode, number: string | null): void {
  const { nodeByNumber, amendments } = editable
  const old = node.entry.number
  if (old !== undefined && nodeByNumber.get(numberKey(node.entry, old)) === node) {
    nodeByNumber.delete(numberKey(node.entry, old))
  }
  if (number === null) {
    const { number: _, ...rest } = node.entry
    node.entry = rest
  } else {
    if (number !== old) node.entry = { ...node.entry, number }
    const other = nodeByNumber.get(numberKey(node.entry, number))
    if (other && other !== node && other.addedBy !== undefined && other.addedBy < amendments) {
      editable.displaced.push(other)
    }
    nodeByNumber.set(numberKey(node.entry, number), node)
  }
  node.numberedBy = amendments
}

function numberKey(entry: Entry, number: string): string {
  return `${entry.section ?? ''} ${number}`
}

/** Returns the value of a text of digits; null for any other text. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}
