import { describe, expect, it } from 'vitest'
import { progressLine } from '../../src/cli/progress.ts'

const WORK = { label: 'annex verify', done: 0, total: 0, drawn: 0, seconds: 1.96 }
const line = (work: Partial<typeof WORK>, columns = 80) => progressLine({ ...WORK, ...work }, columns)

describe('the progress line', () => {
  it.each([
    [{ done: 0, total: 8 }, 'annex verify [------------------------]   0 % 1 s'],
    [{ done: 1, total: 3 }, 'annex verify [########----------------]  33 % 1 s'],
    [{ done: 999, total: 1000 }, 'annex verify [#######################-]  99 % 1 s'],
    [{ done: 8, total: 8 }, 'annex verify [########################] 100 % 1 s'],
  ])('%o shows the part that is done', (work, drawn) => expect(line(work)).toBe(drawn))

  it.each([
    [0, 'annex verify [####--------------------] 1 s'],
    [1, 'annex verify [-####-------------------] 1 s'],
    [20, 'annex verify [--------------------####] 1 s'],
    [21, 'annex verify [-------------------####-] 1 s'],
    [40, 'annex verify [####--------------------] 1 s'],
  ])('a moving block, drawn %i times before, where the number of steps is not known', (times, drawn) => {
    expect(line({ drawn: times })).toBe(drawn)
  })

  it('is shorter than the terminal is wide, so that it never wraps', () => {
    expect(line({}, 20)).toBe('annex verify [####-')
    expect(line({}, 1)).toBe('')
  })
})
