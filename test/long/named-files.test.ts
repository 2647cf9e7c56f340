import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, git, newFolder, newRepository } from '../scenarios/annex.ts'

let folder: string
beforeEach(() => {
  folder = newRepository()
})

describe('folders as arguments', () => {
  it('are validated as parts of the repository, and formatted', () => {
    for (const words of [['annexes'], ['.'], ['annexes/', '--at', 'main']]) {
      expect(annexDone(folder, 'validate', ...words)).toBe(annexDone(folder, 'validate'))
    }
    expect(annexDone(join(folder, 'annexes'), 'validate', 'register')).toBe('1 file: nothing found.\n')
    writeFileSync(join(folder, 'annexes/register/parties.yaml'), 'parties:   []\n')
    expect(annexDone(folder, 'fmt', 'annexes/register')).toBe('annexes/register/parties.yaml: rewritten\n')
    expect(annexDone(folder, 'fmt', '--check', 'annexes')).toBe('5 files, all in canonical form.\n')
  })

  it('must be in annexes/, and must not be empty', () => {
    const stderr = 'annex: schemas is not in annexes/; name the files in it one by one\n'
    expect(annex(folder, 'validate', 'schemas')).toMatchObject({ status: 2, stderr })
    expect(annex(folder, 'fmt', 'schemas')).toMatchObject({ status: 2, stderr })
    git(folder, 'switch', '-q', '--orphan', 'empty')
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Nothing')
    const { status, stdout } = annex(folder, 'validate', '--at', 'empty', '--repo', folder)
    expect([status, stdout]).toEqual([2, ''])
  })
})

describe('the severities that a repository sets', () => {
  const LIST = 'document: list\ntitle: {en: List}\nentries:\n  - {id: one, text: {title: {en: One  two}}}\n'

  it('apply to each named file of the repository, named from any folder, and to no other', () => {
    for (const path of ['annexes/list.yaml', 'draft.yaml', '../alone.yaml']) writeFileSync(join(folder, path), LIST)
    writeFileSync(join(folder, 'annexes/rules.yaml'), 'levels: {text/doubled-space: error}\n')
    git(folder, 'add', 'annexes')
    git(folder, 'commit', '-q', '-m', 'Be strict')
    const verdict = (where: string, ...words: string[]) =>
      annex(where, 'validate', ...words)
        .stdout.trimEnd()
        .split('\n')
        .at(-1)
    const strict = '1 file: 1 error.'
    expect(verdict(folder, 'annexes/list.yaml')).toBe(strict)
    expect(verdict(folder, 'draft.yaml')).toBe(strict)
    expect(verdict(folder, '../alone.yaml')).toBe('1 file: 1 warning.')
    expect(verdict(join(folder, 'annexes/register'), '../list.yaml')).toBe(strict)
    expect(verdict(join(folder, '..'), 'convention/annexes/list.yaml')).toBe(strict)
    expect(verdict(join(folder, '..'), 'annexes/list.yaml', '--repo', 'convention')).toBe(strict)
    expect(verdict(folder, 'annexes/list.yaml', '--at', 'main')).toBe(strict)
  })
})

