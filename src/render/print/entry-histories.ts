import type { Document, RecordedAmendment, Slug } from '../../treaty/index.ts'

/** The earlier ids of entries, so that an address made from an id stays valid when the id changes. */
export interface EntryHistories {
  /** Returns all ids that an entry of the document has had: the oldest first, the present one last. */
  idsOf: (id: Slug) => readonly Slug[]
  /** Returns the present id of an entry that had this id after an amendment; null if it was removed since. */
  now: (amendment: RecordedAmendment, id: Slug) => Slug | null
}

/**
 * Follows the ids back from the document through what its amendments renamed, added and removed. The `formerly` of an entry adds the ids
 * that are not on record.
 * @param amendments the amendments of the document, the earliest first
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

/** Turns the names after an amendment into those before it, and collects what it renamed. */
function undo({ made }: RecordedAmendment, names: Map<Slug, Slug>, renamed: Map<Slug, Slug[]>): void {
  const back: [Slug, Slug][] = []
  for (const change of made) {
    if (change.kind !== 'renamed') continue
    const now = names.get(change.after)
    if (now === undefined) continue
    back.push([change.before, now])
    renamed.set(now, [change.before, ...(renamed.get(now) ?? [])])
  }
  // All names are deleted before any is set: two entries may have exchanged their ids.
  for (const { kind, entry } of made) {
    if (entry !== null && (kind === 'renamed' || kind === 'added' || kind === 'removed')) names.delete(entry)
  }
  for (const [before, now] of back) names.set(before, now)
}

/** An id belongs to the entry that has it now, else to the first entry that lists it. */
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
