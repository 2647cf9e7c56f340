import { describe, expect, it } from 'vitest'
import { diffHtml, diffMarkdown, diffText } from '../../../src/render/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { Document, Entry } from '../../../src/treaty/index.ts'

const document = (...entries: Entry[]): Document => ({ document: 'x', title: { en: 'X' }, entries })
const tool = (id: string, name: string, description: string): Entry => ({
  id,
  text: { name: { en: name }, description: { en: description } },
})
const item = (en: string) => document({ id: 'a', text: { title: { en } } })
const lines = (before: Document, after: Document) => diffText(compare('a', 'b', [{ before, after }])).split('\n')

describe('a redline on a terminal', () => {
  it('says which field words are of, where a document has several', () => {
    const before = document(tool('a', 'A', 'Words'), tool('gone', 'Gone', 'Old words'))
    const after = document(tool('a', 'A', 'New words'), tool('new', 'N', 'D new'))
    const all = lines(before, after)
    expect(all).toContain('      description (en): [-Words-]{+New words+}')
    expect(all).toContain('      name (en): {+N+}')
    expect(all).toContain('      description (en): {+D new+}')
    expect(all).toContain('      description (en): [-Old words-]')
  })

  it('does not, where all words are of one', () => {
    expect(lines(item('Old words'), item('New words'))).toContain('      [-Old-]{+New+} words')
  })
})

describe('words replaced by words that look the same', () => {
  const composed = 'the caf\u00e9 treaty'
  const decomposed = 'the cafe\u0301 treaty'
  const twins = compare('a', 'b', [{ before: item(decomposed), after: item(composed) }])
  const says = 'looks the same: only the encoding of its letters differs'

  it('are said to', () => {
    expect(diffText(twins)).toContain(`[-cafe\u0301-]{+caf\u00e9+} treaty (${says})`)
    expect(diffMarkdown(twins)).toContain(`treaty *(${says})*`)
    expect(diffHtml(twins)).toContain(`<span class="facts">(${says})</span>`)
  })

  it('are, too, in the title of a section', () => {
    const section = (en: string): Document => ({ ...item('x'), sections: [{ id: 's', title: { en } }] })
    const sections = compare('a', 'b', [{ before: section(decomposed), after: section(composed) }])
    for (const print of [diffText, diffMarkdown, diffHtml]) expect(print(sections)).toContain(says)
  })

  it('are not, where any letter is another', () => {
    const others = compare('a', 'b', [{ before: item('the cafe treaty'), after: item(composed) }])
    for (const print of [diffText, diffMarkdown, diffHtml]) expect(print(others)).not.toContain(says)
  })
})
