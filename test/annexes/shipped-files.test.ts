import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/files/index.ts'

const bytesOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url))

describe('the shipped record', () => {
  it('starts with no Parties', () => {
    const file = 'annexes/register/parties.yaml'
    expect(parseFile('parties', { file, bytes: bytesOf(file) })).toMatchObject({ data: { parties: [] }, findings: [] })
  })

  it('names an option for every open question', () => {
    const file = 'annexes/readings.yaml'
    const { data, findings } = parseFile('readings', { file, bytes: bytesOf(file) })
    expect(findings).toEqual([])
    expect(Object.keys(data?.readings ?? {})).toHaveLength(12)
  })
})

describe("the Convention's own words", () => {
  it('are shipped byte for byte as they were transcribed, with LF and none behind the last row', () => {
    const bytes = bytesOf('annexes/convention.txt')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '0b0fa5749d4ba662e7e6e2bcae0c44943f2c4fac75414e6b9568093f1bd89eef',
    )
  })
})

describe('the facts of Annex 1', () => {
  const file = 'annexes/annex-1.yaml'
  const entries = parseFile('document', { file, bytes: bytesOf(file) }).data?.entries ?? []

  it('say of each instrument where and when it was done, its scope and its source', () => {
    expect(entries).toHaveLength(16)
    for (const { facts } of entries) {
      expect(facts).toMatchObject({ done: { place: expect.any(String), date: expect.any(String) } })
      expect(facts?.source).toBeDefined()
      expect(facts?.scope).toBeDefined()
    }
  })

  it('name what is still to be confirmed, and nothing else is unconfirmed', () => {
    for (const { facts } of entries) expect(facts?.confirmed).toBe(facts?.unconfirmed === undefined)
    const open = entries.filter(({ facts }) => facts?.confirmed === false).map(({ id }) => id)
    expect(open).toEqual([
      'tokyo-1963',
      'hague-1970',
      'montreal-1971',
      'rome-1988',
      'rabat-2008',
      'new-york-2000',
      'new-york-2003',
      'vienna-1988',
    ])
  })

  it('record no entry into force and no registration for the one where none was found', () => {
    const without = entries.filter(({ facts }) => facts?.inForce === undefined || facts.registration === undefined)
    expect(without.map(({ id }) => id)).toEqual(['rabat-2008'])
  })
})
