import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexJson, annexWith, exerciseRepository, git, newFolder, type Run } from './annex.ts'

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
      stops(where, ['diff', 'absent.yaml', 'gone.yaml'], /^annex: file absent\.yaml not found; name two YAML files/)
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
  it('a day that does not exist', () => stops(folder, ['proposal', 'list', '--as-of', '2021-02-29'], /2021-02-29/))
  it('an unknown flag', () => stops(folder, ['validate', '--colour'], /--colour/))
  it('an invalid day or code, in the words of this program', () => {
    const { stderr } = annex(folder, 'show', 'annex-1', '--as-of', '2021-02-30')
    expect(stderr).toBe('annex: --as-of: "2021-02-30" is not a calendar day; write it as 2021-01-15\n')
  })

  it('an edit whose result no command could read, before anything is written', () => {
    const file = join(folder, 'annexes/annex-1.yaml')
    const before = readFileSync(file, 'utf8')
    stops(folder, ['entry', 'add', 'annex-1', 'x', '--text', 'X', '--number', 'no 5'], /"no 5"/)
    stops(folder, ['entry', 'renumber', 'annex-1', 'hague-1970', '--number', 'no 5'], /"no 5"/)
    stops(folder, ['entry', 'reword', 'annex-1', 'hague-1970', '--text', 'X', '--language', 'E N'], /"E N"/)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('a record of white space, which would stop every other command', () => {
    const main = git(folder, 'rev-parse', 'main')
    const [code, instrument, deposited] = ['--instrument', 'ratification', '--deposited']
    stops(folder, ['party', 'add', 'TUN', '--name', ' ', code, instrument, deposited, '2020-01-01'], /is empty/)
    const drafted = '--basis 62 --document technical-annex --by commission'.split(' ')
    stops(folder, ['proposal', 'new', 'blank', ...drafted, '--title', ' '], /"title" is empty/)
    expect(git(folder, 'branch', '--list', 'proposal/blank')).toBe('')
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
  })

  it('a proposal that changes nothing, before it is sent out', () => {
    const drafted = '--basis 62 --document technical-annex --by commission --title Empty'.split(' ')
    const made = annex(folder, 'proposal', 'new', 'empty', ...drafted)
    expect(made.status).toBe(0)
    expect(annex(folder, 'proposal', 'show', 'empty').stdout).not.toContain('law/something-changed')
    expect(annex(folder, 'validate').stdout).not.toContain('law/something-changed')
    const sending = '--on 2021-01-01 --ref R --json'.split(' ')
    const { status, stdout } = annex(folder, 'proposal', 'recommend', 'empty', ...sending)
    expect(status).toBe(1)
    expect(stdout).toContain('law/something-changed')
    expect(git(folder, 'ls-tree', '-r', '--name-only', 'main')).not.toContain('proposals/empty')
    git(folder, 'switch', '-q', 'main')
  })

  it('an unknown command', () => stops(folder, ['ratify'], /ratify/))
  it('an unknown Party', () => stops(folder, ['show', 'annex-1', '--for', 'XXX', '--as-of', '2021-01-01'], /XXX/))
  it('a folder that holds a repository already', () => stops(folder, ['init', folder], /already|empty/))

  it('a dirty work tree where work would be overwritten, and nothing is written', () => {
    const file = join(folder, 'annexes/register/parties.yaml')
    const sound = readFileSync(file, 'utf8')
    writeFileSync(file, `${sound}# my own work\n`)
    const main = git(folder, 'rev-parse', 'main')
    stops(
      folder,
      ['party', 'add', 'TUN', '--name', 'Tunisia', '--instrument', 'accession', '--deposited', '2020-01-01'],
      /parties\.yaml/,
    )
    expect(git(folder, 'rev-parse', 'main')).toBe(main)
    expect(readFileSync(file, 'utf8')).toBe(`${sound}# my own work\n`)
    writeFileSync(file, sound)
  })

  it('with --json the same is one document on standard output', () => {
    const { status, stdout } = annex(folder, 'show', 'annex-7', '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('a topic without a command, with --json', () => {
    for (const topic of ['entry', 'party', 'proposal']) {
      const { status, stdout, stderr } = annex(folder, topic, '--json')
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `annex: annex ${topic} requires a command; see annex ${topic} --help\n`,
      })
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage' } })
      expect(annex(folder, topic)).toMatchObject({ status: 0, stdout: expect.stringContaining('COMMANDS'), stderr: '' })
    }
  })

  it.runIf(existsSync('/proc/self'))('a folder in which nothing can be created, at once', () => {
    for (const place of ['/proc', '/proc/annex-test', '/proc/annex-test/convention']) {
      stops(
        folder,
        ['init', place],
        /^annex: (?:no folder can be created in \/proc|\/proc[^ ]* cannot be created|\/proc: )/,
      )
    }
  })

  it('control characters of the data never reach the terminal', () => {
    const { stderr } = annex(folder, 'show', 'annex-1', '--at', 'x\u001b[31m')
    expect(stderr).not.toContain('\u001b')
  })

  it('a clerk without a name is told how to give one, and nothing is written', () => {
    const { status, stderr, folder } = initAsNobody()
    expect(stderr).toMatch(/^annex: git does not know who you are.*git config.*~\/\.gitconfig[^\n]*\n$/)
    expect(status).toBe(2)
    expect(readdirSync(folder)).toEqual([])
  })

  it('a clerk whose name is in the configuration file is known', () => {
    const home = newFolder()
    writeFileSync(join(home, '.gitconfig'), '[user]\nname = Your Name\nemail = you@example.org\n')
    const { status, stderr, folder } = initAsNobody(home)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(git(join(folder, 'convention'), 'log', '--format=%an <%ae>').trim()).toBe('Your Name <you@example.org>')
  })

  it('a file where a folder is to be made', () => {
    const here = newFolder()
    writeFileSync(join(here, 'taken'), '')
    stops(here, ['init', 'taken'], /taken is a file;/)
    stops(here, ['init', 'taken/convention'], /taken is a file;/)
  })
})

