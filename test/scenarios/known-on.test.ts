import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'
import { circulated, objected } from './two-offices.ts'

/** How many histories the property takes; a run to measure takes more. */
const RUNS = Number(process.env.KNOWN_ON_HISTORIES ?? 1)

const LATER = ['--as-of', '2021-08-20']
const QUESTIONS = [
  ['proposal', 'list', ...LATER],
  ['proposal', 'show', 'p0'],
  ['proposal', 'status', 'p0', ...LATER],
  ['proposal', 'conflicts', ...LATER],
  ['party', 'list', ...LATER],
  ['deadlines', '--as-of', '2021-02-01'],
  ['changelog', ...LATER],
  ['readings'],
  ['log'],
  ['show'],
  ['show', 'annex-1'],
  ['show', 'annex-1', '--for', 'FRA', ...LATER],
  ['explain', 'annex-1', 'hague-1970', '--for', 'BRA', ...LATER],
]

/** The answers of one moment: exit code and JSON of each question. Where a branch was is not recorded. */
function answers(folder: string, ...more: string[]): unknown[] {
  return QUESTIONS.map((words) => {
    const { status, json } = annexJson(folder, ...words, ...more)
    const { knownOn: _, branch: __, ...rest } = json as { knownOn?: unknown; branch?: unknown }
    return { words, status, json: rest }
  })
}

const ACTS: Record<string, (folder: string, count: number) => void> = {
  circulate: (folder, count) => circulated(folder, `p${count}`),
  object: (folder) =>
    void annex(folder, 'proposal', 'record', 'p0', 'objection', '--party', 'ARG', '--on', '2021-03-01'),
  adopt: (folder) => void annex(folder, 'proposal', 'adopt', 'p0', '--as-of', '2021-08-14'),
  denounce: (folder) => void annex(folder, 'party', 'denounce', 'BRA', '--on', '2021-04-01'),
  declare: (folder) =>
    void annex(folder, 'party', 'declare', 'FRA', '--treaty', 'hague-1970', '--ground', 'ceased', '--on', '2021-05-01'),
  set: (folder) => void annex(folder, 'readings', 'set', 'late-joiner', 'unamended', '--reason', 'Decided'),
}

describe('--known-on', () => {
  it('gives at each commit of main the answer that was given then', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(ACTS), { minLength: 4 }), (order) => {
        const folder = exerciseRepository()
        circulated(folder, 'p0')
        const given: [commit: string, answers: unknown[]][] = []
        for (const [index, act] of order.entries()) {
          ACTS[act]?.(folder, index + 1)
          given.push([git(folder, 'rev-parse', 'main').trim(), answers(folder)])
        }
        for (const [commit, then] of given) expect(answers(folder, '--known-on', commit)).toEqual(then)
      }),
      { numRuns: RUNS, seed: Number(process.env.PROPERTY_SEED ?? 20_210_115) },
    )
  })
})

/** Makes the commits of main again, with other times of recording: these days for the last ones, 2022-01-01 for those before. */
function recordAgain(folder: string, days: readonly string[]): void {
  const commits = git(folder, 'rev-list', '--reverse', '--first-parent', 'main').trim().split('\n')
  let parents: string[] = []
  for (const [index, commit] of commits.entries()) {
    const day = days[index - commits.length + days.length] ?? '2022-01-01'
    const words = ['commit-tree', `${commit}^{tree}`, ...parents, '-m', 'Record it']
    const made = git(folder, '-c', `alias.then=!env GIT_COMMITTER_DATE=${day}T12:00:00Z git`, 'then', ...words).trim()
    parents = ['-p', made]
  }
  git(folder, 'update-ref', 'refs/heads/main', parents[1] ?? '')
}

describe('--known-on a day', () => {
  let folder: string
  /** Days of the last commits of main, each at noon UTC; the third is set back before the second. */
  const days = ['2022-02-01', '2022-02-03', '2022-02-02', '2022-02-05']

  beforeAll(() => {
    folder = exerciseRepository()
    circulated(folder, 'p0')
    for (const party of ['BRA', 'ARG', 'AUS']) objected(folder, 'p0', party)
    recordAgain(folder, days)
  })

  const objections = (day: string) => {
    const { json } = annexJson(folder, 'proposal', 'show', 'p0', '--known-on', day)
    return (json as { events: { event: string }[] }).events.filter(({ event }) => event === 'objection').length
  }

  it('is the record at its end in UTC, and no commit counts before the ones it continues', () => {
    expect(objections('2022-02-01')).toBe(0)
    expect(objections('2022-02-02')).toBe(0)
    expect(objections('2022-02-03')).toBe(2)
    expect(objections('2022-02-04')).toBe(2)
    expect(objections('2022-02-05')).toBe(3)
    expect(annexJson(folder, 'proposal', 'show', 'p0', '--known-on', '2022-02-04').json).toMatchObject({
      knownOn: { commit: git(folder, 'rev-parse', 'main~1').trim(), recorded: '2022-02-03T12:00:00Z' },
    })
  })

  it('is named above the answer, and can be asked together with --as-of', () => {
    const words = ['proposal', 'status', 'p0', '--as-of', '2021-02-10', '--known-on', '2022-02-03']
    expect(annexDone(folder, ...words)).toMatch(/^As main recorded it at [0-9a-f]{12}, 2022-02-03T12:00:00Z\.\n\n/)
    expect(annexJson(folder, ...words).json).toMatchObject({ objections: 2, asOf: '2021-02-10' })
  })

  it('is refused where main has no such record', () => {
    expect(annex(folder, 'party', 'list', '--known-on', '2001-01-01')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^annex: main recorded nothing by the end of 2001-01-01 \(UTC\); ask for a later day: /,
      ),
    })
    expect(annex(folder, 'party', 'list', '--known-on', 'proposal/p0')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^annex: proposal\/p0 \([0-9a-f]{12}\) is not in the history of main; name a commit of /,
      ),
    })
    expect(annex(folder, 'log', '--at', 'main', '--known-on', 'main')).toMatchObject({ status: 2 })
  })
})
