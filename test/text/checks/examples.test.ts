import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { locateFindings, parseFile } from '../../../src/files/index.ts'
import { checkDocument, RULE_PAGES } from '../../../src/text/index.ts'
import type { Document, Example, Finding } from '../../../src/treaty/index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

// The example of an id that is no slug is refused by the schema already; the rule is for programs that bring their own data.
const documentOf = (yaml: string): Document => parse(yaml)

function found({ yaml, others = [], body }: Example): Finding[] {
  const findings = checkDocument(documentOf(yaml), others.map(documentOf), { ...(body !== undefined && { body }) })
  return locateFindings(findings, parseFile('document', { file: 'example.yaml', bytes: bytesOf(yaml) }))
}

describe('every rule', () => {
  it('has a unique id', () => {
    const ids = RULE_PAGES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^(?:text|facts|terms)\/[a-z0-9-]+$/)
  })

  for (const { id, level, good, bad } of RULE_PAGES) {
    if (good === undefined || bad === undefined) continue
    it(`${id} finds nothing in its good example`, () => {
      expect(found(good).filter(({ rule }) => rule === id)).toEqual([])
    })

    it(`${id} finds the problem in its bad example, at the right position`, () => {
      const findings = found(bad).filter(({ rule }) => rule === id)
      expect(findings).toHaveLength(1)
      expect(findings[0]).toMatchObject({ level, at: { position: { line: bad.line, column: bad.column } } })
      expect(findings[0]?.message).not.toMatch(/[\p{Cc}\p{Cf}]|\.$/u)
      expect(findings[0]?.hint).not.toBe('')
    })
  }
})

describe('the good examples', () => {
  for (const { id, good } of RULE_PAGES) {
    if (good === undefined) continue
    it(`of ${id} break no other rule with an error`, () => {
      expect(found(good).filter(({ level }) => level === 'error')).toEqual([])
    })
  }
})
