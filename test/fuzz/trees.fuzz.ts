import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { formatTree } from '../../src/git/objects/tree.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { expectRefusal, fuzzSlowly } from './fuzz.ts'
import { filesBelow, git, newFolder } from './repository.ts'

const NAMES = [
  ...[
    '..',
    '.',
    '.git',
    '.GIT',
    'git~1',
    '.g\u200cit',
    'a',
    'annexes',
    'a/b',
    '../x',
    '/tmp/x',
    'a\\b',
    'a\nb',
    '\u001b[2J',
    '',
  ],
  ...['.git.', '.git ', '.git::$INDEX_ALLOCATION', 'C:', 'x'.repeat(300), 'link', 'hooks', 'HEAD'],
]
const name = fc.constantFrom(...NAMES)
const file = fc.record({ mode: fc.constantFrom('100644', '100755', '120000', '160000', '100600', '0'), name })
const folderOf = fc.record({ mode: fc.constant('40000'), name, inside: fc.array(file, { maxLength: 2 }) })
const trees = fc.array(fc.oneof(file, folderOf), { minLength: 1, maxLength: 4 })

fuzzSlowly('a hostile tree is brought to the work tree inside of it, or refused', trees, async (entries) => {
  const outer = mkdtempSync(join(newFolder(), 'outer-'))
  const folder = join(outer, 'repository')
  try {
    git(outer, 'init', '-q', '-b', 'main', 'repository')
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Begin')
    const blob = write(folder, 'blob', Buffer.from('../../../escaped'))
    const tree = (all: readonly { mode: string; name: string; inside?: { mode: string; name: string }[] }[]): string =>
      write(
        folder,
        'tree',
        formatTree(all.map(({ mode, name, inside }) => ({ mode, name, id: inside ? tree(inside) : blob }))),
      )
    const commit = git(folder, 'commit-tree', '-m', 'Hostile', tree(entries))
    git(folder, 'update-ref', 'refs/heads/hostile', commit)
    const hidden = filesBelow(join(folder, '.git')).length
    const repository = await openTreatyRepository(folder)
    await repository.at(commit).listFiles('').catch(expectRefusal)
    await repository.switchTo('hostile').catch(expectRefusal)
    expect(readdirSync(outer)).toEqual(['repository'])
    // HEAD's log, the index and the folder of our own locks may be new; no hook is.
    expect(filesBelow(join(folder, '.git')).length).toBeLessThan(hidden + 8)
    expect(readdirSync(join(folder, '.git/hooks')).every((each) => each.endsWith('.sample'))).toBe(true)
  } finally {
    rmSync(outer, { recursive: true, force: true })
  }
})

function write(folder: string, type: string, bytes: Buffer): string {
  const words = ['hash-object', '-t', type, '-w', '--literally', '--stdin']
  return execFileSync('git', words, { cwd: folder, input: bytes, encoding: 'utf8' }).trim()
}
