import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/cli/output/usage-error.ts'

describe('the name that a word is a misspelling of', () => {
  const names = ['validate', 'verify', 'diff', 'log', 'show', '--at', '--as-of']

  it.each([
    ['valdate', 'validate'],
    ['verfiy', 'verify'],
    ['dif', 'diff'],
    ['lug', 'log'],
    ['--as-off', '--as-of'],
  ])('%s: %s', (word, meant) => expect(nearest(word, names)).toBe(meant))

  it.each(['ratify', 'x', '', 'lo', '--foo', 'validate-all'])('%s: none', (word) => {
    expect(nearest(word, names)).toBeUndefined()
  })

  it('is not guessed among several', () => expect(nearest('entty', ['entry', 'entity'])).toBeUndefined())
})
