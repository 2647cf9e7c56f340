import { AnnexError, canonicalJson, type Document, type Entry, type Slug } from '../../treaty/index.ts'

/** One entry of two documents, as it stands in each. */
export interface Match {
  before: Entry
  after: Entry
  /** Where it stood among the entries before, counted from 0. */
  position: number
}

/** Which entries of two documents are the same: by the id before, by the id after, and what has no counterpart. */
export interface Matching {
  byBefore: Map<Slug, Match>
  byAfter: Map<Slug, Match>
  removed: Entry[]
  added: Entry[]
}

/**
 * Pairs the entries of two documents. An id on both sides is one entry. What is left over is the same entry under another id
 * only where the later side declares it (`formerly`), or where exactly one entry gone and exactly one entry come have the same
 * words: likeness alone is never enough.
 *
 * @throws AnnexError `invalid` where a document holds an id twice
 */
export function matchEntries(before: Document, after: Document): Matching {
  const positions = positionsById(before)
  positionsById(after)
  const matching: Matching = { byBefore: new Map(), byAfter: new Map(), removed: [], added: [] }
  pairSameId(matching, positions, before, after)
  const left = () => after.entries.filter((entry) => !matching.byAfter.has(entry.id))
  pairDeclared(matching, positions, before, left())
  const gone = () => before.entries.filter((entry) => !matching.byBefore.has(entry.id))
  pairUnambiguous(matching, positions, gone(), left())
  return { ...matching, removed: gone(), added: left() }
}

/**
 * Where each entry stands, counted from 0, by its id.
 * @throws AnnexError `invalid` where a document holds an id twice
 */
export function positionsById({ document, entries }: Document): Map<Slug, number> {
  const positions = new Map<Slug, number>()
  for (const { id } of entries) {
    const position = positions.size
    positions.set(id, position)
    if (positions.size > position) continue
    throw new AnnexError('invalid', `${document} has two entries ${id}`, 'give each entry an id of its own')
  }
  return positions
}

function pairSameId(matching: Matching, positions: Map<Slug, number>, before: Document, after: Document): void {
  for (const entry of after.entries) {
    const position = positions.get(entry.id)
    const same = position === undefined ? undefined : before.entries[position]
    if (same && position !== undefined) pair(matching, { before: same, after: entry, position })
  }
}

function pair(matching: Matching, match: Match): void {
  matching.byBefore.set(match.before.id, match)
  matching.byAfter.set(match.after.id, match)
}

function pairDeclared(
  matching: Matching,
  positions: Map<Slug, number>,
  { entries }: Document,
  later: readonly Entry[],
): void {
  for (const entry of later) {
    // The last name is the one it had most lately.
    const name = entry.formerly?.findLast((id) => positions.has(id) && !matching.byBefore.has(id))
    const position = name === undefined ? undefined : positions.get(name)
    const before = position === undefined ? undefined : entries[position]
    if (before && position !== undefined) pair(matching, { before, after: entry, position })
  }
}

function pairUnambiguous(
  matching: Matching,
  positions: Map<Slug, number>,
  gone: readonly Entry[],
  left: readonly Entry[],
): void {
  if (gone.length === 0) return
  const come = byWords(left)
  for (const [words, before] of byWords(gone)) {
    const after = come.get(words)
    if (before && after) pair(matching, { before, after, position: positions.get(before.id) ?? 0 })
  }
}

/** The entries by their words; null where several share them. */
function byWords(entries: readonly Entry[]): Map<string, Entry | null> {
  const found = new Map<string, Entry | null>()
  for (const entry of entries) {
    const words = canonicalJson(entry.text)
    found.set(words, found.has(words) ? null : entry)
  }
  return found
}
