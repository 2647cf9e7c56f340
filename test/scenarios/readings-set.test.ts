import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, copied, exerciseRepository, git } from './annex.ts'
import { adopted, circulated, officesThatShare } from './two-offices.ts'

const DAY = ['--as-of', '2021-08-14']
const WHY = ['--reason', 'Decided by the Conference, decision 1/4']
const FILE = 'annexes/readings.yaml'

function found(folder: string): {
  status: number | null
  findings: { rule: string; level: string; message: string }[]
} {
  const { status, json } = annexJson(folder, 'verify')
  return { status, findings: (json as { findings: { rule: string; level: string; message: string }[] }).findings }
}

function lastSubject(folder: string): string {
  return git(folder, 'log', '-1', '--format=%s', 'main').trim()
}

describe('annex readings set', () => {
  let prepared: string

  beforeAll(() => {
    prepared = exerciseRepository()
    // Eleven of thirty-six object; a twelfth Party of the third would stop it.
    circulated(prepared, 'one')
    adopted(prepared, 'one')
  })

  it('records the option, the reason and the day on main, in a commit of its own', () => {
    const folder = copied(prepared)
    const said = annexDone(folder, 'readings', 'set', 'late-joiner', 'unamended', ...WHY, ...DAY)
    expect(said).toContain('Recorded on main: the reading late-joiner is unamended (was as-amended).')
    expect(readFileSync(join(folder, FILE), 'utf8')).toMatch(
      /late-joiner: unamended\n[\s\S]*decisions:\n {2}- reading: late-joiner\n {4}option: unamended\n {4}reason: Decided by the Conference, decision 1\/4\n {4}recorded: \d{4}-\d\d-\d\d\n$/,
    )
    expect(git(folder, 'log', '-1', '--format=%B', 'main').trim()).toBe(
      'Set the reading late-joiner: unamended\n\nDecided by the Conference, decision 1/4\n\nWas: as-amended',
    )
    expect(found(folder)).toEqual({ status: 0, findings: [] })
    expect(annexJson(folder, 'readings', 'late-joiner').json).toMatchObject({
      chosen: 'unamended',
      decided: { option: 'unamended', reason: 'Decided by the Conference, decision 1/4' },
    })
    expect(annexDone(folder, 'readings', 'late-joiner')).toMatch(/^Set on .*: Decided by the Conference/m)
    expect(annex(folder, 'validate', FILE)).toMatchObject({ status: 0 })
    expect(annex(folder, 'fmt', '--check')).toMatchObject({ status: 0 })
  })

  it('records nothing a second time, but a new reason', () => {
    const folder = copied(prepared)
    annexDone(folder, 'readings', 'set', 'late-joiner', 'unamended', ...WHY)
    const main = git(folder, 'rev-parse', 'main')
    expect(annexDone(folder, 'readings', 'set', 'late-joiner', 'unamended', ...WHY)).toBe(
      'Nothing to record: main already has this decision on late-joiner.\n',
    )
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
    annexDone(folder, 'readings', 'set', 'late-joiner', 'unamended', '--reason', 'Confirmed at the second session')
    annexDone(folder, 'readings', 'set', 'late-joiner', 'as-amended', '--reason', 'Reversed at the third session')
    expect(annexJson(folder, 'readings', 'late-joiner').json).toMatchObject({ chosen: 'as-amended' })
    expect(found(folder)).toEqual({ status: 0, findings: [] })
  })

  it('names the recorded outcomes that change', () => {
    const folder = exerciseRepository()
    circulated(folder, 'one')
    for (const party of ['BRA', 'ARG', 'AUS', 'AUT', 'BEL', 'CAN']) {
      const event = ['objection', '--party', party, '--on', '2021-02-03']
      annexDone(folder, 'proposal', 'record', 'one', ...event)
      annexDone(folder, 'proposal', 'record', 'one', 'objection-withdrawn', '--party', party, '--on', '2021-02-04')
    }
    const json = annexJson(folder, 'readings', 'set', 'objection-withdrawal', 'irrevocable', ...WHY, ...DAY).json
    expect(json).toMatchObject({
      before: 'before-deadline-nets',
      option: 'irrevocable',
      outcomes: [{ proposal: 'one', edition: null, before: 'in-force', after: 'in-force' }],
    })
    const { outcomes } = json as { outcomes: { parties: string[] }[] }
    expect(outcomes[0]?.parties).toEqual(['ARG', 'AUS', 'AUT', 'BEL', 'BRA', 'CAN'])
  })

  it.each([
    [
      ['denominator', 'deadline'],
      /^annex: unknown reading "denominator"; did you mean denominator-date\? choose among /,
    ],
    [
      ['late-joiner', 'unamend'],
      /has no option "unamend"; did you mean unamended\? choose among as-amended, unamended/,
    ],
    [['Late', 'x'], /^annex: "Late" is not a reading; /],
  ])('refuses %j, with the nearest that exist', (words, says) => {
    const main = git(prepared, 'rev-parse', 'main')
    expect(annex(prepared, 'readings', 'set', ...words, ...WHY)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(says),
    })
    expect(git(prepared, 'rev-parse', 'main')).toBe(main)
  })

  it('refuses to set one without a reason', () => {
    expect(annex(prepared, 'readings', 'set', 'late-joiner', 'unamended').stderr).toBe(
      'annex: the flag --reason is required; see annex readings set --help\n',
    )
    expect(annex(prepared, 'readings', 'set', 'late-joiner', 'unamended', '--reason', ' ').stderr).toBe(
      'annex: the reason is empty; write who decided it and why: --reason TEXT\n',
    )
  })

  it('puts a change by hand right', () => {
    const folder = copied(prepared)
    const file = join(folder, FILE)
    writeFileSync(file, readFileSync(file, 'utf8').replace('late-joiner: as-amended', 'late-joiner: unamended'))
    git(folder, 'commit', '-qam', 'Tidy')
    const by = git(folder, 'rev-parse', 'main').slice(0, 12)
    const red = found(folder)
    expect(red).toMatchObject({
      status: 1,
      findings: [{ rule: 'verify/readings-changed', level: 'error', file: FILE }],
    })
    expect(red.findings[0]).toMatchObject({
      message: `Commit ${by} (Tidy, by Clerk) set late-joiner from as-amended to unamended without recording why.`,
      hint: expect.stringContaining('annex readings set late-joiner unamended --reason TEXT'),
    })
    annexDone(folder, 'readings', 'set', 'late-joiner', 'as-amended', '--reason', 'Nobody decided the other option')
    const right = found(folder)
    expect(right).toMatchObject({ status: 0, findings: [{ rule: 'verify/readings-changed', level: 'note' }] })
    expect(right.findings[0]?.message).toContain(lastSubject(folder))
  })

  it('says so where an edition rests on readings that were changed since, without an error', () => {
    const folder = exerciseRepository()
    circulated(folder, 'one')
    const register = annexJson(folder, 'party', 'list', '--as-of', '2021-01-01').json as { parties: { code: string }[] }
    for (const { code } of register.parties.slice(0, 12)) {
      annexDone(folder, 'proposal', 'record', 'one', 'objection', '--party', code, '--on', '2021-02-03')
      annexDone(folder, 'proposal', 'record', 'one', 'objection-withdrawn', '--party', code, '--on', '2021-02-04')
    }
    adopted(folder, 'one')
    const said = annexDone(folder, 'readings', 'set', 'objection-withdrawal', 'irrevocable', ...WHY, ...DAY)
    expect(said).toContain('one (adopted as annex-1/v2): in-force on 2021-08-14 becomes blocked')
    expect(found(folder).findings).toMatchObject([
      { rule: 'verify/outcome-altered', level: 'warning', message: expect.stringContaining('it is blocked') },
    ])
  })
})

describe('two offices that set readings at the same time', () => {
  it('keep both decisions, and are asked where they differ', () => {
    const { here, there } = officesThatShare(() => {})
    annexDone(here, 'readings', 'set', 'late-joiner', 'unamended', ...WHY)
    annexDone(there, 'readings', 'set', 'late-consent', 'none', ...WHY)
    annexDone(here, 'sync')
    annexDone(there, 'sync')
    annexDone(here, 'sync')
    for (const office of [here, there]) {
      expect(annexJson(office, 'readings', 'late-joiner').json).toMatchObject({ chosen: 'unamended', decided: {} })
      expect(annexJson(office, 'readings', 'late-consent').json).toMatchObject({ chosen: 'none', decided: {} })
      expect(found(office)).toEqual({ status: 0, findings: [] })
    }
    annexDone(here, 'readings', 'set', 'conference-route', 'alternative', ...WHY)
    annexDone(there, 'readings', 'set', 'conference-route', 'cumulative', ...WHY)
    annexDone(here, 'sync')
    expect(annex(there, 'sync')).toMatchObject({ status: 2, stderr: expect.stringContaining(FILE) })
  })
})
