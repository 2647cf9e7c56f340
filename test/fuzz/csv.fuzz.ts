import fc from 'fast-check'
import { expect } from 'vitest'
import { parsePartiesCsv } from '../../src/files/register/parties-file.ts'
import { csv, findingsText } from '../../src/render/index.ts'
import { expectPrintable, fuzz } from './fuzz.ts'
import { mutatedBytes } from './mutate.ts'

const VALID = [
  'code,name,instrument,deposited\nFRA,France,ratification,2017-03-01\nBRA,Brazil,accession,2017-04-09\n',
  '\ufeffcode,name,instrument,deposited,ref\r\nFRA,"France, ""R.F.""",ratification,2017-03-01,\r\n\r\n',
  'deposited,"instrument",code,name\n"2017-03-01" , ratification,FRA,"on\ntwo lines"',
]
const TOKENS = [...',"\n\r;\t =', '""', '","', '"\n', '\r\n', 'code', '__proto__', 'constructor', '\u001b[2J', '\u202e']
const files = mutatedBytes(fc.constantFrom(...VALID.map((text) => Buffer.from(text))), TOKENS)

fuzz('a CSV file of Parties is read, or what is wrong is found at its line and column', files, (bytes) => {
  const { data, findings } = parsePartiesCsv('p.csv', bytes)
  expect(data === null).toBe(findings.length > 0)
  const text = new TextDecoder().decode(bytes)
  // A lone CR ends a line where the file is read, and none where its bytes are refused.
  const ways = [text.split('\n'), text.split(/\r\n|\r|\n/)]
  for (const { at } of findings) {
    const { line = 0, column = 0 } = at?.position ?? {}
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(Math.max(...ways.map((lines) => lines.length)))
    expect(column).toBeGreaterThan(0)
    expect(column).toBeLessThanOrEqual(Math.max(...ways.map((lines) => (lines[line - 1] ?? '').length)) + 1)
  }
  expectPrintable(findingsText(findings, new Map([['p.csv', text]])))
  if (data !== null) expectSameWhenWritten(data.parties)
})

/** What the program writes as CSV it reads again as it was. */
function expectSameWhenWritten(parties: readonly object[]): void {
  const keys = [...new Set(parties.flatMap((party) => Object.keys(party)))]
  const rows = parties.map((party) => keys.map((key) => String(Reflect.get(party, key) ?? '')))
  if (rows.flat().some((cell) => /^\s*[=+\-@|%＝＋－＠｜％]|[\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u.test(cell))) return
  const written = Buffer.from(csv([keys, ...rows]))
  expect(parsePartiesCsv('p.csv', written).data).toEqual({ parties })
}