/** Begins a repository in an empty environment: nobody has said who they are, unless in the settings of this home. */
function initAsNobody(HOME = newFolder()): Run & { folder: string } {
  const variables = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL', 'EMAIL']
  const nobody = Object.fromEntries(variables.map((name) => [name, '']))
  const folder = newFolder()
  const ofNobodyElse = { GIT_CONFIG_GLOBAL: undefined, GIT_CONFIG_NOSYSTEM: '1' }
  const environment = { ...nobody, ...ofNobodyElse, HOME, XDG_CONFIG_HOME: newFolder() }
  return { folder, ...annexWith(environment, folder, 'init', 'convention') }
}

describe('an interrupted annex init', () => {
  /** What an init leaves that stopped before its commit. */
  const brokenOff = () => {
    const folder = newFolder()
    git(folder, 'init', '--quiet', '--initial-branch=main', 'convention')
    return join(folder, 'convention')
  }

  it('is completed by the same command', () => {
    const folder = brokenOff()
    expect(annex(folder, 'init', '.')).toMatchObject({ status: 0, stderr: '' })
    expect(git(folder, 'tag').trim().split('\n')).toEqual(['annex-1/v1', 'article-4/v1', 'technical-annex/v1'])
    expect(git(folder, 'status', '--porcelain')).toBe('')
    expect(annex(folder, 'verify').status).toBe(0)
  })

  it('keeps what is staged, files that are in the way, and branches of other names', () => {
    const staged = brokenOff()
    writeFileSync(join(staged, 'mine.txt'), 'mine\n')
    git(staged, 'add', 'mine.txt')
    const named = brokenOff()
    git(named, 'symbolic-ref', 'HEAD', 'refs/heads/trunk')
    for (const folder of [staged, named]) {
      expect(annex(folder, 'init', '.')).toMatchObject({ status: 2, stderr: expect.stringContaining('already') })
    }
    const occupied = brokenOff()
    writeFileSync(join(occupied, 'README.md'), 'mine\n')
    expect(annex(occupied, 'init', '.')).toMatchObject({ status: 2, stderr: expect.stringContaining('README.md') })
    expect(readFileSync(join(occupied, 'README.md'), 'utf8')).toBe('mine\n')
    renameSync(join(occupied, 'README.md'), join(occupied, 'mine.md'))
    expect(annex(occupied, 'init', '.')).toMatchObject({ status: 0 })
  })
})
