import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

const SCENARIO = 'asOf: 2021-01-01\nbasis: "70.1"\nparties: []\nevents: []\n'

describe('a reading that the Convention does not leave open', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    writeFileSync(join(folder, 'what-if.yaml'), SCENARIO)
    const draft = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'A draft']
    annexDone(folder, 'proposal', 'new', 'a-draft', ...draft)
  })

  it.each([
    [['explain', 'annex-1', 'hague-1970', '--for', 'FRA']],
    [['show', 'annex-1', '--for', 'FRA']],
    [['show', 'annex-1']],
    [['deadlines']],
    [['simulate', 'what-if.yaml']],
    [['proposal', 'status', 'a-draft']],
    [['proposal', 'check', 'a-draft']],
  ])('stops annex %j with the ones there are', (words) => {
    expect(annex(folder, ...words, '--reading', 'foo=bar')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^annex: unknown reading "foo"; choose among ratifying-parties, .*\n$/),
    })
    expect(annex(folder, ...words, '--reading', 'late-joiner=foo')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'annex: the reading late-joiner has no option "foo"; choose among as-amended, unamended\n',
    })
  })

  it('is a finding when a file chooses it', () => {
    writeFileSync(join(folder, 'what-if.yaml'), `${SCENARIO}readings: {foo: bar}\n`)
    expect(annexJson(folder, 'simulate', 'what-if.yaml')).toMatchObject({
      status: 1,
      json: [{ findings: [{ rule: 'law/unknown-reading' }] }],
    })
  })
})

it('an unknown option is reported where it was chosen, by every command', () => {
  const folder = exerciseRepository()
  writeFileSync(
    join(folder, 'annexes/readings.yaml'),
    'readings:\n  late-joiner: unamended\n  denominator-date: bogus\n',
  )
  git(folder, 'commit', '-qam', 'Choose in vain')
  const where = { rule: 'law/unknown-option', file: 'annexes/readings.yaml', line: 3, column: 21 }

  expect(annexJson(folder, 'readings')).toMatchObject({ status: 1, json: { findings: [where] } })
  expect(annex(folder, 'readings', 'denominator-date')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(
      'annexes/readings.yaml:3:21: error: The reading denominator-date has no option "bogus"',
    ),
  })
  expect(annexJson(folder, 'readings', 'late-joiner')).toMatchObject({ status: 0, json: { chosen: 'unamended' } })

  const proposal = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'One', '--statement', 'So']
  annexDone(folder, 'proposal', 'new', 'one', ...proposal)
  const { status, json } = annexJson(folder, 'proposal', 'check', 'one')
  expect(status).toBe(1)
  expect((json as { findings: object[] }).findings).toContainEqual(expect.objectContaining(where))
})
