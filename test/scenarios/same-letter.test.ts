import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, git } from './annex.ts'
import { circulated, copyOf, type Offices, officesThatShare, verified } from './two-offices.ts'

let prepared: Offices

beforeAll(() => {
  prepared = officesThatShare((folder) => {
    circulated(folder, 'pending')
  })
})

interface Report {
  findings: { rule: string; level: string; message: string; hint: string }[]
  summary: { errors: number; warnings: number; notes: number }
}

function record(folder: string, on: string, ref: string, ...more: string[]): { status: number | null; json: unknown } {
  const event = ['objection', '--party', 'BRA', '--on', on, '--ref', ref, ...more]
  return annexJson(folder, 'proposal', 'record', 'pending', ...event)
}

/** Both offices record a letter, and synchronize until both have both. */
function shared(here: Parameters<typeof record>, there: Parameters<typeof record>): void {
  for (const words of [here, there]) expect(record(...words)).toMatchObject({ status: 0 })
  for (const folder of [here[0], there[0], here[0]]) annexDone(folder, 'sync')
}

const validated = (folder: string) => annexJson(folder, 'validate') as { status: number | null; json: Report }
const objections = (folder: string) => annexJson(folder, 'proposal', 'status', 'pending', '--as-of', '2021-03-01').json
const eventsOf = (folder: string) =>
  git(folder, 'ls-tree', '-r', '--name-only', 'main', 'annexes/proposals/pending/events').match(/[^/]*objection[^\n]*/g)

describe('two offices that record one letter', () => {
  it('under one reference keep it once', () => {
    const { here, there } = copyOf(prepared)
    shared([here, '2021-02-03', 'C.N.12'], [there, '2021-02-03', 'C.N.12'])
    expect(eventsOf(here)).toEqual(['2021-02-03-objection-BRA.yaml'])
    for (const folder of [here, there]) {
      expect(validated(folder)).toMatchObject({ status: 0, json: { summary: { errors: 0, warnings: 0 } } })
      expect(verified(folder)).toEqual([])
    }
  })

  it('under two references count it once, without an error or a warning', () => {
    const { here, there } = copyOf(prepared)
    shared([here, '2021-02-03', 'C.N.12'], [there, '2021-02-03', 'C.N.13', '--note', 'By mail'])
    expect(eventsOf(here)).toHaveLength(2)
    for (const folder of [here, there]) {
      const { status, json } = validated(folder)
      expect(status).toBe(0)
      expect(json.summary).toMatchObject({ errors: 0, warnings: 0 })
      expect(json.findings.filter(({ rule }) => rule === 'law/same-letter')).toMatchObject([
        { level: 'note', message: expect.stringContaining('2021-02-03-objection-BRA.yaml too; it counts once') },
      ])
      expect(objections(folder)).toMatchObject({
        objections: 1,
        status: 'circulated',
        findings: [{ rule: 'law/same-letter', level: 'note' }],
      })
      expect(verified(folder)).toEqual([])
    }
  })

  it('also where the letter withdraws an objection, or the proposal', () => {
    const { here, there } = copyOf(prepared)
    record(here, '2021-02-03', 'C.N.12')
    annexDone(here, 'sync')
    annexDone(there, 'sync')
    for (const [folder, ref] of [
      [here, 'C.N.14'],
      [there, 'C.N.15'],
    ] as const) {
      const withdrawn = ['objection-withdrawn', '--party', 'BRA', '--on', '2021-02-10', '--ref', ref]
      annexDone(folder, 'proposal', 'record', 'pending', ...withdrawn)
      annexDone(folder, 'proposal', 'record', 'pending', 'withdrawn', '--on', '2021-02-20', '--ref', ref)
    }
    for (const folder of [here, there, here]) annexDone(folder, 'sync')
    expect(validated(here)).toMatchObject({ status: 0, json: { summary: { errors: 0, warnings: 0 } } })
    expect(objections(here)).toMatchObject({ status: 'closed' })
    expect(verified(there)).toEqual([])
  })
})

describe('two offices that record one letter under two days', () => {
  it('are told so by a warning that names both files and the rectification, which puts it right', () => {
    const { here, there } = copyOf(prepared)
    shared([here, '2021-02-03', 'C.N.12'], [there, '2021-02-05', 'C.N.12'])
    const { json } = validated(here)
    expect(json.summary).toMatchObject({ errors: 0, warnings: 1 })
    const [warning] = json.findings.filter(({ rule }) => rule === 'law/objection-once')
    expect(warning?.message).toContain('on 3 February 2021 (2021-02-03-objection-BRA.yaml); the first one counts')
    expect(warning?.message).toContain('2021-02-05-objection-BRA.yaml of 5 February 2021 has no effect')
    for (const name of ['2021-02-05-objection-BRA.yaml', '2021-02-03-objection-BRA.yaml']) {
      expect(warning?.hint).toContain(`annex proposal rectify pending ${name} --void --on DATE --ref REF --reason TEXT`)
    }
    expect(annexJson(there, 'verify').json).toMatchObject({ summary: { errors: 0 } })
    expect(objections(here)).toMatchObject({ objections: 1 })
    const slip = ['--void', '--on', '2021-02-07', '--ref', 'C.N.12', '--reason', 'Received on 3 February']
    annexDone(there, 'proposal', 'rectify', 'pending', '2021-02-05-objection-BRA.yaml', ...slip)
    annexDone(there, 'sync')
    annexDone(here, 'sync')
    expect(validated(here)).toMatchObject({ status: 0, json: { summary: { errors: 0, warnings: 0 } } })
    expect(annexJson(here, 'verify').json).toMatchObject({ summary: { errors: 0, warnings: 0 } })
  })
})

describe('annex proposal record', () => {
  it('writes nothing for a letter that is on record under the same reference', () => {
    const { here } = copyOf(prepared)
    record(here, '2021-02-03', 'C.N.12')
    const before = git(here, 'rev-parse', 'main')
    expect(record(here, '2021-02-03', 'C.N.12')).toMatchObject({
      status: 0,
      json: { commit: null, file: 'annexes/proposals/pending/events/2021-02-03-objection-BRA.yaml' },
    })
    const { status, stdout } = annex(
      here,
      ...['proposal', 'record', 'pending', 'objection', '--party', 'BRA', '--on', '2021-02-03', '--ref', 'C.N.12'],
    )
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Already recorded on main') })
    expect(git(here, 'rev-parse', 'main')).toBe(before)
  })

  it.each(['2021-02-05', '2021-02-01'])('refuses one that contradicts it, of %s, unless it is forced', (day) => {
    const { here } = copyOf(prepared)
    record(here, '2021-02-03', 'C.N.12')
    expect(record(here, day, 'C.N.13')).toMatchObject({
      status: 1,
      json: { commit: null, file: null, findings: [{ rule: 'law/objection-once', level: 'warning' }] },
    })
    expect(record(here, day, 'C.N.13', '--force')).toMatchObject({ status: 0 })
    expect(objections(here)).toMatchObject({ objections: 1 })
  })
})
