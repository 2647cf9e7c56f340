import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { annexDone, home, newFolder } from '../scenarios/annex.ts'

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
    hooks = read()
  })

  // pre-commit splits the entry into words, takes no shell, and puts the staged files behind.
  const run = ({ entry, files, pass_filenames }: Hook) => {
    const [command = '', ...words] = entry.split(' ')
    const staged = STAGED.filter((file) => new RegExp(files).test(file))
    expect(staged).toEqual(STAGED)
    const all = pass_filenames === false ? words : [...words, ...staged]
    return spawnSync(command, all, { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path() } }).status
  }

  it('passes what stands, and stops what is not canonical', () => {
    expect(hooks.map(run)).toEqual([0, 0])
    disarrange(folder)
    expect(hooks.map(run)).toEqual([0, 1])
  })
})

describe('the configuration that annex init writes for lefthook', () => {
  it('passes what stands, and stops what is not canonical', () => {
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
