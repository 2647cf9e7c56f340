import type { Document, Entry, Section, Slug, Words } from '../../treaty/index.ts'
import { positionsById } from '../diff/match-entries.ts'

/** One entry of an editable document. A removed entry keeps its position, so that an entry to be placed after it still has one. */
export interface EntryNode {
  id: Slug
  entry: Entry
  isRemoved: boolean
  previous: EntryNode | null
  next: EntryNode | null
  /** The amendment that added it, counted from 1; absent for an entry of the original. */
  addedBy?: number
  /** The node after which that amendment added it. */
  addedAfter?: EntryNode
  /** The amendment that last gave it a number; absent if it has its number from the original. */
  numberedBy?: number
}

/**
 * A document to which amendments are applied: its entries as a linked list, with a map by id. So an amendment costs as much as it
 * changes, not as much as the document contains. Entries are replaced, not mutated: the original document stays as it is.
 */
export interface EditableDocument {
  document: Slug
  title: Words
  note: Document['note']
  sections: Section[] | undefined
  /** A node before the first entry, without an entry of its own. */
  top: EntryNode
  nodes: Map<Slug, EntryNode>
  /** The next id of each renamed entry, by its earlier id. */
  laterIds: Map<Slug, Slug>
  /** The nodes that amendments numbered, by section and number. */
  nodeByNumber: Map<string, EntryNode>
  /** Nodes that lost their number to another node in the amendment that is being applied. */
  displaced: EntryNode[]
  /** How many amendments were applied, including the one that is being applied. */
  amendments: number
}

/** Returns an editable copy of a document. @throws AnnexError `invalid` if an id occurs twice */
export function toEditable(document: Document): EditableDocument {
  const top: EntryNode = { id: '', entry: { id: '', text: {} }, isRemoved: true, previous: null, next: null }
  const nodes = new Map<Slug, EntryNode>()
  let previous = top
  positionsById(document)
  for (const entry of document.entries) {
    const { id } = entry
    const node: EntryNode = { id, entry, isRemoved: false, previous, next: null }
    previous.next = node
    previous = node
    nodes.set(id, node)
  }
  const { title, note, sections } = document
  const empty = { laterIds: new Map(), nodeByNumber: new Map(), displaced: [], amendments: 0 }
  return { document: document.document, title, note, sections, top, nodes, ...empty }
}

/** Returns the document as the amendments applied so far left it. */
export function toDocument(editable: EditableDocument): Document {
  const entries: Entry[] = []
  for (let node = editable.top.next; node; node = node.next) if (!node.isRemoved) entries.push(node.entry)
  const { document, title, note, sections } = editable
  return {
    document,
    title,
    ...(note === undefined ? {} : { note }),
    ...(sections === undefined ? {} : { sections }),
    entries,
  }
}

/** Returns the node that has or had this id, even if its entry was removed. */
export function nodeOf(editable: EditableDocument, id: Slug): EntryNode | undefined {
  const node = editable.nodes.get(id)
  if (node) return node
  const later = editable.laterIds.get(id)
  return later === undefined || later === id ? undefined : nodeOf(editable, later)
}

/** Returns the node that has or had this id, unless its entry was removed. */
export function presentNode(editable: EditableDocument, id: Slug): EntryNode | undefined {
  const node = nodeOf(editable, id)
  return node?.isRemoved ? undefined : node
}

/** Links a node into the list after another. */
export function insertAfter(previous: EntryNode, node: EntryNode): void {
  node.previous = previous
  node.next = previous.next
  if (previous.next) previous.next.previous = node
  previous.next = node
}

/** Removes a node from the list. */
export function unlink(node: EntryNode): void {
  if (node.previous) node.previous.next = node.next
  if (node.next) node.next.previous = node.previous
}
