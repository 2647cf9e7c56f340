import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository } from './annex.ts'

const DRAFT = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--statement', 'Why.']
const BY_THE_OTHER = ['--reading', 'criteria-for-deletion=every-change']

describe('a draft that Article 70(3) allows to be sent under one reading only', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    annexDone(folder, 'proposal', 'new', 'no-rabat', ...DRAFT, '--title', 'Deletion')
    annexDone(folder, 'entry', 'remove', 'annex-1', 'rabat-2008')
    annexDone(folder, 'proposal', 'commit')
  })

  it('is checked, and the answer names the provisions and readings', () => {
    const { status, json } = annexJson(folder, 'proposal', 'check', 'no-rabat', '--as-of', '2021-01-15')
    expect(status).toBe(0)
    expect(json).toMatchObject({
      provisions: ['70(1)', '70(3)'],
      readings: { 'criteria-for-deletion': 'additions-only', 'in-force-test-date': 'circulation' },
      divergences: [{ reading: 'criteria-for-deletion', option: 'every-change', findings: ['law/70-3-in-force'] }],
      findings: [],
    })
    const said = annexDone(folder, 'proposal', 'check', 'no-rabat', '--as-of', '2021-01-15')
    expect(said).toContain(
      'Checked under 70(1), 70(3); readings: criteria-for-deletion: additions-only; in-force-test-date: circulation.\n',
    )
    expect(said).toContain('criteria-for-deletion = every-change: findings: law/70-3-in-force\n')
  })

  it('is refused under the other reading', () => {
    expect(annexJson(folder, 'proposal', 'check', 'no-rabat', '--as-of', '2021-01-15', ...BY_THE_OTHER)).toMatchObject({
      status: 1,
      json: {
        readings: { 'criteria-for-deletion': 'every-change' },
        divergences: [
          { reading: 'criteria-for-deletion', option: 'additions-only', findings: [] },
          { reading: 'criteria-force', option: 'hortatory', findings: [] },
        ],
        findings: [{ rule: 'law/70-3-in-force', cite: '70(3)' }],
      },
    })
  })

  it('has an outcome that names the reading after it was sent, and what the other reading would find', () => {
    annexDone(folder, 'proposal', 'circulate', 'no-rabat', '--on', '2021-01-15', '--ref', 'X-1')
    const asked = ['proposal', 'status', 'no-rabat', '--as-of', '2021-03-01']
    expect(annexJson(folder, ...asked)).toMatchObject({
      status: 0,
      json: {
        status: 'circulated',
        readings: { 'criteria-for-deletion': 'additions-only' },
        divergences: [
          {
            reading: 'criteria-for-deletion',
            option: 'every-change',
            status: 'circulated',
            findings: ['law/70-3-in-force'],
          },
        ],
        findings: [],
      },
    })
    expect(annexDone(folder, ...asked)).toContain('findings: law/70-3-in-force')
    expect(annexJson(folder, ...asked, ...BY_THE_OTHER)).toMatchObject({
      status: 1,
      json: { status: 'circulated', findings: [{ rule: 'law/70-3-in-force' }] },
    })
  })

  it('takes the facts of an instrument that is only reworded from main', () => {
    annexDone(folder, 'proposal', 'new', 'other-rabat', ...DRAFT, '--title', 'Other words')
    annexDone(folder, 'entry', 'reword', 'annex-1', 'rabat-2008', '--text', 'Other words')
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'circulate', 'other-rabat', '--on', '2021-01-15', '--ref', 'X-2')
    const asked = ['proposal', 'status', 'other-rabat', '--as-of', '2021-03-01', ...BY_THE_OTHER]
    expect(annexJson(folder, ...asked)).toMatchObject({ json: { findings: [{ rule: 'law/70-3-in-force' }] } })
  })
})

describe('annex simulate', () => {
  it('reports what should have stopped the draft from being sent, with exit code 1', () => {
    const folder = exerciseRepository()
    const states = Array.from(
      { length: 30 },
      (_, index) => `Q${String.fromCharCode(65 + (index % 26))}${index < 26 ? 'A' : 'B'}`,
    )
    const parties = states.map((code) => `  - {code: ${code}, instrument: ratification, deposited: 2017-03-01}`)
    const lines = [
      'asOf: 2021-10-20',
      'basis: "70.1"',
      'by: JPN',
      'parties:',
      ...parties,
      'events:',
      '  - {on: 2021-01-15, event: circulated}',
    ]
    writeFileSync(join(folder, 'what-if.yaml'), lines.join('\n'))
    expect(annexJson(folder, 'simulate', 'what-if.yaml')).toMatchObject({
      status: 1,
      json: [{ status: 'in-force', findings: [{ rule: 'law/standing', cite: '70(1)', at: { path: ['by'] } }] }],
    })
    expect(annex(folder, 'simulate', 'what-if.yaml').stdout).toContain('JPN is not a State Party on 15 January 2021')
  })
})
