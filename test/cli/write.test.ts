import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../src/cli/output/report.ts'
import { writeReport } from '../../src/cli/output/write.ts'

const HOSTILE = 'a\u001b[31mb\u0007\u202ec\r\n'
const SHOWN = 'a␛[31mb␇⟨U+202E⟩c␍\n'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function written(report: Report, ...words: string[]): Promise<{ out: string; aside: string }> {
  const told = { out: '', aside: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array, ...done: unknown[]) => {
    told.out += String(text)
    for (const each of done) if (typeof each === 'function') each()
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.aside += String(text)
    return true
  })
  await writeReport(report, words)
  return told
}

describe('what leaves the program', () => {
  it('commands no terminal, though its command has escaped nothing', async () => {
    const report: Report = { json: { words: HOSTILE }, text: HOSTILE, remarks: HOSTILE, aside: HOSTILE }
    expect(await written(report)).toEqual({ out: SHOWN, aside: `${SHOWN}\nannex: ${SHOWN.trimEnd()}␊\n` })
  })

  it('means the same to whoever reads it as JSON', async () => {
    const { out } = await written({ json: { words: HOSTILE }, text: '' }, '--json')
    expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
    expect(JSON.parse(out)).toEqual({ words: HOSTILE })
  })

  it('keeps our own colours', async () => {
    const { out } = await written({ json: null, text: `\u001b[1mTitle\u001b[22m ${HOSTILE}`, form: 'painted' })
    expect(out.startsWith('\u001b[1mTitle\u001b[22m a')).toBe(true)
    expect(out).toContain('b␇⟨U+202E⟩c␍\n')
  })

  it("is a file's content to the byte, where it is one", async () => {
    const report: Report = { json: null, text: 'BEGIN:VCALENDAR\r\n', form: 'file' }
    expect((await written(report)).out).toBe('BEGIN:VCALENDAR\r\n')
  })
})
