import { chmodSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newRepository } from './annex.ts'
import { annexUnprivileged, giveAway } from './unprivileged.ts'

const ANNEX = 'annexes/annex-1.yaml'

describe('where the folder of the documents is read-only', () => {
  const folder = giveAway(newRepository())
  const before = readFileSync(join(folder, ANNEX), 'utf8')
  chmodSync(join(folder, 'annexes'), 0o555)

  it.each([
    ['entry add', ['entry', 'add', 'annex-1', 'zz', '--text', 'Z']],
    ['entry remove', ['entry', 'remove', 'annex-1', 'hague-1970']],
    ['entry add --json', ['entry', 'add', 'annex-1', 'zz', '--text', 'Z', '--json']],
  ])('%s claims nothing and stops with one line', (_, words) => {
    const { status, stdout, stderr } = annexUnprivileged(folder, ...words)
    expect(stderr).toMatch(/^annex: .*annexes\/annex-1\.yaml: access is not permitted; .*\n$/)
    expect(status).toBe(2)
    if (words.includes('--json')) expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'storage' } })
    else expect(stdout).toBe('')
    expect(readFileSync(join(folder, ANNEX), 'utf8')).toBe(before)
  })

  it('fmt and merge-driver do the same', () => {
    const other = giveAway(newRepository())
    const text = readFileSync(join(other, ANNEX), 'utf8').replace('title:', 'title:  ')
    for (const name of ['ours', 'base', 'theirs']) copyFileSync(join(other, ANNEX), join(other, `annexes/${name}.yaml`))
    giveAway(other)
    chmodSync(join(other, ANNEX), 0o644)
    writeFileSync(join(other, ANNEX), text)
    chmodSync(join(other, 'annexes'), 0o555)
    const sides = ['base', 'ours', 'theirs'].map((name) => `annexes/${name}.yaml`)
    for (const words of [
      ['fmt', ANNEX],
      ['merge-driver', ...sides, ANNEX],
    ]) {
      const { status, stdout, stderr } = annexUnprivileged(other, ...words)
      expect(stderr).toMatch(/^annex: .*access is not permitted; .*\n$/)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    }
  })

  it('an edit leaves to whom the file is open as it was', () => {
    const other = giveAway(newRepository())
    chmodSync(join(other, ANNEX), 0o664)
    expect(annexUnprivileged(other, 'entry', 'add', 'annex-1', 'zz', '--text', 'Z').status).toBe(0)
    expect(statSync(join(other, ANNEX)).mode & 0o777).toBe(0o664)
  })
})
