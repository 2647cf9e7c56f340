import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { annex, annexDone, exerciseRepository, git } from './annex.ts'

it('a draft and main that were merged into each other are refused, and their merge bases are named', () => {
  const folder = exerciseRepository()
  const opened = ['--basis', '62', '--document', 'technical-annex', '--by', 'commission', '--title', 'T']
  annexDone(folder, 'proposal', 'new', 'crossed', ...opened)
  const record = (file: string) => {
    writeFileSync(join(folder, file), file)
    git(folder, 'add', file)
    git(folder, 'commit', '-qm', file)
    return git(folder, 'rev-parse', '--short=12', 'HEAD').trim()
  }
  const drafted = record('of-the-draft.txt')
  git(folder, 'switch', '-q', 'main')
  const recorded = record('of-main.txt')
  git(folder, 'merge', '-q', '-m', 'Take the draft in', drafted)
  git(folder, 'switch', '-q', 'proposal/crossed')
  git(folder, 'merge', '-q', '-m', 'Take main in', recorded)
  const { status, stderr } = annex(folder, 'proposal', 'check', 'crossed')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^annex: the draft [0-9a-f]{12} and main were merged into each other: they have several merge/)
  expect(stderr).toContain(drafted)
  expect(stderr).toContain(recorded)
  expect(stderr).toMatch(/; draft the proposal again on main\n$/)
})
