import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annex, annexJson, newFolder } from './annex.ts'

describe('two files with the same words under two document ids', () => {
  const folder = newFolder()
  const words = 'title: {en: Annex}\nentries:\n  - {id: one, text: {title: {en: One}}}\n'
  writeFileSync(join(folder, 'one.yaml'), `document: annex-1\n${words}`)
  writeFileSync(join(folder, 'other.yaml'), `document: annex-2\n${words}`)

  it('differ: --exit-code gives exit code 1, and the JSON names both', () => {
    expect(annex(folder, 'diff', 'one.yaml', 'other.yaml', '--exit-code')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('another document (annex-1 before, annex-2 after)'),
    })
    expect(annexJson(folder, 'diff', 'one.yaml', 'other.yaml').json).toMatchObject({
      documents: [{ before: 'annex-1', after: 'annex-2' }],
      changes: [],
    })
    expect(annex(folder, 'diff', 'one.yaml', 'one.yaml', '--exit-code').status).toBe(0)
  })
})
