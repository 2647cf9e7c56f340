import type { Document, RecordedAmendment, Slug } from '../../treaty/index.ts'

/** What entries were called before, so that an address made of an id outlives the id. */
export interface EntryHistories {
  /** The ids that an entry of the document has had: the first first, its present one last. */
  idsOf: (id: Slug) => readonly Slug[]
  /** What the document now calls the entry that an amendment left under this id; null where it is no longer there. */
  now: (amendment: RecordedAmendment, id: Slug) => Slug | null
}

/**
 * Walks back from the document through what its amendments renamed, added and removed; where the record is silent, an entry's
 * `formerly` speaks.
 * @param amendments those that the document has taken, the earliest first
 */
export function entryHistories(document: Document, amendments: readonly RecordedAmendment[]): EntryHistories {
  const names = new Map<Slug, Slug>()
  for (const { id, formerly = [] } of document.entries) for (const earlier of formerly) names.set(earlier, id)
  for (const { id } of document.entries) names.set(id, id)
  const left = new Map<Slug, ReadonlyMap<Slug, Slug>>()
  const renamed = new Map<Slug, Slug[]>()
  for (const amendment of [...amendments].reverse()) {
    left.set(amendment.proposal, new Map(names))
    undo(amendment, names, renamed)
  }
  const ids = idsByEntry(document, renamed)
  return {
    idsOf: (id) => ids.get(id) ?? [id],
    now: ({ proposal }, id) => left.get(proposal)?.get(id) ?? null,
  }
}

/** Makes of the names after an amendment those before it, and notes what it renamed. */
function undo({ made }: RecordedAmendment, names: Map<Slug, Slug>, renamed: Map<Slug, Slug[]>): void {
  const back: [Slug, Slug][] = []
  for (const change of made) {
    if (change.kind !== 'renamed') continue
    const now = names.get(change.after)
    if (now === undefined) continue
    back.push([change.before, now])
    renamed.set(now, [change.before, ...(renamed.get(now) ?? [])])
  }
  // All go before any comes: two entries may have changed ids with each other.
  for (const { kind, entry } of made) {
    if (entry !== null && (kind === 'renamed' || kind === 'added' || kind === 'removed')) names.delete(entry)
  }
  for (const [before, now] of back) names.set(before, now)
}

/** An id belongs to whoever bears it now, else to the first that says it had it. */
function idsByEntry({ entries }: Document, renamed: ReadonlyMap<Slug, Slug[]>): Map<Slug, Slug[]> {
  const taken = new Set(entries.map(({ id }) => id))
  return new Map(
    entries.map(({ id, formerly = [] }) => {
      const recorded = (renamed.get(id) ?? []).filter((each) => !formerly.includes(each))
      const earlier = [...new Set([...recorded, ...formerly])].filter((each) => !taken.has(each))
      for (const each of earlier) taken.add(each)
      return [id, [...earlier, id]]
    }),
  )
}
