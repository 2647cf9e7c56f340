import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { serialize } from '../../src/files/index.ts'
import type { Document } from '../../src/treaty/index.ts'
import { annex, annexDone, copied, git, newRepository } from '../scenarios/annex.ts'
import { BASE, CONFLICT_KINDS } from '../workflows/merging/conflict-kinds.ts'

const FILE = 'annexes/list.yaml'
const textOf = (document: Document) => serialize('document', document)
const run = (folder: string, ...words: string[]) => spawnSync('git', words, { cwd: folder, encoding: 'utf8' })

/** Each kind once, without the exchanged sides. */
const KINDS = CONFLICT_KINDS.filter(({ name }) => !name.includes('exchanged'))

/** What one side can be that no document is. */
const UNREADABLE: [string, string][] = [
  ['invalid YAML', `${textOf(BASE)}\t: [\n`],
  ['another form', `${textOf(BASE)}surplus: key\n`],
  ['an id twice', textOf({ ...BASE, entries: [...BASE.entries, ...BASE.entries.slice(0, 1)] })],
  ['markers of an earlier conflict', `${textOf(BASE)}<<<<<<< ours\n=======\nx\n>>>>>>> theirs\n`],
]

describe('a conflict that git meets, in a clone that git-setup prepared', () => {
  let origin: string

  beforeAll(() => {
    origin = newRepository()
    annexDone(origin, 'git-setup')
    commit(origin, 'base', textOf(BASE))
  })

  function commit(folder: string, name: string, text: string): void {
    writeFileSync(join(folder, FILE), text)
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '-m', name)
  }

  function clone(ours: string, theirs: string): string {
    const folder = copied(origin)
    git(folder, 'switch', '-q', '-c', 'theirs')
    commit(folder, 'theirs', theirs)
    git(folder, 'switch', '-q', 'main')
    commit(folder, 'ours', ours)
    return folder
  }

  const read = (folder: string) => readFileSync(join(folder, FILE), 'utf8')

  it.each(KINDS)('leaves markers, and its commit is caught by validate: $name', ({ ours, theirs }) => {
    const folder = clone(textOf(ours), textOf(theirs))
    expect(run(folder, 'merge', '--no-edit', 'theirs').status).toBe(1)
    expect(read(folder)).toMatch(/^<{7} [\s\S]*^={7}$[\s\S]*^>{7} /m)
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '-m', 'Without a look')
    const { status, stdout } = annex(folder, 'validate', FILE)
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringMatching(/schema\/conflict-marker/) })
  })

  it.each(UNREADABLE)('is merged by lines, with markers, if one side is %s', (_, broken) => {
    const said = textOf({ ...BASE, title: { en: 'OURS' } })
    const folder = clone(said, broken.replace('List', 'THEIRS'))
    const { status, stdout } = run(folder, 'merge', '--no-edit', 'theirs')
    expect([status, stdout]).toEqual([1, expect.stringContaining('merged by lines, because')])
    expect(read(folder)).toMatch(/^<{7} [\s\S]*OURS[\s\S]*^={7}$[\s\S]*THEIRS[\s\S]*^>{7} /m)
  })

  const rewording = () => {
    const said = (words: string) => textOf({ ...BASE, title: { en: words } })
    return clone(said('OURS'), said('THEIRS'))
  }

  it('looks the same in a rebase, a cherry-pick and a stash', () => {
    for (const words of [
      ['rebase', 'theirs'],
      ['cherry-pick', 'theirs'],
    ]) {
      const folder = rewording()
      expect(run(folder, ...words).status).toBe(1)
      expect(read(folder)).toMatch(/^<{7} .*\ntitle: .*\n={7}\ntitle: .*\n>{7} .*$/m)
    }
    const folder = rewording()
    git(folder, 'switch', '-q', 'theirs')
    writeFileSync(join(folder, FILE), textOf({ ...BASE, title: { en: 'STASHED' } }))
    git(folder, 'stash', '-q')
    git(folder, 'switch', '-q', 'main')
    expect(run(folder, 'stash', 'pop').status).toBe(1)
    expect(read(folder)).toMatch(/^<{7} .*\ntitle: \{en: OURS\}\n={7}\ntitle: \{en: STASHED\}\n>{7} .*$/m)
  })

  it('shows the base if git is set to', () => {
    const folder = rewording()
    run(folder, '-c', 'merge.conflictStyle=zdiff3', 'merge', '--no-edit', 'theirs')
    expect(read(folder)).toMatch(/^<{7} .*\n.*OURS.*\n\|{7} .*\n.*List.*\n={7}\n.*THEIRS.*\n>{7} /m)
  })

  it('is short in git diff', () => {
    const folder = rewording()
    run(folder, 'merge', '--no-edit', 'theirs')
    const lines = git(folder, 'diff').trimEnd().split('\n')
    expect(lines.length).toBeLessThan(20)
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ \+.*OURS/), expect.stringMatching(/^\+ .*THEIRS/)]),
    )
  })

  it('leaves markers if the program is missing or stops', () => {
    for (const command of ['no-such-program', '(exit 1)', '(exit 2)', '(exit 134)', "sh -c 'kill -9 $$'"]) {
      const folder = rewording()
      const driver = git(folder, 'config', 'merge.annex.driver')
        .trimEnd()
        .replace(/^.*?(?= \|\| \{)/, () => command)
      git(folder, 'config', 'merge.annex.driver', driver)
      expect(run(folder, 'merge', '--no-edit', 'theirs').status).toBe(1)
      expect(read(folder)).toMatch(/^<{7} .*\n.*OURS.*\n={7}\n.*THEIRS.*\n>{7} /m)
    }
  })

  it('is left to git in a file that is no document', () => {
    const folder = copied(origin)
    const readings = join(folder, 'annexes/readings.yaml')
    writeFileSync(readings, 'readings:\n  late-joiner: as-amended\n')
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '-m', 'Readings')
    expect(git(folder, 'check-attr', 'merge', 'diff', '--', 'annexes/readings.yaml')).not.toContain('annex\n')
    expect(git(folder, 'check-attr', 'merge', '--', FILE)).toContain('merge: annex')
  })
})
