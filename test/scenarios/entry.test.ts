import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, git, newRepository } from './annex.ts'

let folder: string
beforeAll(() => {
  folder = newRepository()
})

describe('an edit that annex validate would report', () => {
  it.each([
    [
      'a section',
      ['add', 'technical-annex', 'x', '--text', 'X', '--section', 'nope'],
      'technical-annex has no section "nope"; choose among ',
    ],
    [
      'a section, of an entry that is moved',
      ['move', 'technical-annex', 'worms', '--first', '--section', 'nope'],
      'technical-annex has no section "nope"; choose among ',
    ],
    [
      'a section, where there are none',
      ['add', 'annex-1', 'x', '--text', 'X', '--section', 'nope'],
      'annex-1 has no section "nope"; leave out --section',
    ],
    [
      'a field',
      ['reword', 'annex-1', 'hague-1970', '--field', 'nope=x'],
      'the entries of annex-1 have no field "nope"; choose among title',
    ],
    [
      'a field, of a new entry',
      ['add', 'article-4', 'x', '--text', 'X', '--field', 'meaning=x'],
      'the entries of article-4 have no field "meaning"; choose among term, definition',
    ],
    [
      'facts',
      ['add', 'article-4', 'x', '--text', 'X', '--done-on', '2001-01-01'],
      'the entries of article-4 cannot have facts; remove --done-at, --done-on',
    ],
  ])('is refused: %s that there is not', (_, words, line) => {
    const { status, stdout, stderr } = annex(folder, 'entry', ...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`annex: ${line}`)
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('is not refused in a document whose fields its editors choose', () => {
    writeFileSync(
      join(folder, 'annexes/ports.yaml'),
      'document: ports\ntitle: {en: Ports}\nentries: [{id: a, text: {name: {en: A}}}]\n',
    )
    annexDone(
      folder,
      'entry',
      'add',
      'ports',
      'b',
      '--text',
      'B',
      '--field',
      'state=France',
      '--in-force',
      '2001-01-01',
    )
  })
})
