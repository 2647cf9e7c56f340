import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, CLERK, newFolder } from './annex.ts'

describe('annex log', () => {
  it('lists what changed an entry, the latest first, and without an entry the last change of each one', () => {
    const folder = newFolder()
    annexDone(folder, 'init', '.')
    annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', 'Other words')
    const clerk = { GIT_AUTHOR_NAME: 'C', GIT_AUTHOR_EMAIL: 'c@example.org' }
    execFileSync('git', ['commit', '-qam', 'Reword it'], { cwd: folder, env: { ...process.env, ...CLERK, ...clerk } })
    const { status, json } = annexJson(folder, 'log', 'hague-1970')
    expect(status).toBe(0)
    expect(json).toMatchObject({
      entry: 'hague-1970',
      changes: [
        { document: 'annex-1', entry: 'hague-1970', message: 'Reword it', author: 'C', proposal: null },
        { document: 'annex-1', entry: 'hague-1970' },
      ],
    })
    const all = annexDone(folder, 'log', '--document', 'annex-1').trimEnd().split('\n')
    expect(all).toHaveLength(2 + 16)
    expect(all.filter((line) => line.includes('Reword it'))).toHaveLength(1)
  })

  it('prints a time outside the calendar as the last one in it, and so does the feed', () => {
    const folder = newFolder()
    annexDone(folder, 'init', '.')
    const git = (words: string[], input = '') => execFileSync('git', words, { cwd: folder, encoding: 'utf8', input })
    const late = git(['cat-file', 'commit', 'HEAD']).replaceAll(/> \d+ /g, '> 999999999999999 ')
    git(['reset', '-q', git(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], late).trim()])
    const { json } = annexJson(folder, 'log', 'hague-1970')
    expect(json).toMatchObject({ changes: [{ recorded: expect.stringMatching(/^9999-12-31T23:59:59/) }] })
    expect(annexDone(folder, 'changelog', '--format', 'atom')).toContain('<updated>9999-12-31T23:59:59Z</updated>')
  })

  it('follows an entry through its renamings, by any of its ids', () => {
    const folder = newFolder()
    const commit = (message: string) => {
      const clerk = { GIT_AUTHOR_NAME: 'C', GIT_AUTHOR_EMAIL: 'c@example.org' }
      execFileSync('git', ['commit', '-qam', message], { cwd: folder, env: { ...process.env, ...CLERK, ...clerk } })
    }
    annexDone(folder, 'init', '.')
    annexDone(folder, 'entry', 'reword', 'annex-1', 'tokyo-1963', '--text', 'Words')
    commit('Reword it')
    annexDone(folder, 'entry', 'rename', 'annex-1', 'tokyo-1963', 'tokyo')
    commit('Rename it')
    annexDone(folder, 'entry', 'remove', 'annex-1', 'hague-1970')
    commit('Remove another')
    annexDone(folder, 'entry', 'rename', 'annex-1', 'tokyo', 'aircraft')
    annexDone(folder, 'entry', 'rename', 'annex-1', 'montreal-1971', 'sabotage')
    commit('Rename it again, and another')
    annexDone(folder, 'entry', 'reword', 'annex-1', 'aircraft', '--text', 'Other words')
    commit('Reword it again')
    const expected = [
      { entry: 'aircraft', message: 'Reword it again' },
      { entry: 'aircraft', renamedFrom: 'tokyo', message: 'Rename it again, and another' },
      { entry: 'tokyo', renamedFrom: 'tokyo-1963', message: 'Rename it' },
      { entry: 'tokyo-1963', message: 'Reword it' },
      { entry: 'tokyo-1963' },
    ]
    for (const id of ['aircraft', 'tokyo', 'tokyo-1963']) {
      const { status, json } = annexJson(folder, 'log', id)
      expect({ status, json }).toMatchObject({ status: 0, json: { entry: id, changes: expected } })
    }
    const told = annexDone(folder, 'log', 'tokyo-1963')
    expect(told).toMatch(/ {2}tokyo, formerly tokyo-1963 +Rename it$/m)
    expect(told).not.toContain('Remove another')
  })

  it('says when the entry never existed, and when the folder is not a repository', () => {
    const folder = newFolder()
    expect(annex(folder, 'log', 'nowhere')).toMatchObject({ status: 2, stdout: '' })
    annexDone(folder, 'init', '.')
    writeFileSync(join(folder, 'x'), 'x')
    const { status, stderr } = annex(folder, 'log', 'nowhere')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^annex: annex-1, article-4, technical-annex never had an entry "nowhere"; .*\n$/),
    })
  })
})
