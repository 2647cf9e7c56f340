import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { annexDone, annexJson, exerciseRepository, git } from './annex.ts'

it('a branch that renames its document or changes other files gets one finding for each file, by name', () => {
  const folder = exerciseRepository()
  const proposal = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'One', '--statement', 'So']
  annexDone(folder, 'proposal', 'new', 'one', ...proposal)
  git(folder, 'mv', 'annexes/annex-1.yaml', 'annexes/annex-2.yaml')
  writeFileSync(join(folder, 'annexes/notes.txt'), 'x\n')
  writeFileSync(join(folder, 'annexes/readings.yaml'), 'readings: {}\n')
  const { findings } = annexJson(folder, 'proposal', 'check', 'one', '--as-of', '2021-01-15').json as {
    findings: { rule: string; level: string; file: string; line: number; message: string; hint: string }[]
  }
  const told = findings.filter(({ level }) => level === 'error')
  expect(told.map(({ rule, file, line }) => `${rule} ${file}:${line}`).sort()).toEqual([
    'law/nothing-else-changed annexes/annex-1.yaml:null',
    'law/nothing-else-changed annexes/annex-2.yaml:1',
    'law/nothing-else-changed annexes/notes.txt:1',
    'law/nothing-else-changed annexes/readings.yaml:1',
    'law/something-changed annexes/proposals/one/proposal.yaml:4',
    'schema/file-name annexes/annex-2.yaml:2',
  ])
  const messages = told.map(({ message }) => message)
  expect(messages).toContain('The proposal is about annex-1, but its branch removes annexes/annex-1.yaml.')
  expect(messages).toContain('The proposal is about annex-1, but its branch also adds annexes/annex-2.yaml.')
  expect(messages).toContain('The proposal is about annex-1, but its branch also changes annexes/readings.yaml.')
  expect(told.find(({ file }) => file === 'annexes/notes.txt')?.hint).toBe(
    'Remove it from this branch: git rm annexes/notes.txt',
  )
})
