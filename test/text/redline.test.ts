import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redline } from '../../src/text/index.ts'
import type { Segment } from '../../src/treaty/index.ts'

const without = (segments: Segment[], kind: Segment['kind']) =>
  segments
    .filter((segment) => segment.kind !== kind)
    .map((segment) => segment.words)
    .join('')

const pieces = [
  'Convention',
  'on',
  'the',
  'Hague',
  ' ',
  '  ',
  '\n',
  ',',
  '(',
  ')',
  '1970',
  "l'État",
  '公约',
  'договор',
  'اتفاقية',
  '-',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('a redline', () => {
  it('rebuilds both sides exactly', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = redline(before, after)
        expect(without(segments, 'inserted')).toBe(before)
        expect(without(segments, 'deleted')).toBe(after)
      }),
      { numRuns: 5000 },
    )
  })

  it('rebuilds texts with lone surrogates', () => {
    const segments = redline('a \ud800 b', 'a \udc00 b')
    expect(without(segments, 'inserted')).toBe('a \ud800 b')
    expect(without(segments, 'deleted')).toBe('a \udc00 b')
  })

  it('has no white space alone between two edits, and no two neighbours of the same kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = redline(before, after)
        segments.forEach(({ kind, words }, index) => {
          expect(words).not.toBe('')
          expect(segments[index + 1]?.kind).not.toBe(kind)
          const inside = index > 0 && index < segments.length - 1
          if (kind === 'same' && inside) expect(words.trim()).not.toBe('')
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('marks words, not letters, and punctuation on its own', () => {
    expect(redline('(the Hague, 16 December 1970)', '(The Hague, 16 December 1970).')).toEqual([
      { kind: 'same', words: '(' },
      { kind: 'deleted', words: 'the' },
      { kind: 'inserted', words: 'The' },
      { kind: 'same', words: ' Hague, 16 December 1970)' },
      { kind: 'inserted', words: '.' },
    ])
  })

  it('shows a phrase replaced by another as one edit', () => {
    expect(redline('a network traffic analyzer', 'a device for capture')).toEqual([
      { kind: 'same', words: 'a ' },
      { kind: 'deleted', words: 'network traffic analyzer' },
      { kind: 'inserted', words: 'device for capture' },
    ])
  })

  it('compares scripts without spaces character by character', () => {
    expect(redline('打击恐怖主义公约', '打击腐败公约')).toEqual([
      { kind: 'same', words: '打击' },
      { kind: 'deleted', words: '恐怖主义' },
      { kind: 'inserted', words: '腐败' },
      { kind: 'same', words: '公约' },
    ])
  })

  it('replaces texts with little in common as a whole', () => {
    const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ')
    expect(redline(`Article 1. ${many('a')} End`, `Article 1. ${many('b')} End`)).toEqual([
      { kind: 'same', words: 'Article 1. ' },
      { kind: 'deleted', words: many('a') },
      { kind: 'inserted', words: many('b') },
      { kind: 'same', words: ' End' },
    ])
  })

  it('is empty for two empty texts', () => {
    expect(redline('', '')).toEqual([])
  })
})
