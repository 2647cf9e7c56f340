import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMarked } from '../../../src/files/index.ts'
import { type MarkerStyle, mergeLines, PLAIN_MARKERS } from '../../../src/text/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-lines-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Three {
  base: string
  ours: string
  theirs: string
}

function byGit({ base, ours, theirs }: Three, style: MarkerStyle['style']) {
  const files = { ours, base, theirs }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const flags = ['-L', 'ours', '-L', 'base', '-L', 'theirs', ...(style === 'merge' ? [] : [`--${style}`])]
  const words = ['merge-file', '-p', ...flags, ...Object.keys(files)]
  const { stdout, status } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' })
  return { text: stdout, conflicts: status }
}

/** Lines that occur once each, so that there is one shortest difference. */
const base = Array.from({ length: 12 }, (_, index) => `line ${index}`)
const side = (name: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(11),
        kind: fc.constantFrom('replace', 'remove', 'insert', 'same'),
      }),
      { maxLength: 4 },
    )
    .map((edits) => {
      const lines = base.map((line) => [line])
      for (const [index, { at, kind }] of edits.entries()) {
        if (kind === 'remove') lines[at] = []
        if (kind === 'replace') lines[at] = [`${name} ${index}`]
        if (kind === 'same') lines[at] = [`both ${at}`]
        if (kind === 'insert') lines[at] = [`${name} ${index}`, ...(lines[at] ?? [])]
      }
      return lines
        .flat()
        .map((line) => `${line}\n`)
        .join('')
    })

describe('merging by lines', () => {
  it.each(['merge', 'diff3', 'zdiff3'] as const)('gives what git merge-file gives, in style %s', (style) => {
    fc.assert(
      fc.property(side('ours'), side('theirs'), (ours, theirs) => {
        const three = { base: base.map((line) => `${line}\n`).join(''), ours, theirs }
        const { text, conflicts } = mergeLines(three, { ...PLAIN_MARKERS, style })
        const git = byGit(three, style)
        expect({ text, isClean: conflicts === 0 }).toEqual({ text: git.text, isClean: git.conflicts === 0 })
      }),
      { numRuns: 150 },
    )
  })

  it('gives both sides back from its markers', () => {
    fc.assert(
      fc.property(side('ours'), side('theirs'), fc.constantFrom('merge', 'diff3', 'zdiff3'), (ours, theirs, style) => {
        const { text, conflicts } = mergeLines({ base: '', ours, theirs }, { ...PLAIN_MARKERS, style })
        const sides = readMarked(text)
        if (conflicts === 0) expect(sides).toBeNull()
        else expect(sides).toMatchObject({ ours, theirs })
      }),
      { numRuns: 300 },
    )
  })
})
