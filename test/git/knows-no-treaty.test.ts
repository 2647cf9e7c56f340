import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOM = join(import.meta.dirname, '../../src/git')
const TREATY = /annex|proposal|edition|objection/i

it('the git room does not contain the words annex, proposal, edition and objection', () => {
  const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|md)$/.test(name))
  expect(files.length).toBeGreaterThan(50)
  const lines = files.flatMap((file) => {
    const text = readFileSync(join(ROOM, file), 'utf8')
    return text
      .split('\n')
      .flatMap((line, index) => (TREATY.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []))
  })
  expect(lines).toEqual([])
})
