import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/treaty/index.ts'
import { adoptProposal, closeProposal, verify } from '../../src/workflows/index.ts'
import { hadNotCome, todayInUtc } from '../../src/workflows/record/days-that-have-come.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { annex, annexWith, copied, exerciseRepository, git } from '../scenarios/annex.ts'
import { circulated } from '../scenarios/two-offices.ts'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

let circulation: string
beforeAll(() => {
  circulation = exerciseRepository()
  circulated(circulation, 'p-one')
})

/** What would show that something was written. */
const refs = (folder: string) => git(folder, 'for-each-ref')

describe('a day that has not come', () => {
  it.each([
    ['adopt', 'adopt "p-one" on that day or later; without --as-of it is done as of today'],
    ['close', 'close "p-one" on that day or later; without --as-of it is done as of today'],
  ])('is refused by proposal %s, which writes nothing', (act, remedy) => {
    const folder = copied(circulation)
    const before = refs(folder)
    for (const day of [inDays(2), '2099-12-31', '2999-12-31']) {
      const { status, stdout, stderr } = annex(folder, 'proposal', act, 'p-one', '--as-of', day)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(new RegExp(`^annex: ${day} has not come: today is \\d{4}-\\d\\d-\\d\\d \\(UTC\\); `))
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(remedy)
    }
    expect(refs(folder)).toBe(before)
  })

  it('does not come sooner by any variable of the environment', () => {
    const folder = copied(circulation)
    const before = refs(folder)
    const then = '2040-01-01T00:00:00Z'
    const later = {
      GIT_AUTHOR_DATE: then,
      GIT_COMMITTER_DATE: then,
      SOURCE_DATE_EPOCH: '2208988800',
      TZ: 'Pacific/Kiritimati',
    }
    const more = { ANNEX_DEBUG: '1', ANNEX_TODAY: '2040-01-01', ANNEX_AS_OF: '2040-01-01', FAKETIME: '2040-01-01' }
    for (const act of ['adopt', 'close']) {
      const run = annexWith({ ...later, ...more }, folder, 'proposal', act, 'p-one', '--as-of', inDays(2))
      expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('has not come') })
    }
    expect(refs(folder)).toBe(before)
  })

  it('is judged for the day of today where no day is given, and said', () => {
    const folder = copied(circulation)
    const { status, stdout } = annex(folder, 'proposal', 'adopt', 'p-one')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Recorded on main as adopted as of \d{4}-\d\d-\d\d: p-one, edition annex-1\/v2/)
    expect(git(folder, 'log', '-1', '--format=%b', 'main')).toContain(`\nAs-of: ${todayInUtc()}\n`)
  })

  it('is compared with the day that a function is given', async () => {
    const repository = await openTreatyRepository(copied(circulation))
    const early = adoptProposal(repository, 'p-one', '2021-08-14', '2021-08-13')
    await expect(early).rejects.toMatchObject({
      code: 'not-allowed',
      message: '2021-08-14 has not come: today is 2021-08-13 (UTC)',
    })
    await expect(closeProposal(repository, 'p-one', 'Why.', '2021-08-14', '2021-08-13')).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await adoptProposal(repository, 'p-one', '2021-08-14', '2021-08-14')).toMatchObject({
      edition: 'annex-1/v2',
    })
  })
})

describe('today', () => {
  const before = process.env.TZ
  afterEach(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each(['Pacific/Kiritimati', 'Etc/GMT+12', 'UTC'])('is the day in UTC under TZ=%s', (zone) => {
    process.env.TZ = zone
    const [first, day, last] = [inDays(0), todayInUtc(), inDays(0)]
    expect([first, last]).toContain(day)
  })
})

describe('annex verify', () => {
  const daysFound = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => ['verify/adoption-day', 'verify/closing-allowed'].includes(rule))

  async function found(folder: string, today?: string): Promise<string[]> {
    const { findings } = await verify(await openTreatyRepository(folder), { today })
    return daysFound(findings).map(({ rule, message }) => `${rule} ${message}`)
  }

  it('reports an adoption as of a day that has not come', async () => {
    const folder = copied(circulation)
    annex(folder, 'proposal', 'adopt', 'p-one', '--as-of', '2021-08-14')
    expect(await found(folder)).toEqual([])
    expect(await found(folder, '2021-08-14')).toEqual([])
    expect(await found(folder, '2021-08-13')).toEqual([
      expect.stringMatching(
        /^verify\/adoption-day Commit [0-9a-f]{12} .* recorded annex-1\/v2 as adopted as of 2021-08-14, which has not come \(today is 2021-08-13\)\.$/,
      ),
    ])
  })

  it.each([
    ['2021-08-12T23:59:59Z', true],
    ['2021-08-13T00:00:00Z', false],
    ['2021-08-14T00:00:00Z', false],
    ['2025-01-01T00:00:00Z', false],
  ])('reports an adoption as of 2021-08-14 that was committed at %s: %s', async (time, isReported) => {
    const folder = copied(circulation)
    annexWith({ GIT_COMMITTER_DATE: time }, folder, 'proposal', 'adopt', 'p-one', '--as-of', '2021-08-14')
    const expected = expect.stringContaining('2021-08-14, which had not come when it was committed, on 2021-08-12.')
    expect(await found(folder)).toEqual(isReported ? [expected] : [])
  })

  it('reports a closing, also of a draft, as of a day that has not come, or had not come', async () => {
    const folder = copied(circulation)
    annex(
      folder,
      'proposal',
      'new',
      'p-draft',
      '--basis',
      '70.1',
      '--document',
      'annex-1',
      '--by',
      'FRA',
      '--title',
      'T',
    )
    annex(folder, 'proposal', 'commit')
    const early = { GIT_COMMITTER_DATE: '2021-01-01T00:00:00Z' }
    annexWith(early, folder, 'proposal', 'close', 'p-draft', '--reason', 'Why.', '--as-of', '2021-09-01')
    expect(await found(folder)).toEqual([
      expect.stringContaining(
        'closed "p-draft" on 2021-09-01, which had not come when it was committed, on 2021-01-01.',
      ),
    ])
    expect(await found(folder, '2021-08-31')).toEqual([
      expect.stringContaining('closed "p-draft" on 2021-09-01, which has not come (today is 2021-08-31).'),
    ])
  })
})

it.each([
  [-62_167_219_201, '9999-12-30'],
  [253_402_300_800, '0001-01-01'],
])('a commit at second %d has a day', (timestamp, day) => {
  const nobody = { name: '', email: '', timestamp, offset: 0 }
  const commit = { id: '', tree: '', parents: [], author: nobody, committer: nobody, message: '' }
  expect(hadNotCome(day, commit, '9999-12-31')).toEqual(timestamp < 0 ? expect.any(String) : null)
})
