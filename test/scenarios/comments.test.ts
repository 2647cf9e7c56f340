import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, copied, exerciseRepository, git } from './annex.ts'

const FILE = 'annexes/annex-1.yaml'
const read = (folder: string) => readFileSync(join(folder, FILE), 'utf8')
const edit = (folder: string, change: (text: string) => string) =>
  writeFileSync(join(folder, FILE), change(read(folder)))
const commentsIn = (text: string) => text.match(/# (?:remark|note).*$/gm)?.sort()

/** Puts comments at the head, above entries, in an entry, at the end of lines and at the end of the file. */
const commented = (text: string) =>
  `# remark head\n${text}`
    .replace(/^ {2}- id: hague-1970$/m, '  # remark above\n  - id: hague-1970 # remark id')
    .replace(/^ {2}- id: montreal-1971$/m, '  # remark next\n  - id: montreal-1971')
    .replace(/^( {2}- id: hague-1970[\s\S]*?)( {4}text:)/m, '$1    # remark field\n$2')
    .concat('# remark foot\n')

const ALL = ['above', 'field', 'foot', 'head', 'id', 'next'].map((where) => `# remark ${where}`)

describe('comments', () => {
  let origin: string
  let folder: string

  beforeAll(() => {
    origin = exerciseRepository()
    edit(origin, commented)
    git(origin, 'commit', '-q', '-a', '-m', 'Comment')
  })
  beforeEach(() => {
    folder = copied(origin)
  })

  it.each([
    ['rename', 'hague-1970', 'the-hague-1970'],
    ['move', 'hague-1970', '--after', 'rome-1988'],
    ['reword', 'hague-1970', '--text', 'Other words'],
    ['renumber', 'hague-1970', '--number', '2 bis'],
    ['add', 'budapest-2001', '--text', 'Convention on Cybercrime', '--after', 'tokyo-1963'],
  ])('are kept by annex entry %s', (verb, ...words) => {
    annexDone(folder, 'entry', verb, 'annex-1', ...words)
    expect(commentsIn(read(folder))).toEqual(ALL)
    expect(read(folder)).toMatch(/# remark above\n {2}- id: (?:the-)?hague-1970 # remark id\n/)
    expect(annex(folder, 'fmt', '--check').status).toBe(0)
  })

  it('of the other entries are kept by annex entry remove', () => {
    annexDone(folder, 'entry', 'remove', 'annex-1', 'hague-1970')
    expect(commentsIn(read(folder))).toEqual(['# remark foot', '# remark head', '# remark next'])
  })

  it('of both sides are kept by an adoption', () => {
    const opened = ['--basis', '70.2', '--document', 'annex-1', '--by', 'secretariat', '--title', 'An addition']
    annexDone(folder, 'proposal', 'new', 'add', ...opened, '--statement', 'Directly related to international crime.')
    const facts = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...facts)
    edit(folder, (text) =>
      text
        .replace('  - id: budapest-2001', '  # note of the proposal\n  - id: budapest-2001 # note on its id')
        .replace('# remark next', '# note next'),
    )
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'submit', 'add', '--on', '2024-01-15', '--ref', 'X-1')
    git(folder, 'switch', '-q', 'main')
    edit(folder, (text) => text.replace('# remark field\n', '# note of main\n'))
    git(folder, 'commit', '-q', '-a', '-m', 'Comment again')
    annexDone(folder, 'proposal', 'record', 'add', 'conference-vote', '--on', '2024-01-15', '--in-favour', '30')
    annexDone(folder, 'proposal', 'adopt', 'add', '--as-of', '2024-03-20')
    const kept = ALL.filter((remark) => !/ (?:field|next)$/.test(remark))
    const added = ['# note next', '# note of main', '# note of the proposal', '# note on its id']
    expect(commentsIn(read(folder))).toEqual([...kept, ...added].sort())
    expect(read(folder)).toContain('  # note of the proposal\n  - id: budapest-2001 # note on its id\n')
    expect(annex(folder, 'fmt', '--check').status).toBe(0)
  })
})
