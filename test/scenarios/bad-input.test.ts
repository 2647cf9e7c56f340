import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexJson, annexWith, exerciseRepository, git, newFolder } from './annex.ts'

const SOUND = 'document: d\ntitle: {en: D}\nentries:\n  - {id: one, text: {title: {en: One}}}\n'

const UNREADABLE: [string, string | Uint8Array, RegExp][] = [
  ['an empty file', '', /schema\/empty/],
  ['only a comment', '# nothing\n', /schema\/empty/],
  ['two YAML documents', `${SOUND}---\n${SOUND}`, /schema\/several-documents/],
  ['a key twice', `${SOUND}document: e\n`, /schema\/duplicate-key/],
  ['an id twice', `${SOUND}  - {id: one, text: {title: {en: Two}}}\n`, /text\//],
  ['an alias', 'document: &d d\ntitle: {en: *d}\nentries: []\n', /schema\//],
  ['an unknown tag', 'document: !secret d\ntitle: {en: D}\nentries: []\n', /schema\//],
  ['bytes that are no text', new Uint8Array([0, 255, 254, 1, 2, 3]), /schema\//],
  ['a list nested 20,000 deep', `document: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, /schema\//],
  ['an unclosed bracket', 'document: [\n', /schema\//],
]

describe('a file that cannot be trusted', () => {
  it.each(UNREADABLE)('%s: a finding with file, line and column, exit 1, no stack', (_, content, rule) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file.yaml'), content)
    const { status, json } = annexJson(folder, 'validate', 'file.yaml')
    expect(status).toBe(1)
    expect(json).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: expect.stringMatching(rule),
          file: 'file.yaml',
          line: expect.any(Number),
          column: expect.any(Number),
        }),
      ]),
    })
    const { stdout, stderr } = annex(folder, 'validate', 'file.yaml')
    expect(stdout).toMatch(/^file\.yaml:\d+:\d+: error: /)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })

  it.each(UNREADABLE)('%s: fmt leaves it as it is', (_, content) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file.yaml'), content)
    const before = readFileSync(join(folder, 'file.yaml'))
    annex(folder, 'fmt', 'file.yaml')
    const after = readFileSync(join(folder, 'file.yaml'), 'utf8')
    expect(after === before.toString('utf8') || after.includes('Two')).toBe(true)
  })
})

describe('what stops the program is one line with exit code 2', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
  })

  const stops = (where: string, words: string[], line: RegExp) => {
    const { status, stdout, stderr } = annex(where, ...words)
    expect(stderr).toMatch(line)
    expect(stderr).toMatch(/^annex: [^\n]+; [^\n]+\n$/)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  }

  it('a missing file', () => stops(folder, ['validate', 'absent.yaml'], /absent\.yaml/))
  it('two missing files, in a repository or out of any', () => {
    for (const where of [folder, newFolder()]) {
      stops(where, ['diff', 'absent.yaml', 'gone.yaml'], /^annex: there is no file absent\.yaml; give two YAML files/)
    }
  })
  it('no annexes and no repository', () => stops(newFolder(), ['validate'], /annexes/))
  it('not a repository', () => stops(newFolder(), ['proposal', 'list'], /repository/))
  it('a name longer than the disk allows, wherever it is given', () => {
    const long = 'x'.repeat(300)
    stops(folder, ['proposal', 'list', '--repo', long], /too long/)
    stops(folder, ['init', long], /too long/)
    stops(folder, ['merge-driver', long, long, long, 'annexes/annex-1.yaml'], /too long|cannot be read/)
  })
  it('an unknown revision', () => stops(folder, ['show', 'annex-1', '--at', 'annex-1/v9'], /annex-1\/v9/))
  it('a hostile revision', () => stops(folder, ['show', 'annex-1', '--at', '../../etc/passwd'], /etc\/passwd/))
  it('an unknown document', () => stops(folder, ['show', 'annex-7'], /annex-7/))
  it('a hostile id', () => stops(folder, ['proposal', 'show', '../x'], /proposal id/))
  it('an unknown proposal', () => stops(folder, ['proposal', 'status', 'absent'], /absent/))
  it('a day that the calendar has not', () =>
    stops(folder, ['proposal', 'list', '--as-of', '2031-02-29'], /2031-02-29/))
  it('an unknown flag', () => stops(folder, ['validate', '--colour'], /--colour/))
  it('a day or a code that is none, in our own words', () => {
    const { stderr } = annex(folder, 'show', 'annex-1', '--as-of', '2031-02-30')
    expect(stderr).toBe('annex: --as-of: "2031-02-30" is not a calendar day; write it as 2031-01-15\n')
  })

  it('a proposal that changes nothing, before it is sent out', () => {
    const drafted = '--basis 62 --document technical-annex --by commission --title Empty'.split(' ')
    const made = annex(folder, 'proposal', 'new', 'empty', ...drafted)
    expect(made.status).toBe(0)
    expect(annex(folder, 'proposal', 'show', 'empty').stdout).not.toContain('law/something-changed')
    expect(annex(folder, 'validate').stdout).not.toContain('law/something-changed')
    const sending = '--on 2031-01-01 --ref R --json'.split(' ')
    const { status, stdout } = annex(folder, 'proposal', 'recommend', 'empty', ...sending)
    expect(status).toBe(1)
    expect(stdout).toContain('law/something-changed')
    expect(git(folder, 'ls-tree', '-r', '--name-only', 'main')).not.toContain('proposals/empty')
    git(folder, 'switch', '-q', 'main')
  })

  it('an unknown command', () => stops(folder, ['ratify'], /ratify/))
  it('an unknown Party', () => stops(folder, ['show', 'annex-1', '--for', 'XXX', '--as-of', '2031-01-01'], /XXX/))
  it('a folder that holds a repository already', () => stops(folder, ['init', folder], /already|empty/))

  it('a dirty work tree where work would be overwritten, and nothing is written', () => {
    const file = join(folder, 'annexes/register/parties.yaml')
    const sound = readFileSync(file, 'utf8')
    writeFileSync(file, `${sound}# my own work\n`)
    const main = git(folder, 'rev-parse', 'main')
    stops(
      folder,
      ['party', 'add', 'TUN', '--name', 'Tunisia', '--instrument', 'accession', '--deposited', '2030-01-01'],
      /parties\.yaml/,
    )
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
    expect(readFileSync(file, 'utf8')).toBe(`${sound}# my own work\n`)
    writeFileSync(file, sound)
  })

  it('with --json the same stands as one document on standard output', () => {
    const { status, stdout } = annex(folder, 'show', 'annex-7', '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('control characters of the data never reach the terminal', () => {
    const { stderr } = annex(folder, 'show', 'annex-1', '--at', 'x\u001b[31m')
    expect(stderr).not.toContain('\u001b')
  })

  it('a clerk without a name is told how to give one', () => {
    const nobody = Object.fromEntries(
      ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL'].map((name) => [name, '']),
    )
    const home = { HOME: newFolder(), XDG_CONFIG_HOME: newFolder() }
    const { status, stderr } = annexWith({ ...nobody, ...home }, newFolder(), 'init', 'convention')
    expect(stderr).toMatch(/git config/)
    expect(status).toBe(2)
  })
})
