import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  csvCell,
  escapeMarkdown,
  escapeXml,
  safeForTerminal,
  safeLines,
  safePainted,
  TERMINAL_COLOURS,
} from '../../../src/render/index.ts'

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

describe('lines on a terminal', () => {
  it('keep their line feeds, and nothing else that a terminal obeys', () => {
    expect(safeLines('a\u001b[31m\nb\tc\u202ed\r\n')).toBe('a␛[31m\nb␉c⟨U+202E⟩d␍\n')
  })

  it('keep the colours that we put around words, and no other code', () => {
    const paint = Object.values(TERMINAL_COLOURS)
    for (const colour of paint) expect(safePainted(colour('words\n'))).toBe(colour('words\n'))
    expect(safePainted('\u001b[2J\u001b[1;31m\u001b]0;x\u0007\u202e')).toBe('␛[2J␛[1;31m␛]0;x␇⟨U+202E⟩')
  })
})

describe('words in HTML', () => {
  it('hold no markup', () => {
    expect(escapeXml(`<script>alert("x")</script> & 'y'`)).toBe(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;',
    )
  })

  it('never open a tag or close an attribute', () => {
    fc.assert(fc.property(hostile, (words) => !/[<>"']/.test(escapeXml(words))))
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
