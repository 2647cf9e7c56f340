import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { diffHtml, diffJson, diffMarkdown, diffText } from '../../../src/render/index.ts'
import { diffDocx } from '../../../src/render/printers/docx/index.ts'
import { compare } from '../../../src/text/index.ts'
import { numberedEntry, numberedList } from '../../text/documents.ts'

const list = numberedList(2)
const other = { ...list, document: 'technical-annex' }
const more = { ...other, entries: [...list.entries, numberedEntry('new', '3')] }
const word = (difference: ReturnType<typeof compare>) =>
  strFromU8(unzipSync(diffDocx(difference, { author: 'x' }))['word/document.xml'] ?? new Uint8Array())

describe('two files that are two documents', () => {
  const same = compare('a.yaml', 'b.yaml', [{ before: list, after: other }])

  it('differ, and every form says so, where nothing else changed', () => {
    const says = 'nother document (annex-1 before, technical-annex after)'
    expect(same.documents).toHaveLength(1)
    for (const print of [diffText, diffHtml, word]) expect(print(same)).toContain(says)
    expect(diffMarkdown(same)).toContain(says)
    for (const print of [diffText, diffHtml, diffMarkdown]) expect(print(same)).not.toContain('no difference')
    expect(diffJson(same)).toMatchObject({
      documents: [{ before: 'annex-1', after: 'technical-annex' }],
      changes: [],
      summary: { added: 0 },
    })
  })

  it('are told beside what else changed', () => {
    const changed = compare('a.yaml', 'b.yaml', [{ before: list, after: more }])
    expect(diffText(changed)).toContain('after), 1 added\n\nAnnex 1 (annex-1 → technical-annex)')
  })

  it('are not spoken of where they are one document', () => {
    const one = compare('a.yaml', 'b.yaml', [{ before: list, after: { ...more, document: list.document } }])
    for (const print of [diffText, diffHtml, diffMarkdown, word]) expect(print(one)).not.toContain('nother document')
    expect(diffJson(one)).not.toHaveProperty('documents')
  })
})
