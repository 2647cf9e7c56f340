import { describe, expect, it } from 'vitest'
import { didYouMean, nearest, nearestNames } from '../../src/treaty/index.ts'

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

describe('the names that are close to a word', () => {
  it.each([
    ['denominator', ['denominator-date']],
    ['LATE-JOINER', ['late-joiner']],
    ['late-joinr', ['late-joiner']],
    ['late', ['late-joiner', 'late-consent']],
    ['nothing', []],
    ['', []],
  ])('%s: %j', (word, close) => {
    expect(nearestNames(word, ['denominator-date', 'late-joiner', 'late-consent'])).toEqual(close)
  })

  it.each([
    [[], ''],
    [['FRA'], 'did you mean FRA?'],
    [['FRA', 'FRO', 'GRE'], 'did you mean FRA, FRO or GRE?'],
  ])('as a question: %j', (names, question) => expect(didYouMean(names)).toBe(question))
})
