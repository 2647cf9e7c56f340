import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository } from './annex.ts'

const MULTI = `document: multi
title: {en: List of treaties, ar: قائمة المعاهدات}
entries:
  - {id: one, number: "1", text: {title: {en: First treaty, ar: المعاهدة الأولى}}}
  - {id: two, number: "2", text: {title: {ar: المعاهدة الثانية}}}
`

let folder: string

beforeAll(() => {
  folder = exerciseRepository()
  writeFileSync(join(folder, 'annexes/multi.yaml'), MULTI)
})

describe('a document in two languages', () => {
  it.each(['text', 'md', 'html', 'csv'])('is shown in both as %s, and in the requested one', (format) => {
    const both = annexDone(folder, 'show', 'multi', '--format', format)
    expect(both).toContain('First treaty')
    expect(both).toContain('المعاهدة الأولى')
    const english = annexDone(folder, 'show', 'multi', '--format', format, '--lang', 'en')
    expect(english).toContain('First treaty')
    expect(english).not.toContain('المعاهدة الأولى')
    expect(english).toContain('المعاهدة الثانية')
  })

  it('is complete as JSON, and cannot be limited to one language', () => {
    const { json } = annexJson(folder, 'show', 'multi')
    expect(json).toMatchObject({ entries: [{ text: { title: { en: 'First treaty', ar: 'المعاهدة الأولى' } } }, {}] })
    expect(annex(folder, 'show', 'multi', '--format', 'yaml', '--lang', 'en')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'annex: yaml holds every language; leave out --lang, or choose another --format\n',
    })
  })

  it('is exported as an expression in one language, which is named', () => {
    expect(annexDone(folder, 'export', 'multi')).toContain('<p class="title" xml:lang="ar">المعاهدة الثانية</p>')
    expect(annexDone(folder, 'export', 'multi', '--lang', 'ar')).toContain('<p class="title">المعاهدة الأولى</p>')
    const file = join(folder, 'multi.xml')
    expect(annexDone(folder, 'export', 'multi', '-o', file)).toBe(
      `Written to ${file}, in en (other languages, for --lang: ar).\n`,
    )
    expect(annex(folder, 'export', 'multi', '--format', 'skos', '--lang', 'en').stderr).toBe(
      'annex: SKOS holds every language; leave out --lang, or use --format akn\n',
    )
  })

  it.each(['show', 'export'])('has no words in a third language: %s lists those to choose from', (command) => {
    expect(annex(folder, command, 'multi', '--lang', 'fr')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'annex: multi has no text in "fr"; use --lang en or ar\n',
    })
  })
})

describe('the line that annex show prints above a document', () => {
  it('names the next command on a terminal, and in a file what the file is', () => {
    expect(annexDone(folder, 'show', 'annex-1')).toContain('--for CODE --as-of DATE')
    for (const format of ['md', 'html']) {
      const file = annexDone(folder, 'show', 'annex-1', '--format', format)
      expect(file).not.toContain('--for')
      expect(file).toContain('This is the text on record; what binds a Party on a day may differ.')
    }
  })
})
