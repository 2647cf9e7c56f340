import { describe, expect, it } from 'vitest'
import type { ReadingsFile } from '../../src/treaty/index.ts'
import { keepsReadings, mergedReadings } from '../../src/workflows/readings/merge-readings.ts'

const decision = (reading: string, option: string) => ({ reading, option, reason: 'So', recorded: '2021-01-10' })
const set = (choice: Record<string, string>, ...decisions: ReturnType<typeof decision>[]): ReadingsFile => ({
  readings: choice,
  ...(decisions.length === 0 ? {} : { decisions }),
})

const base = set({ a: '1' })
const ours = set({ a: '2' }, decision('a', '2'))
const theirs = set({ a: '1', b: '2' }, decision('b', '2'))

describe('readings that two sides set', () => {
  it('are both kept, with their decisions', () => {
    const merged = mergedReadings({ base, ours, theirs })
    expect(merged).toEqual(set({ a: '2', b: '2' }, decision('b', '2'), decision('a', '2')))
    expect(keepsReadings({ base, ours, theirs }, merged ?? base)).toBe(true)
  })

  it('are not merged where the sides differ; a person then takes one, and both decisions are kept', () => {
    const others = set({ a: '3' }, decision('a', '3'))
    expect(mergedReadings({ base, ours, theirs: others })).toBeNull()
    const both = [decision('a', '2'), decision('a', '3')]
    expect(keepsReadings({ base, ours, theirs: others }, set({ a: '3' }, ...both))).toBe(true)
    expect(keepsReadings({ base, ours, theirs: others }, set({ a: '3' }, decision('a', '3')))).toBe(false)
    expect(keepsReadings({ base, ours, theirs: others }, set({ a: '1' }, ...both))).toBe(false)
  })

  it.each([
    ['drops one of them', set({ a: '2' }, decision('a', '2'), decision('b', '2'))],
    ['drops a decision', set({ a: '2', b: '2' }, decision('a', '2'))],
    ['adds another', set({ a: '2', b: '2', c: '1' }, decision('a', '2'), decision('b', '2'))],
    ['adds a decision', set({ a: '2', b: '2' }, decision('a', '2'), decision('b', '2'), decision('c', '1'))],
  ])('are not kept by a merge that %s', (_, merged) => {
    expect(keepsReadings({ base, ours, theirs }, merged)).toBe(false)
  })
})
