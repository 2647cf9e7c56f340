import { describe, expect, it } from 'vitest'
import { decodeGiven } from '../../src/files/index.ts'
import { parsePartiesFile } from '../../src/files/register/parties-file.ts'

const bytes = (...codes: number[]) => new Uint8Array(codes)
const utf16 = (text: string, isBig = false) => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(isBig ? little.swap16() : little)
}
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a text that a person hands in', () => {
  it.each([
    ['UTF-8', utf8('né\nb')],
    ['UTF-8 with a byte order mark', utf8('\ufeffné\nb')],
    ['UTF-16, little-endian', utf16('né\nb')],
    ['UTF-16, big-endian', utf16('né\nb', true)],
    ['UTF-8 with CR LF', utf8('né\r\nb')],
    ['UTF-8 with CR', utf8('né\rb')],
    ['UTF-16 with CR', utf16('né\rb')],
  ])('is read the same from %s', (_, given) => {
    expect(decodeGiven(given)).toEqual({ text: 'né\nb' })
  })

  it('keeps empty lines, whatever ends them', () => {
    expect(decodeGiven(utf8('a\r\n\r\nb\r\rc\n\nd'))).toEqual({ text: 'a\n\nb\n\nc\n\nd' })
  })

  it.each([
    ['Latin-1', bytes(0x61, 0x0a, 0x62, 0xe9, 0x0a), 'schema/not-utf-8', 2, 2],
    ['UTF-16 without a byte order mark', utf16('ab').slice(2), 'schema/binary', 1, 2],
    ['UTF-16 that is cut off', utf16('a\nb').slice(0, -1), 'schema/not-utf-8', 2, 1],
    ['UTF-16 with half a character', bytes(0xff, 0xfe, 0x61, 0, 0, 0xd8), 'schema/not-utf-8', 1, 2],
    ['a zero byte', utf8('a\nb\0c'), 'schema/binary', 2, 2],
    ['UTF-16 with a zero', utf16('a\0'), 'schema/binary', 1, 2],
  ])('is refused with its place where it is %s', (_, given, rule, line, column) => {
    const decoded = decodeGiven(given)
    expect(decoded).toMatchObject({ finding: { rule, at: { position: { line, column } } } })
  })
})

describe('a list of Parties as a spreadsheet saves it', () => {
  const rows = [
    'code,name,instrument,deposited',
    'FRA,"France, the",ratification,2017-03-01',
    'BRA,Brazil,accession,2017-04-09',
  ]
  const parties = [
    { code: 'FRA', name: 'France, the', instrument: 'ratification', deposited: '2017-03-01' },
    { code: 'BRA', name: 'Brazil', instrument: 'accession', deposited: '2017-04-09' },
  ]
  const with_ = (separator: string) =>
    rows.map((row) => row.replace(/,(?! )/g, separator).replaceAll('"France, the"', '"France, the"'))

  it.each([
    ['commas', utf8(rows.join('\n'))],
    ['CR LF', utf8(`${rows.join('\r\n')}\r\n`)],
    ['CR', utf8(rows.join('\r'))],
    ['a byte order mark', utf8(`\ufeff${rows.join('\r\n')}`)],
    ['semicolons', utf8(with_(';').join('\r\n'))],
    ['tabs', utf8(with_('\t').join('\n'))],
    ['UTF-16 and tabs', utf16(with_('\t').join('\r\n'))],
    ['sep=;', utf8(`\ufeffsep=;\r\n${with_(';').join('\r\n')}`)],
    ['sep= in quotes', utf8(`"sep=;"\r\n${with_(';').join('\r\n')}`)],
    ['empty lines', utf8(`\n${rows.join('\n\n')}\n;\n`.replace(';', ','))],
  ])('is read with %s', (_, given) => {
    const { data, findings } = parsePartiesFile('list.csv', given)
    expect(findings).toEqual([])
    expect(data).toEqual({ parties })
  })

  it('may have line ends and quotation marks in a quoted field', () => {
    const given = utf8('code;name;instrument;deposited\r\nFRA;"France\r\n(""la"")";ratification;2017-03-01\r\n')
    expect(parsePartiesFile('list.csv', given).data?.parties[0]?.name).toBe('France\n("la")')
  })

  it('has findings at the lines of the file, below the line that names the separator', () => {
    const given = utf8('sep=;\rcode;name;instrument;deposited\rFRA;France;ratification;2017-13-01\r')
    const { findings } = parsePartiesFile('list.csv', given)
    expect(findings).toMatchObject([{ rule: 'schema/day', at: { position: { line: 3, column: 25 } } }])
  })

  it('is refused by line where it is not UTF-8', () => {
    const given = bytes(...utf8('code,name,instrument,deposited\nCIV,C'), 0xf4, ...utf8('te,accession,2017-03-01\n'))
    const { data, findings } = parsePartiesFile('list.csv', given)
    expect(data).toBeNull()
    expect(findings).toMatchObject([
      { rule: 'schema/not-utf-8', at: { file: 'list.csv', position: { line: 2, column: 6 } } },
    ])
  })

  it('may be YAML in UTF-16', () => {
    const given = utf16(
      'parties:\r\n  - {code: FRA, name: France, instrument: ratification, deposited: 2017-03-01}\r\n',
    )
    expect(parsePartiesFile('list.yaml', given).data?.parties).toHaveLength(1)
  })
})
