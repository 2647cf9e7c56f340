import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, fingerprintOf } from '../../src/treaty/index.ts'

describe('canonical JSON', () => {
  it('sorts members by UTF-16 code units and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [{ z: null, y: undefined }], '\u{10000}': 'x', '\u{ffff}': 'y' })).toBe(
      '{"a":[{"z":null}],"b":1,"\u{10000}":"x","\u{ffff}":"y"}',
    )
  })

  it('is the same for any order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('has the digest that SHA-256 gives', () => {
    const expected = createHash('sha256').update('{"a":"é"}').digest('hex')
    expect(digestOf({ a: 'é' })).toBe(`sha256:${expected}`)
    expect(fingerprintOf({ a: 'é' })).toBe(expected.slice(0, 12))
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
