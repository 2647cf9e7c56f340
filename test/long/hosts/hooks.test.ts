import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { annexDone, CLERK, git, home, newFolder } from '../../scenarios/annex.ts'

interface Hook {
  id: string
  entry: string
  files: string
  pass_filenames?: boolean
}

/** A folder with the program on its path, as an installed package puts it there. */
function path(): string {
  const bin = join(newFolder(), 'bin')
  mkdirSync(bin)
  symlinkSync(join(home, 'bin/run.js'), join(bin, 'annex'))
  return `${bin}${delimiter}${process.env.PATH}`
}

function repository(...flags: string[]): string {
  const folder = join(newFolder(), 'my convention')
  annexDone(home, 'init', folder, '--ci', 'none', ...flags)
  return folder
}

const yaml = (folder: string, file: string) => parse(readFileSync(join(folder, file), 'utf8'))

/** The same words, their layout no longer canonical. */
function disarrange(folder: string): void {
  const file = join(folder, 'annexes/annex-1.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('document: annex-1', 'document:   "annex-1"'))
}

const STAGED = ['annexes/annex-1.yaml', 'annexes/article-4.yaml']

describe.each([
  ['.pre-commit-hooks.yaml', () => yaml(home, '.pre-commit-hooks.yaml')],
  [
    'the configuration that annex init writes for pre-commit',
    () => yaml(repository('--hooks', 'pre-commit'), '.pre-commit-config.yaml').repos[0].hooks,
  ],
])('%s', (_, read) => {
  let folder: string
  let hooks: Hook[]

  beforeAll(() => {
    folder = repository()
    hooks = read().filter(({ files }: Partial<Hook>) => files !== undefined)
  })

  // pre-commit splits the entry into words, takes no shell, and puts the staged files behind.
  const run = ({ entry, files, pass_filenames }: Hook) => {
    const [command = '', ...words] = entry.split(' ')
    const staged = STAGED.filter((file) => new RegExp(files).test(file))
    expect(staged).toEqual(STAGED)
    const all = pass_filenames === false ? words : [...words, ...staged]
    return spawnSync(command, all, { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path() } }).status
  }

  it('passes the shipped files, and stops files that are not canonical', () => {
    expect(hooks.map(run)).toEqual([0, 0])
    disarrange(folder)
    expect(hooks.map(run)).toEqual([0, 1])
  })

  it('verifies the record before a push', () => {
    const [verify] = read().filter(({ files }: Partial<Hook>) => files === undefined)
    expect(verify).toMatchObject({ entry: 'annex verify', stages: ['push'], pass_filenames: false })
  })
})

describe('the configuration that annex init writes for lefthook', () => {
  it('passes the shipped files, and stops files that are not canonical', () => {
    const folder = repository('--hooks', 'lefthook')
    const commands: { glob: string; run: string }[] = Object.values(yaml(folder, 'lefthook.yml')['pre-commit'].commands)
    // lefthook fills in the staged files, and lets sh run the line.
    const run = () =>
      commands.map(({ run: line }) => {
        const filled = line.replace('{staged_files}', STAGED.join(' '))
        return spawnSync('sh', ['-c', filled], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path() } })
          .status
      })
    expect(run()).toEqual([0, 0])
    disarrange(folder)
    expect(run()).toEqual([0, 1])
  })
})

/** A host's checkout of a repository: one commit, HEAD detached; its hooks are run by git when something is committed. */
function cloneOf(folder: string): string {
  const clone = join(newFolder(), 'check out')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Configure the hooks')
  git(folder, 'clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, clone)
  git(clone, 'checkout', '--quiet', '--detach')
  return clone
}

const isHere = (program: string) => spawnSync(program, ['--version']).error === undefined

/** Whether npm can fetch what the program is built with and runs on. */
const hasRegistry = () =>
  spawnSync('npm', ['view', 'esbuild', 'version', '--fetch-retries=0', '--fetch-timeout=10000']).status === 0

describe('by the programs themselves, in a shallow clone with HEAD detached', () => {
  const run = (folder: string, program: string, ...words: string[]) => {
    const environment = { PATH: path(), PRE_COMMIT_HOME: join(folder, '.git/pre-commit') }
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...CLERK, ...environment },
    })
    return { status, told: stdout + stderr }
  }

  /** What stands is committed; what is not canonical is not, and the hook says which file. */
  const judges = (folder: string) => {
    const file = join(folder, 'annexes/article-4.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}# Looked at.\n`)
    expect(run(folder, 'git', 'commit', '--all', '--message', 'Sound')).toMatchObject({ status: 0 })
    disarrange(folder)
    const refused = run(folder, 'git', 'commit', '--all', '--message', 'Not canonical')
    expect(refused).toMatchObject({ status: 1, told: expect.stringContaining('annexes/annex-1.yaml') })
    expect(git(folder, 'log', '--format=%s', '-1').trim()).toBe('Sound')
  }

  describe.skipIf(!isHere('pre-commit') || !hasRegistry())(
    'pre-commit, which installs the program itself (left out without pre-commit or a registry of packages)',
    () => {
      it('as annex init configures it, once the package is published', () => {
        const folder = repository('--hooks', 'pre-commit')
        const packed = newFolder()
        const { status, stdout } = spawnSync('npm', ['pack', '--pack-destination', packed], {
          cwd: home,
          encoding: 'utf8',
        })
        // pre-commit takes all that npm pack says for the name of a file.
        expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^treaty-annex-[\d.]+\.tgz\n$/) })
        const file = join(folder, '.pre-commit-config.yaml')
        const published = /treaty-annex@[\d.]+/g
        const configured = readFileSync(file, 'utf8')
        expect(configured.match(published)).toHaveLength(3)
        writeFileSync(file, configured.replaceAll(published, join(packed, stdout.trim())))
        const clone = cloneOf(folder)
        expect(run(clone, 'pre-commit', 'install')).toMatchObject({ status: 0 })
        judges(clone)
      })

      it('with the hooks of this repository, installed from its git history', () => {
        const hooks = sourcesOfThisProgram()
        const rev = git(hooks, 'rev-parse', 'HEAD').trim()
        const folder = repository()
        const config = { repos: [{ repo: hooks, rev, hooks: [{ id: 'annex-validate' }, { id: 'annex-fmt' }] }] }
        writeFileSync(join(folder, '.pre-commit-config.yaml'), JSON.stringify(config))
        const clone = cloneOf(folder)
        expect(run(clone, 'pre-commit', 'install')).toMatchObject({ status: 0 })
        judges(clone)
      })
    },
  )

  it.skipIf(!isHere('lefthook'))('lefthook, as annex init configures it (left out without lefthook)', () => {
    const clone = cloneOf(repository('--hooks', 'lefthook'))
    expect(run(clone, 'lefthook', 'install')).toMatchObject({ status: 0 })
    judges(clone)
  })
})

/** A git repository of its own with the files of this one as they are, also where they are not yet committed. */
function sourcesOfThisProgram(): string {
  const folder = newFolder()
  const listed = git(home, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of listed.filter((name) => name !== '' && existsSync(join(home, name)))) {
    cpSync(join(home, file), join(folder, file))
  }
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'The program')
  return folder
}
