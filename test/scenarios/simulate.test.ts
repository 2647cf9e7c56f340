import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annex, annexJson, newFolder } from './annex.ts'

const CODES = Array.from(
  { length: 36 },
  (_, index) => `P${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
)
const PARTIES = CODES.map((code) => `  - {code: ${code}, instrument: ratification, deposited: 2017-03-01}`).join('\n')

function whatIf(name: string, objecting: number, asOf: string): string {
  const objections = CODES.slice(0, objecting).map((code) => `  - {on: 2021-02-01, event: objection, party: ${code}}`)
  return [
    `name: ${name}`,
    `asOf: ${asOf}`,
    'basis: "70.1"',
    `by: ${CODES[35]}`,
    'parties:',
    PARTIES,
    'events:',
    '  - {on: 2021-01-15, event: circulated}',
    ...objections,
    '',
  ].join('\n')
}

describe('annex simulate', () => {
  it('answers each YAML document of a file, in order, without a repository', () => {
    const folder = newFolder()
    const all = [
      whatIf('eleven of thirty-six', 11, '2021-08-14'),
      whatIf('twelve of thirty-six', 12, '2021-08-14'),
      whatIf('the last day', 12, '2021-07-15'),
    ]
    writeFileSync(join(folder, 'what-if.yaml'), all.join('---\n'))
    const { status, json } = annexJson(folder, 'simulate', 'what-if.yaml')
    expect(json).toMatchObject([
      {
        name: 'eleven of thirty-six',
        status: 'in-force',
        ratifying: 36,
        objections: 11,
        blocksAt: 12,
        deadline: '2021-07-15',
      },
      { name: 'twelve of thirty-six', status: 'blocked', objections: 12, parties: {} },
      { name: 'the last day', status: 'circulated', parties: {} },
    ])
    expect(status).toBe(0)
  })

  it('takes another reading on the command line', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'one.yaml'), whatIf('one', 1, '2021-08-14'))
    const { json } = annexJson(folder, 'simulate', 'one.yaml', '--reading', 'denominator-date=circulation')
    expect(json).toMatchObject([{ readings: { 'denominator-date': 'circulation' } }])
  })

  it('refuses an invalid scenario, with file and line', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'bad.yaml'), 'name: x\nasOf: 2021-02-30\nbasis: "70.1"\nparties: []\nevents: []\n')
    const { status, stderr } = annex(folder, 'simulate', 'bad.yaml')
    expect(stderr).toMatch(/^annex: bad\.yaml:2: /)
    expect(status).toBe(2)
  })
})
