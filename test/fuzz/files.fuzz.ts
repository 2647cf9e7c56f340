import fc from 'fast-check'
import { expect } from 'vitest'
import { type FileKind, formatFile, type ParsedFile, parseFile, parseScenarios } from '../../src/files/index.ts'
import { findingsText } from '../../src/render/index.ts'
import { expectPrintable, fuzz } from './fuzz.ts'
import { mutatedBytes } from './mutate.ts'
import { FILE_KINDS, validFiles, YAML_TOKENS } from './valid-files.ts'

const files = fc.constantFrom(...FILE_KINDS).chain((kind) => {
  const valid = fc.constantFrom(...validFiles(kind).map((text) => Buffer.from(text)))
  return mutatedBytes(valid, YAML_TOKENS).map((bytes) => ({ kind, bytes }))
})

const file = 'annexes/x.yaml'

fuzz('a file is read, or what is wrong is found at its line and column', files, ({ kind, bytes }) => {
  const parsed = parseFile(kind, { file, bytes })
  expectPlaced(parsed, bytes)
  if (kind === 'scenario') for (const one of parseScenarios({ file, bytes })) expectPlaced(one, bytes)
  if (parsed.data !== null) expectSameWhenFormatted(kind, bytes, parsed.data)
})

function expectPlaced({ data, findings }: ParsedFile, bytes: Uint8Array): void {
  expect(data === null).toBe(findings.length > 0)
  const text = new TextDecoder().decode(bytes)
  const lines = text.split('\n')
  for (const { message, hint, at } of findings) {
    const { line = 0, column = 0, endLine = 0, endColumn = 0 } = at?.position ?? {}
    expect(message).not.toBe('')
    expect(hint).not.toBe('')
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThan(0)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
    expect(endLine * 1e9 + endColumn).toBeGreaterThanOrEqual(line * 1e9 + column)
  }
  expectPrintable(findingsText(findings, new Map([[file, text]])))
}

function expectSameWhenFormatted(kind: FileKind, bytes: Uint8Array, data: unknown): void {
  const { formatted } = formatFile(kind, { file, bytes })
  const again = new TextEncoder().encode(formatted ?? '')
  expect(parseFile(kind, { file, bytes: again }).data).toEqual(data)
  expect(formatFile(kind, { file, bytes: again }).formatted).toBe(formatted)
}
