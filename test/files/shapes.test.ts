import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SHAPES, type Shape } from '../../src/files/canonical/shapes.ts'
import { FORMS } from '../../src/files/schemas/schema-words.ts'

const NAMES = [
  'common',
  'change',
  'document',
  'parties',
  'proposal',
  'event',
  'readings',
  'scenario',
  'rules',
  'policy',
  'approval',
]
const textOf = (name: string) => readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')
const keysOf = (value: { properties?: object }) => Object.keys(value.properties ?? {})

describe('the order of keys in canonical form is that of the schemas', () => {
  for (const [kind, shape] of Object.entries(SHAPES)) {
    it(kind, () => expect(shape.order).toEqual(keysOf(JSON.parse(textOf(kind)))))
  }

  it('for every object in them', () => {
    const orders = (shape: Shape): number => {
      const inside = [...Object.values(shape.of ?? {}), ...(shape.each ? [shape.each] : [])]
      expect(shape.order).not.toEqual([])
      return inside.reduce((sum, one) => sum + orders(one), 1)
    }
    expect(orders({ of: SHAPES })).toBeGreaterThan(50)
  })
})

describe('every pattern of the schemas has a description', () => {
  for (const name of NAMES) {
    it(name, () => {
      const patterns = [...textOf(name).matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)]
      for (const [, pattern = '""'] of patterns) expect(FORMS).toHaveProperty([JSON.parse(pattern)])
    })
  }
})
