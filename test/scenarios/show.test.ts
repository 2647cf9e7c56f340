import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, newRepository } from './annex.ts'

let folder: string
beforeAll(() => {
  folder = newRepository()
})

describe('annex show without a document', () => {
  it('lists the documents, for people or as JSON', () => {
    expect(annexDone(folder, 'show')).toMatch(/^document +title +entries +edition\n/)
    const json = annexDone(folder, 'show', '--json')
    expect(annexDone(folder, 'show', '--format', 'json')).toBe(json)
    expect(JSON.parse(json).documents).toHaveLength(3)
  })

  it.each([
    ['--format csv', ['--format', 'csv']],
    ['--format docx', ['--format', 'docx']],
    ['-o', ['-o', 'list.md', '--format', 'md']],
    ['-o', ['-o', 'list.json', '--format', 'json']],
    ['--reading', ['--reading', 'denominator-date=circulation']],
  ])('takes no %s: one line, and nothing is written', (asked, words) => {
    const stderr = `annex: annex show without a document takes no ${asked}; name a document; annex show lists them\n`
    expect(annex(folder, 'show', ...words)).toEqual({ status: 2, stdout: '', stderr })
    for (const file of ['list.md', 'list.json']) expect(existsSync(join(folder, file))).toBe(false)
  })
})
