import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { diffHtml, diffJson, diffMarkdown, diffText } from '../../../src/render/index.ts'
import { diffDocx } from '../../../src/render/printers/docx/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { RedlinedProposal } from '../../../src/treaty/index.ts'
import { numberedEntry, numberedList } from '../../text/documents.ts'

const list = numberedList(2)
const difference = compare('13e06ea782ed', 'eda1e887812e', [
  { before: list, after: { ...list, entries: [...list.entries, numberedEntry('new', '3')] } },
])
const of = (proposal: RedlinedProposal) => ({ ...difference, proposal })
const byFrance = of({ proposal: 'add', title: 'Addition <of> a treaty', by: 'FRA', name: 'France' })

describe('the heading of a redline', () => {
  it('of a proposal is its title, id and proposer; the commits stand below in small print', () => {
    expect(diffText(byFrance)).toMatch(
      /^Addition <of> a treaty \(add\), proposed by France \(FRA\): 1 added\n13e06ea782ed → eda1e887812e\n\n/,
    )
    expect(diffMarkdown(byFrance)).toMatch(
      /^# Addition \\<of\\> a treaty \(add\)\n\nProposed by France \(FRA\)\.\n\n1 added\.\n\n<sub>13e06ea782ed → eda1e887812e<\/sub>\n\n/,
    )
    expect(diffHtml(byFrance)).toContain('<title>Redline: Addition &lt;of&gt; a treaty (add)</title>')
    expect(diffHtml(byFrance)).toContain(
      '<h1>Redline: Addition &lt;of&gt; a treaty (add)</h1>\n<p>Proposed by France (FRA).</p>\n<p>1 added.</p>\n<p class="facts"><small>13e06ea782ed → eda1e887812e</small></p>',
    )
    const header = unzipSync(diffDocx(byFrance, { author: 'France' }))['word/header.xml'] ?? new Uint8Array()
    expect(strFromU8(header)).toContain('Addition &lt;of&gt; a treaty (add), proposed by France (FRA)')
    expect(diffJson(byFrance)).toMatchObject({ from: '13e06ea782ed', proposal: { proposal: 'add', by: 'FRA' } })
  })

  it('names an office as one says it, and a Party that the register does not name by its code', () => {
    expect(diffText(of({ proposal: 'add', title: 'A', by: 'secretariat' }))).toContain('proposed by the Secretariat')
    expect(diffText(of({ proposal: 'add', title: 'A', by: 'BRA' }))).toContain('proposed by BRA:')
  })

  it('of two revisions is their names', () => {
    expect(diffText(difference)).toMatch(/^13e06ea782ed → eda1e887812e: 1 added\n\n/)
    expect(diffHtml(difference)).toContain('<h1>Redline: 13e06ea782ed to eda1e887812e</h1>')
    expect(diffJson(difference)).not.toHaveProperty('proposal')
  })
})
