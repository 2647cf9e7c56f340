import { describe, expect, it } from 'vitest'
import { githubSummary, junit } from '../../../src/render/index.ts'
import type { Finding } from '../../../src/treaty/index.ts'

const finding = (line: number, message: string): Finding => ({
  rule: 'text/number-order',
  level: 'error',
  message,
  hint: 'Correct it',
  at: { file: 'annexes/a.yaml', position: { line, column: 1, endLine: line, endColumn: 2 } },
})

describe('a JUnit report', () => {
  it('has one name for each case', () => {
    const report = junit([finding(1, 'One'), finding(1, 'Two'), finding(2, 'Three'), finding(1, 'Four')], [])
    const names = [...report.matchAll(/<testcase classname="[^"]*" name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual([
      'text/number-order:1:1',
      'text/number-order:1:1 (2)',
      'text/number-order:2:1',
      'text/number-order:1:1 (3)',
    ])
  })
})

describe('a job summary', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) => finding(index + 1, `Number ${index} é`))
  const length = (text: string) => new TextEncoder().encode(text).length

  it('ends at a row when there is no room for more, and says how many are left', () => {
    const room = 1024 * 1024
    const summary = githubSummary(findings, 'annex validate', 'All.', room)
    expect(length(githubSummary(findings, 'annex validate', 'All.'))).toBeGreaterThan(room)
    expect(length(summary)).toBeLessThanOrEqual(room)
    expect(length(summary)).toBeGreaterThan(room - 2000)
    const rows = summary.split('\n').filter((line) => line.startsWith('| error'))
    expect(rows.at(-1)).toMatch(/ \|$/)
    expect(summary).toContain(`${20_000 - rows.length} more findings did not fit here`)
  })

  it('is whole when it fits', () => {
    expect(githubSummary(findings.slice(0, 3), 'annex validate', 'All.', 10_000)).toBe(
      githubSummary(findings.slice(0, 3), 'annex validate', 'All.'),
    )
  })
})