describe('a path together with --repo', () => {
  const WORDS: [string, (path: string) => string[]][] = [
    ['validate', (path) => ['validate', path]],
    ['fmt', (path) => ['fmt', '--check', path]],
    ['diff', (path) => ['diff', path, path]],
    ['textconv', (path) => ['textconv', path]],
  ]

  it.each(WORDS)('annex %s: is looked for in this folder first, then in the repository', (_, words) => {
    const above = join(folder, '..')
    const whole = annexDone(above, ...words(join(folder, 'annexes/annex-1.yaml')))
    for (const path of ['convention/annexes/annex-1.yaml', 'annexes/annex-1.yaml']) {
      const told = annexDone(above, ...words(path), '--repo', 'convention')
      expect(told.replaceAll(path, '')).toBe(whole.replaceAll(join(folder, 'annexes/annex-1.yaml'), ''))
    }
    for (const repo of [[], ['--repo', 'convention']]) {
      expect(annex(above, ...words('annexes/absent.yaml'), ...repo)).toMatchObject({ status: 2, stdout: '' })
    }
  })

  it('is the one in this folder, even if the repository has one of that name', () => {
    writeFileSync(join(folder, '../article-4.yaml'), 'document:   mine\ntitle: {en: Mine}\nentries: []\n')
    const above = join(folder, '..')
    const repo = ['--repo', 'convention/annexes']
    expect(annexDone(above, 'validate', 'article-4.yaml', ...repo)).toBe('1 file: nothing found.\n')
    expect(annexDone(above, 'fmt', 'article-4.yaml', ...repo)).toBe('article-4.yaml: rewritten\n')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('may be a folder, and its files are written where they were found', () => {
    const above = join(folder, '..')
    const there = join(folder, 'annexes/register/parties.yaml')
    writeFileSync(there, 'parties:   []\n')
    const fmt = ['fmt', 'annexes/register/parties.yaml', '--repo', 'convention']
    expect(annexDone(above, ...fmt)).toBe('annexes/register/parties.yaml: rewritten\n')
    expect(readFileSync(there, 'utf8')).toMatch(/^parties: \[\]$/m)
    for (const path of ['convention/annexes', 'annexes']) {
      expect(annexDone(above, 'fmt', '--check', path, '--repo', 'convention')).toMatch(/5 files, all in canonical form/)
      expect(annexDone(above, 'validate', path, '--repo', 'convention')).toBe(annexDone(folder, 'validate'))
    }
  })
})

describe('annex fmt', () => {
  it('writes no schema line when the schema does not exist, and keeps an existing line', () => {
    const alone = newFolder()
    const text = 'document:   list\ntitle: {en: List}\nentries: []\n'
    const line = '# yaml-language-server: $schema=https://example.org/document.json\n'
    for (const [name, content, first] of [
      ['list.yaml', text, 'document: list'],
      ['mine.yaml', `${line}${text}`, line.trimEnd()],
    ] as const) {
      writeFileSync(join(alone, name), content)
      expect(annexDone(alone, 'fmt', name)).toBe(`${name}: rewritten\n`)
      expect(readFileSync(join(alone, name), 'utf8').split('\n')[0]).toBe(first)
      expect(annexDone(alone, 'fmt', '--check', name)).toBe('1 file, in canonical form.\n')
    }
    writeFileSync(join(folder, 'annexes/list.yaml'), text)
    expect(annexDone(folder, 'fmt', 'annexes/list.yaml')).toBe('annexes/list.yaml: rewritten\n')
    expect(readFileSync(join(folder, 'annexes/list.yaml'), 'utf8')).toMatch(
      /^# .*=\.\.\/schemas\/document\.schema\.json\n/,
    )
  })

  it('does not report success for a file that it could not read', () => {
    writeFileSync(join(folder, 'broken.yaml'), 'document: [\n')
    expect(annex(folder, 'fmt', 'broken.yaml').stdout).toMatch(/\n1 error\n$/)
    expect(annex(folder, 'fmt', 'broken.yaml', 'annexes/annex-1.yaml').stdout).toMatch(
      /\n1 error\n1 other file, in canonical form\.\n$/,
    )
  })
})

describe('a symbolic link in annexes/', () => {
  it('that leads out of the repository is not followed, even if it is named', () => {
    const secret = join(folder, '../secret.txt')
    writeFileSync(secret, 'document: secret\n')
    rmSync(join(folder, 'annexes/article-4.yaml'))
    symlinkSync(secret, join(folder, 'annexes/article-4.yaml'))
    for (const command of ['validate', 'fmt']) {
      const { status, stdout, stderr } = annex(folder, command, 'annexes/article-4.yaml')
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/is a symbolic link/)
    }
  })

  it('outside annexes/ is followed', () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine/list.yaml'), 'document: list\ntitle: {en: List}\nentries: []\n')
    symlinkSync(join(folder, 'mine/list.yaml'), join(folder, 'link.yaml'))
    expect(annexDone(folder, 'validate', 'link.yaml')).toBe('1 file: nothing found.\n')
  })
})
