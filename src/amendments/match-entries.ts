import { AnnexError, canonicalJson, type Document, type Entry, type Slug } from '../treaty/index.ts'

/** One entry of two documents, as it stands in each. */
export interface Match {
  before: Entry
  after: Entry
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
  const earlier = entriesById(before)
  const later = entriesById(after)
  const matching: Matching = { byBefore: new Map(), byAfter: new Map(), removed: [], added: [] }
  for (const [id, entry] of later) {
    const same = earlier.get(id)
    if (same) pair(matching, { before: same, after: entry })
  }
  pairDeclared(matching, earlier, later)
  pairUnambiguous(matching, earlier, later)
  matching.removed = before.entries.filter((entry) => !matching.byBefore.has(entry.id))
  matching.added = after.entries.filter((entry) => !matching.byAfter.has(entry.id))
  return matching
}

/** The entries by id. */
export function entriesById(document: Document): Map<Slug, Entry> {
  const entries = new Map<Slug, Entry>()
  for (const entry of document.entries) {
    if (entries.has(entry.id)) {
      throw new AnnexError(
        'invalid',
        `${document.document} has two entries ${entry.id}`,
        'give each entry an id of its own',
      )
    }
    entries.set(entry.id, entry)
  }
  return entries
}

function pair(matching: Matching, match: Match): void {
  matching.byBefore.set(match.before.id, match)
  matching.byAfter.set(match.after.id, match)
}

function pairDeclared(matching: Matching, earlier: Map<Slug, Entry>, later: Map<Slug, Entry>): void {
  for (const entry of later.values()) {
    if (matching.byAfter.has(entry.id)) continue
    // The last name is the one it had most lately.
    const name = entry.formerly?.findLast((id) => earlier.has(id) && !matching.byBefore.has(id))
    const before = name === undefined ? undefined : earlier.get(name)
    if (before) pair(matching, { before, after: entry })
  }
}

function pairUnambiguous(matching: Matching, earlier: Map<Slug, Entry>, later: Map<Slug, Entry>): void {
  const gone = [...earlier.values()].filter((entry) => !matching.byBefore.has(entry.id))
  if (gone.length === 0) return
  const come = byWords([...later.values()].filter((entry) => !matching.byAfter.has(entry.id)))
  for (const [words, before] of byWords(gone)) {
    const after = come.get(words)
    if (before && after) pair(matching, { before, after })
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
