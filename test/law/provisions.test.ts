import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { provisions, readings } from '../../src/law/index.ts'
import { casesFiles } from './case-file.ts'

const TEXTS = {
  convention: wordsOf('annexes/convention.txt'),
  'vienna-convention': wordsOf('test/fixtures/vienna-convention.txt'),
}
const CASES = casesFiles()
const FILES = new Map(lawFiles().map((path) => [path, readFileSync(new URL(path, LAW()), 'utf8')]))

describe('every paragraph that the program applies', () => {
  test.each(
    provisions.map((provision) => [provision.cite, provision] as const),
  )('%s stands word for word in its source', (_, provision) => {
    const number = /\((\d+)\)$/.exec(provision.cite)?.[1]
    if (number !== undefined) expect(provision.quote).toMatch(new RegExp(`^${number}\\. `))
    expect(TEXTS[provision.of].split(provision.quote).length - 1).toBe(1)
  })

  test.each(provisions.map(({ cite, cases }) => [cite, cases]))('%s has its cases, in %s', (cite, cases) => {
    const file = CASES.get(cases)
    expect(file?.paragraph).toBe(cite)
    expect(file?.cases.length).toBeGreaterThan(0)
  })

  test('is listed by its article, none forgotten', () => {
    const quoting = [...FILES.values()].filter((source) => source.includes('export const quote ='))
    expect(quoting).toHaveLength(provisions.length)
    expect(new Set(provisions.map(({ cite }) => cite)).size).toBe(provisions.length)
  })

  test('names only readings that exist, and each reading is named by a paragraph', () => {
    const named = new Set(provisions.flatMap((provision) => provision.readings))
    expect([...named].sort()).toEqual(readings.map(({ id }) => id).sort())
  })

  test('stands below the number of its Article', () => {
    for (const [path, source] of FILES) {
      const cite = / = provision\('(\d+)\(/.exec(source)?.[1]
      if (source.includes('export const quote =') && cite !== undefined) expect(path).toMatch(`article-${cite}/`)
    }
  })
})

describe('every reading', () => {
  test.each(
    readings.map((reading) => [reading.id, reading] as const),
  )('%s says what it asks, what can be answered and why', (_, reading) => {
    expect(reading.question).toMatch(/\?$/)
    expect(reading.options.length).toBeGreaterThanOrEqual(2)
    expect(reading.options[0].id).toBe(reading.default)
    expect(new Set(reading.options.map(({ id }) => id)).size).toBe(reading.options.length)
    for (const { says, why } of reading.options) {
      expect(says).toMatch(/\.$/)
      expect(why).toMatch(/\.$/)
    }
    expect(reading.authority).not.toBe('')
    expect(reading.cites).not.toEqual([])
  })

  test('quotes the Convention only in its own words', () => {
    const quoted = [...JSON.stringify(readings).matchAll(/\\"([^"\\]+)\\"/g)].flatMap(([, words = '']) =>
      words.split(' … '),
    )
    const unknown = quoted.filter(
      (words) => !TEXTS.convention.toLowerCase().includes(words.replace(/,$/, '').toLowerCase()),
    )
    expect(quoted.length).toBeGreaterThan(10)
    expect(unknown).toEqual([])
  })
})

function LAW(): URL {
  return new URL('../../src/law/', import.meta.url)
}

function lawFiles(): string[] {
  return readdirSync(LAW(), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
}

// The source breaks lines within paragraphs; words are what counts.
function wordsOf(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace(/\s+/g, ' ')
}
