import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/amendments/index.ts'
import { diffText } from '../../../src/render/index.ts'
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
      'viruses  moved from 1 (software) to stand in 2 (hardware), first',
    )
  })
})
