import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

const DRAFT = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--statement', 'Why.']
const OBJECTING = 'ARG BRA CHL CIV CRI EGY GHA IDN IND KEN MEX NLD'.split(' ')

describe('closing a record', () => {
  let folder: string
  const close = (asOf: string) => annex(folder, 'proposal', 'close', 'pd', '--reason', 'lapsed', '--as-of', asOf)
  const status = (asOf: string) => annexJson(folder, 'proposal', 'status', 'pd', '--as-of', asOf).json

  beforeAll(() => {
    folder = exerciseRepository()
    annexDone(folder, 'proposal', 'new', 'pd', ...DRAFT, '--title', 'A wording')
    annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', 'Other words')
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'circulate', 'pd', '--on', '2024-01-15', '--ref', 'X-1')
  })

  it('is refused while the period runs, and writes nothing', () => {
    const before = git(folder, 'rev-parse', 'main')
    expect(close('2024-07-15')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'annex: "pd" is circulated on 2024-07-15, and closing its record does not end it; record its proposer\'s withdrawal (annex proposal record pd withdrawn --on DATE), or wait until the period ends on 2024-07-15\n',
    })
    expect(git(folder, 'rev-parse', 'main')).toBe(before)
  })

  it('is refused once the law lets the amendment into force', () => {
    expect(close('2024-07-16')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('record what the law has decided: annex proposal adopt pd'),
    })
  })

  it('succeeds, as of a day, when one third has objected', () => {
    for (const party of OBJECTING) {
      annexDone(folder, 'proposal', 'record', 'pd', 'objection', '--party', party, '--on', '2024-02-01')
    }
    expect(close('2024-07-16')).toMatchObject({
      status: 0,
      stdout: 'Closed pd as of 2024-07-16: lapsed. Its record stays on main.\n',
    })
    expect(status('2024-01-10')).toMatchObject({ status: 'draft' })
    expect(status('2024-07-15')).toMatchObject({ status: 'circulated', deadline: '2024-07-15' })
    expect(status('2024-07-16')).toMatchObject({ status: 'closed' })
    expect(annexDone(folder, 'deadlines', '--as-of', '2024-07-15')).toMatch(/2024-07-15 +Last day .* pd counts/)
    annexDone(folder, 'verify')
  })
})
