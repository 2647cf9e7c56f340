import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SHAPES } from '../../../src/store/documents/canonical/shapes.ts'
import { FORMS } from '../../../src/store/documents/expectations.ts'

const NAMES = ['common', 'change', 'document', 'parties', 'proposal', 'event', 'readings', 'scenario']
const textOf = (name: string) => readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), 'utf8')
const keysOf = (value: { properties?: object }) => Object.keys(value.properties ?? {})

describe('the order of keys in canonical form is that of the schemas', () => {
  for (const [kind, shape] of Object.entries(SHAPES)) {
    it(kind, () => expect(shape.order).toEqual(keysOf(JSON.parse(textOf(kind)))))
  }

  it('and so inside a document and a register', () => {
    const { entry, facts, section, remark } = JSON.parse(textOf('document')).$defs
    const shape = SHAPES.document.of?.entries?.each
    expect(shape?.order).toEqual(keysOf(entry))
    expect(shape?.of?.facts?.order).toEqual(keysOf(facts))
    expect(shape?.of?.note?.each?.order).toEqual(keysOf(remark))
    expect(SHAPES.document.of?.sections?.each?.order).toEqual(keysOf(section))
    const { party, declaration } = JSON.parse(textOf('parties')).$defs
    expect(SHAPES.parties.of?.parties?.each?.order).toEqual(keysOf(party))
    expect(SHAPES.parties.of?.parties?.each?.of?.declarations?.each?.order).toEqual(keysOf(declaration))
  })
})

describe('every pattern of the schemas is told in words', () => {
  for (const name of NAMES) {
    it(name, () => {
      const patterns = [...textOf(name).matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)]
      for (const [, pattern = '""'] of patterns) expect(FORMS).toHaveProperty([JSON.parse(pattern)])
    })
  }
})
