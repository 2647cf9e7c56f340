import { expect } from 'vitest'
import type { FileKind } from '../../src/files/index.ts'
import { parseByItems } from '../../src/files/yaml/by-items.ts'
import { type ParsedYaml, parsedByPackage } from '../../src/files/yaml/parsed-yaml.ts'
import { readPlain } from '../../src/files/yaml/plain/block.ts'
import { NOT_PLAIN } from '../../src/files/yaml/plain/inline.ts'
import { readYaml } from '../../src/files/yaml/read-yaml.ts'
import type { DataPath } from '../../src/treaty/index.ts'

/** What the yaml package reads, or undefined where it finds anything wrong. */
function byPackage(text: string): ParsedYaml | undefined {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  return first && !second && findings.length === 0 && first.findings.length === 0 ? parsedByPackage(first) : undefined
}

/** Compares the values of the quick readers with those of the yaml package. */
export function expectSameValues(text: string, kind: FileKind = 'document'): void {
  const quick = parseByItems(kind, text)
  const plain = readPlain(text)
  const slow = byPackage(text)
  if (plain !== NOT_PLAIN) expect({ value: plain }).toEqual({ value: slow?.value })
  if (quick !== undefined) expect({ value: quick.value }).toEqual({ value: slow?.value })
}

/** Compares the position of every value and key with that of the yaml package. */
export function expectSamePositions(text: string, kind: FileKind = 'document'): void {
  const quick = parseByItems(kind, text)
  const slow = byPackage(text)
  if (quick === undefined) return
  for (const path of pathsInto(slow?.value)) {
    expect(quick.locateValue(path), path.join('/')).toEqual(slow?.locateValue(path))
    if (path.length > 0) expect(quick.locateKey(path), path.join('/')).toEqual(slow?.locateKey(path))
    for (const span of [
      [0, 1],
      [2, 5],
    ] as const) {
      expect(quick.locateWords(path, span), path.join('/')).toEqual(slow?.locateWords(path, span))
    }
  }
}

/** Every path into the data, and some into nothing. */
function pathsInto(value: unknown, path: DataPath = []): DataPath[] {
  if (value === null || typeof value !== 'object') return [path, [...path, 'absent']]
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const inside = keys.flatMap((key) => pathsInto(Reflect.get(value, key), [...path, key]))
  return [path, [...path, Array.isArray(value) ? value.length : 'absent'], ...inside]
}
