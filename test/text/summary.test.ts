import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff, summarize } from '../../src/text/index.ts'
import type { Entry } from '../../src/treaty/index.ts'
import { numberedEntry, numberedList } from './documents.ts'

const before = numberedList(14)
const ids = before.entries.map(({ id }) => id)

/** What a drafter does to which entry; an entry may be reworded, renamed and moved at once. */
const edits = fc.record({
  removed: fc.subarray(ids.slice(3), { maxLength: 4 }),
  // From the front to the end, past more entries than are moved: no smaller set of moves gives that order.
  moved: fc.subarray(ids.slice(0, 3)),
  renamed: fc.subarray(ids, { maxLength: 4 }),
  reworded: fc.subarray(ids, { maxLength: 5 }),
  stated: fc.subarray(ids, { maxLength: 5 }),
  added: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
})

function change(
  entry: Entry,
  renamed: readonly string[],
  reworded: readonly string[],
  stated: readonly string[],
): Entry {
  const { id } = entry
  return {
    ...entry,
    ...(renamed.includes(id) ? { id: `renamed-${id}`, formerly: [id] } : {}),
    ...(reworded.includes(id) ? { text: { title: { en: `Other words for ${id}` } } } : {}),
    ...(stated.includes(id) ? { facts: { scope: 'universal' as const } } : {}),
  }
}

describe('the summary of a difference', () => {
  it('counts edits of every kind made together', () => {
    fc.assert(
      fc.property(edits, ({ removed, moved, renamed, reworded, stated, added }) => {
        const left = before.entries.filter(({ id }) => !removed.includes(id))
        const ordered = [
          ...left.filter(({ id }) => !moved.includes(id)),
          ...left.filter(({ id }) => moved.includes(id)),
        ]
        const placed = added.reduce(
          (entries, at, index) => entries.toSpliced(at, 0, numberedEntry(`added-${index}`, '')),
          ordered,
        )
        const numbered = placed.map((entry, index) => ({ ...entry, number: String(index + 1) }))
        const after = { ...before, entries: numbered.map((entry) => change(entry, renamed, reworded, stated)) }
        const stays = (id: string) => !removed.includes(id)
        const shifted = numbered.filter(({ id, number }) => {
          const was = before.entries.find((entry) => entry.id === id)
          return was !== undefined && was.number !== number
        })
        expect(summarize(diff(before, after))).toEqual({
          added: added.length,
          removed: removed.length,
          renamed: renamed.filter(stays).length,
          moved: moved.length,
          renumbered: shifted.length,
          reworded: reworded.filter(stays).length,
          facts: stated.filter(stays).length,
          notes: 0,
          titles: 0,
          sections: 0,
        })
      }),
      { numRuns: 1000 },
    )
  })
})
