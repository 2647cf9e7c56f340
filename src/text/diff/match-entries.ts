import { AnnexError, canonicalJson, type Document, type Entry, type Slug } from '../../treaty/index.ts'

/** One entry in two versions of a document. */
export interface Match {
  before: Entry
  after: Entry
  /** Its index in the earlier version. */
  position: number
}

/** Which entries of two versions are the same: by earlier id and by later id; and the entries without a counterpart. */
export interface Matching {
  byBefore: Map<Slug, Match>
  byAfter: Map<Slug, Match>
  removed: Entry[]
  added: Entry[]
}

/**
 * Matches the entries of two versions. Entries with the same id match. Of the others, a removed and an added entry match only if the
 * later version says so (`formerly`), or if they have exactly the same words and no other removed or added entry has them. Similar
 * words are not enough.
 *
 * @throws AnnexError `invalid` if an id occurs twice in a version
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
 * Returns the index of each entry, by id.
 * @throws AnnexError `invalid` if an id occurs twice
 */
export function positionsById({ document, entries }: Document): Map<Slug, number> {
  const positions = new Map<Slug, number>()
  for (const { id } of entries) {
    const position = positions.size
    positions.set(id, position)
    if (positions.size > position) continue
    throw new AnnexError('invalid', `the id ${id} occurs twice in ${document}`, 'give each entry a unique id')
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
    // The last of its earlier ids is the most recent one.
    const formerId = entry.formerly?.findLast((id) => positions.has(id) && !matching.byBefore.has(id))
    const position = formerId === undefined ? undefined : positions.get(formerId)
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

/** Returns the entries by their words; null if several entries have the same words. */
function byWords(entries: readonly Entry[]): Map<string, Entry | null> {
  const found = new Map<string, Entry | null>()
  for (const entry of entries) {
    const words = canonicalJson(entry.text)
    found.set(words, found.has(words) ? null : entry)
  }
  return found
}
