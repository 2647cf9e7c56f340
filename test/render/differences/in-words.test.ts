import { describe, expect, it } from 'vitest'
import { diffHtml, diffText } from '../../../src/render/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { Document, Entry } from '../../../src/treaty/index.ts'

const entry = (id: string, section: string): Entry => ({ id, section, text: { title: { en: id } } })
const table = (...entries: Entry[]): Document => ({
  document: 'technical-annex',
  title: { en: 'Technical Annex' },
  sections: [
    { id: 'software', number: '1', title: { en: 'Software' } },
    { id: 'hardware', number: '2', title: { en: 'Hardware' } },
  ],
  entries,
})
const [worms, viruses, skimmer] = [
  entry('worms', 'software'),
  entry('viruses', 'software'),
  entry('skimmer', 'hardware'),
]
const told = (before: Document, after: Document) => diffText(compare('v1', 'v2', [{ before, after }]))

describe('the place of an entry', () => {
  it('is the first of its section, whatever entry of another section stands before it', () => {
    const after = table(worms, viruses, entry('encoder', 'hardware'), skimmer)
    expect(told(table(worms, viruses, skimmer), after)).toContain('encoder  added in 2 (hardware), first')
  })

  it('is named by the entry before it in the same section', () => {
    const after = table(worms, viruses, skimmer, entry('encoder', 'hardware'))
    expect(told(table(worms, viruses, skimmer), after)).toContain('encoder  added in 2 (hardware), after skimmer')
  })

  it('names the section that it left as the one it came to, by number and id', () => {
    const after = table(worms, { ...viruses, section: 'hardware' }, skimmer)
    expect(told(table(worms, viruses, skimmer), after)).toContain(
      'viruses  moved from 1 (software) to 2 (hardware), first',
    )
  })
})

describe('a section of which nothing changed but the id', () => {
  const before = table(worms, viruses, skimmer)
  const sections = (before.sections ?? []).map((section) =>
    section.id === 'software' ? { ...section, id: 'programs' } : section,
  )
  const inPrograms = (...entries: Entry[]): Document => ({
    ...table(...entries.map((each) => (each.section === 'software' ? { ...each, section: 'programs' } : each))),
    sections,
  })

  it('is one line: its entries stand where they stood, and nothing printed changes', () => {
    const difference = compare('v1', 'v2', [{ before, after: inPrograms(worms, viruses, skimmer) }])
    expect(diffText(difference)).toBe(
      [
        'v1 → v2: 1 list of sections changed',
        '',
        'Technical Annex (technical-annex)',
        '  ~ technical-annex  sections changed',
        '      id (the section stays as it is): [-software-]{+programs+}',
      ].join('\n'),
    )
    expect(difference.summary.moved).toBe(2)
    const [text = ''] = diffHtml(difference).split('id="technical-annex-text"').slice(1)
    expect(text).not.toMatch(/<(?:ins|del)>/)
  })

  it('is told beside what else moved: what changed its place too is moved', () => {
    const after = inPrograms(viruses, worms, skimmer)
    expect(told(before, after)).toContain('worms  moved from 1 (software) to 1 (programs)')
    const left = inPrograms(worms, { ...viruses, section: 'hardware' }, skimmer)
    expect(told(before, left).match(/moved from/g)).toHaveLength(1)
  })
})
