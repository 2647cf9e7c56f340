import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

const DAY = ['--on', '2021-01-15', '--ref', 'C.N.2']

describe('a correction of the text (VCLT 79)', () => {
  let folder: string
  const status = (day: string) => annexJson(folder, 'proposal', 'status', 'correct-worms', '--as-of', day).json

  beforeAll(() => {
    folder = exerciseRepository()
    const drafted = '--basis correction --document technical-annex --by depositary --title Worms'.split(' ')
    annexDone(folder, 'proposal', 'new', 'correct-worms', ...drafted)
    annexDone(folder, 'entry', 'reword', 'technical-annex', 'worms', '--text', 'Worm')
    annexDone(folder, 'proposal', 'commit', '-m', 'Correct the name')
  })

  it('is not an amendment: it is neither submitted to the Conference nor recommended', () => {
    for (const way of ['submit', 'recommend']) {
      const { status: code, stdout } = annex(folder, 'proposal', way, 'correct-worms', ...DAY, '--json')
      expect([code, stdout]).toEqual([1, expect.stringContaining('law/event-possible')])
    }
    expect(git(folder, 'ls-tree', '-r', '--name-only', 'main')).not.toContain('proposals/correct-worms')
  })

  it('cannot be notified with a period for objections that is already over', () => {
    const words = ['proposal', 'circulate', 'correct-worms', ...DAY, '--until', '2021-01-15', '--json']
    const { status: code, stdout } = annex(folder, ...words)
    expect([code, stdout]).toEqual([1, expect.stringContaining('law/correction-time-limit')])
  })

  it('can be objected to until the day that the depositary named, and then replaces the text for every Party', () => {
    annexDone(folder, 'proposal', 'circulate', 'correct-worms', ...DAY, '--until', '2021-03-01')
    expect(status('2021-03-01')).toMatchObject({ status: 'circulated', deadline: '2021-03-01' })
    expect(status('2021-03-02')).toMatchObject({ status: 'in-force' })
    const late = ['proposal', 'record', 'correct-worms', 'correction-objection', '--party', 'BRA', '--on', '2021-03-02']
    expect(annex(folder, ...late, '--ref', 'C.N.3').stdout).toContain('law/objection-in-time')
  })

  it('is stopped by one objection in that period', () => {
    const objection = ['proposal', 'record', 'correct-worms', 'correction-objection', '--party', 'BRA']
    annexDone(folder, ...objection, '--on', '2021-03-01', '--ref', 'C.N.3', '--force')
    expect(status('2021-03-02')).toMatchObject({ status: 'blocked', objections: 1 })
  })
})
