import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, escapeHtml, escapeMarkdown, safeForTerminal } from '../../../src/render/index.ts'

const hostile = fc.string({ unit: 'binary', maxLength: 40 })

describe('words on a terminal', () => {
  it('hold no control, no bidirectional override and nothing invisible but the joiners scripts need', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        expect(safeForTerminal(words)).not.toMatch(/\p{Cc}|\p{Cs}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('show what stood there', () => {
    expect(safeForTerminal('a\u001b[31mb\u202ec\u0000d\ne\u007f')).toBe('a␛[31mb⟨U+202E⟩c␀d␊e␡')
  })

  it('leave scripts as they are', () => {
    const words = 'الاتفاقية 公约 договор l’État می‌خواهم 👩‍⚖️'
    expect(safeForTerminal(words)).toBe(words)
  })
})

describe('words in HTML', () => {
  it('hold no markup', () => {
    expect(escapeHtml(`<script>alert("x")</script> & 'y'`)).toBe(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;',
    )
  })

  it('never open a tag or close an attribute', () => {
    fc.assert(fc.property(hostile, (words) => !/[<>"']/.test(escapeHtml(words))))
  })
})

describe('words in Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`code`', '\\`code\\`'],
    ['<script>', '\\<script\\>'],
    ['[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['https://example.org', 'https&#58;//example.org'],
    ['@someone #12', '@&#8203;someone \\#&#8203;12'],
    ['GH-5, gh-12 and GH-X', 'GH-&#8203;5, gh-&#8203;12 and GH-X'],
    ['two\nlines', 'two<br>lines'],
    ['a & &lt;', 'a &amp; &amp;lt;'],
  ])('%j becomes %j', (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped)
  })
})

describe('a cell of a CSV file', () => {
  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝cmd()', "'＝cmd()"],
    ['\u3000＋1', "'\u3000＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\t=1', "'␉=1"],
    ['＝cmd()', "'＝cmd()"],
    ['\u3000＋1', "'\u3000＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\u001b[31m', '␛[31m'],
    ['two\nlines', '"two\nlines"'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['plain words', 'plain words'],
  ])('%j becomes %j', (words, cell) => {
    expect(csvCell(words)).toBe(cell)
  })
})
