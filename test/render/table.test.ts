import { describe, expect, it } from 'vitest'
import { displayWidth, table } from '../../src/render/index.ts'

describe('a table', () => {
  it('is aligned, wide characters counted as the two columns they take', () => {
    expect(
      table(
        [
          ['公约', 'a'],
          ['FRA', 'b'],
        ],
        { headings: ['Name', 'X'] },
      ),
    ).toBe(['Name  X', '────  ─', '公约  a', 'FRA   b'].join('\n'))
  })

  it('breaks its last column where it is wider than the terminal', () => {
    const lines = table([['FRA', 'one two three four five six seven eight nine ten']], { width: 30 }).split('\n')
    expect(lines).toEqual(['FRA  one two three four five', '     six seven eight nine ten'])
  })

  it('lets no cell forge a row', () => {
    expect(table([['FRA', 'a\nBRA  b']])).toBe('FRA  a␊BRA  b')
  })
})

describe('the width of text on a terminal', () => {
  it.each([
    ['abc', 3],
    ['公约', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍⚖️', 2],
    ['', 0],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})
