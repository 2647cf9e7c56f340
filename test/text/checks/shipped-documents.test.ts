import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/files/index.ts'
import { checkDocument } from '../../../src/text/index.ts'
import type { Document } from '../../../src/treaty/index.ts'
import { CONVENTION } from '../../annexes/printed-text.ts'

const NAMES = ['annex-1', 'technical-annex', 'article-4']

function shipped(name: string): Document {
  const bytes = readFileSync(new URL(`../../../annexes/${name}.yaml`, import.meta.url))
  const { data } = parseFile('document', { file: name, bytes })
  if (data === null) throw new Error(`${name} cannot be read`)
  return data
}

const told = (name: string, treaty?: string) => {
  const others = NAMES.filter((other) => other !== name).map(shipped)
  return checkDocument(shipped(name), others, { ...(treaty !== undefined && { body: treaty }) }).map(
    ({ rule, level, at, message }) => {
      expect(level, message).toBe('note')
      const entry = at?.path?.[0] === 'entries' ? shipped(name).entries[Number(at.path[1])]?.id : name
      return `${entry} ${rule}`
    },
  )
}

describe('the shipped documents give only notes, about known defects', () => {
  it('Annex 1', () => {
    expect(told('annex-1').sort()).toEqual([
      'new-york-1961 facts/title',
      'new-york-1973 facts/date',
      'new-york-1979 facts/place',
      'new-york-2003 facts/place',
      'rabat-2008 facts/place',
      'rabat-2008 text/noted-defect',
      'rabat-2008 text/unbalanced-bracket',
      'rome-1988 text/stray-stop',
      'tokyo-1963 facts/incomplete',
      'vienna-1971 facts/title',
      'vienna-1988 facts/date',
      'vienna-1988 text/number-unique',
    ])
  })

  it('the Technical Annex', () => {
    expect(told('technical-annex')).toEqual(['keygen terms/circular', 'technical-annex text/noted-defect'])
  })

  it('Article 4, with three unused terms if the text of the Convention is available', () => {
    const terms = ['seizure-of-property', 'organized-criminal-group', 'technical-parameters-of-traffic']
    expect(told('article-4', CONVENTION)).toEqual(terms.map((term) => `${term} terms/unused`))
    expect(told('article-4')).toEqual(terms.map((term) => `${term} text/noted-defect`))
  })
})

describe('without their remarks the same documents give warnings and errors', () => {
  it('one for each defect that a rule can find', () => {
    const annex1 = shipped('annex-1')
    const bare = { ...annex1, entries: annex1.entries.map(({ note, ...entry }) => entry) }
    const levels = checkDocument(bare).map(({ level }) => level)
    expect(levels.filter((level) => level === 'error')).toHaveLength(1)
    expect(levels.filter((level) => level === 'warning')).toHaveLength(10)
  })
})
