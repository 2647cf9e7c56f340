import { describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, newFolder } from './annex.ts'

describe('annex rules', () => {
  const folder = newFolder()

  it('lists every rule, or those of a group, in any folder', () => {
    const all = annexDone(folder, 'rules').split('\n')
    expect(all[0]).toMatch(/^rule +level +provision +requirement/)
    expect(all.find((line) => line.startsWith('law/70-3-in-force'))).toMatch(/ error +70\(3\) +An instrument/)
    const law = annexDone(folder, 'rules', 'law').trimEnd().split('\n').slice(2)
    expect(law.length).toBeGreaterThan(30)
    for (const line of law) expect(line).toMatch(/^law\//)
  })

  it('shows the page of one, with a wrong and a right example', () => {
    const page = annexDone(folder, 'rules', 'text/number-unique')
    expect(page).toMatch(/^text\/number-unique \(error\)/)
    expect(page).toMatch(/Found at line \d+, column \d+:\n {4}document: list/)
    expect(page).toMatch(/Right:\n {4}document: list/)
  })

  it('gives the same as JSON', () => {
    const { status, json } = annexJson(folder, 'rules', 'law/standing')
    expect(status).toBe(0)
    expect(json).toMatchObject({ rules: [{ id: 'law/standing', level: 'error', good: null, bad: null }] })
  })

  it('says where the list is when the rule is unknown', () => {
    expect(annex(folder, 'rules', 'text/no-such-rule')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'annex: unknown rule "text/no-such-rule"; annex rules lists all rules\n',
    })
  })
})
