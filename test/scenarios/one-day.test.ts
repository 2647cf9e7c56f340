import { beforeAll, describe, expect, it } from 'vitest'
import { annexDone, annexJson, exerciseRepository } from './annex.ts'

describe('what happens on one day', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    const opened = ['--basis', '70.2', '--document', 'annex-1', '--by', 'secretariat', '--title', 'An addition']
    annexDone(folder, 'proposal', 'new', 'add', ...opened, '--statement', 'Directly related to international crime.')
    const facts = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...facts)
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'submit', 'add', '--on', '2024-01-15', '--ref', 'X-1')
    annexDone(folder, 'proposal', 'record', 'add', 'conference-vote', '--on', '2024-01-15', '--in-favour', '30')
    annexDone(folder, 'proposal', 'record', 'add', 'consent', '--party', 'FRA', '--on', '2024-01-15')
  })

  it('has the same effect when it is read from the files as when it was recorded', () => {
    const { status, json } = annexJson(folder, 'proposal', 'status', 'add', '--as-of', '2024-03-20')
    const parties = { FRA: { boundFrom: '2024-02-14', because: ['70(6)'] } }
    expect([status, json]).toMatchObject([0, { status: 'in-force', parties, findings: [] }])
    annexDone(folder, 'validate', '--at', 'main')
  })
})
