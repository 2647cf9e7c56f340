import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readTextFlag } from '../../src/cli/flags/flags.ts'

const folder = mkdtempSync(join(tmpdir(), 'annex-text-'))
const path = join(folder, 'statement.txt')
const given = async (bytes: Uint8Array | string) => {
  writeFileSync(path, bytes)
  return await readTextFlag(`@${path}`)
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('--statement @FILE', () => {
  it('is the same text from every encoding that programs save', async () => {
    const text = 'Crime organisé.\n\nSecond paragraph.'
    const utf16 = Buffer.from(`\ufeff${text}\r\n`, 'utf16le')
    expect(await given(`${text}\n`)).toBe(text)
    expect(await given(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toBe(text)
    expect(await given(text.replaceAll('\n', '\r'))).toBe(text)
    expect(await given(utf16)).toBe(text)
    expect(await given(Buffer.from(utf16).swap16())).toBe(text)
  })

  it('is refused by name, with line and column, when it is none of these', async () => {
    await expect(given(Buffer.from('One\nCrime organisé', 'latin1'))).rejects.toMatchObject({
      code: 'usage',
      message: `${path}:2:14: The file is not UTF-8`,
      remedy: 'Save it as plain text in UTF-8',
    })
    await expect(given(Buffer.from('Crime', 'utf16le'))).rejects.toMatchObject({
      message: `${path}:1:2: The file is binary: it contains a zero byte`,
    })
  })
})
