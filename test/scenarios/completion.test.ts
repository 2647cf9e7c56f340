import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, exerciseRepository, git, home, newFolder } from './annex.ts'

/** Names that a shell would run or expand, if it were let. */
const TOUCH = ['touch$', '{IFS}pwned'].join('')
const HOSTILE = [`$(${TOUCH})`, `\`${TOUCH}\``, `a;${TOUCH}`, '*', '~root', '-rf']

let folder: string
let scripts: string
let path: string

beforeAll(() => {
  folder = exerciseRepository()
  git(folder, 'branch', 'proposal/add-budapest')
  for (const name of HOSTILE) {
    const id = git(folder, 'rev-parse', 'HEAD')
    mkdirSync(join(folder, 'annexes/proposals', name), { recursive: true })
    writeFileSync(join(folder, 'annexes', `${name}.yaml`), `entries:\n  - id: ${name}\n`)
    writeFileSync(join(folder, '.git/refs/heads/proposal', name), id)
  }
  const file = join(folder, 'annexes/register/parties.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}${HOSTILE.map((name) => `  - code: ${name}\n`).join('')}`)
  scripts = newFolder()
  for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(scripts, shell), annexDone(home, 'completion', shell))
  symlinkSync(join(home, 'bin/run.js'), join(scripts, 'annex'))
  path = `${scripts}${delimiter}${process.env.PATH}`
})

/** How each shell is asked what it would offer behind a command line; the words that it offers. */
const SHELLS: Record<string, (line: string[]) => [string, ...string[]]> = {
  bash: (line) => [
    'bash',
    '--noprofile',
    '--norc',
    '-c',
    // bash breaks words at "=", and calls the function that `complete` was given.
    `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
     [[ $(complete -p annex) == *"-F _annex annex" ]] && _annex && ((\${#COMPREPLY[@]})) && printf '%s\\n' "\${COMPREPLY[@]}"`,
    'bash',
    join(scripts, 'bash'),
    ...line.flatMap((word) => word.split(/(=)/)).filter((word, at, all) => word !== '' || at === all.length - 1),
  ],
  zsh: (line) => [
    'zsh',
    '-f',
    '-c',
    // What zsh would be told to offer, and where it would look for files.
    `compdef() { [[ $* == "_annex annex" ]] || exit 9 }
     compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }
     _files() { print -r -- ":files $*" }
     source $1; shift; words=("$@"); CURRENT=$#; _annex`,
    'zsh',
    join(scripts, 'zsh'),
    ...line,
  ],
  fish: (line) => [
    'fish',
    '--no-config',
    '-c',
    'source $argv[1]; complete --do-complete $argv[2]',
    join(scripts, 'fish'),
    line.join(' '),
  ],
}

const isHere = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0

describe.each(Object.entries(SHELLS))('%s', (shell, asked) => {
  const offered = (...words: string[]): string[] => {
    const [command, ...rest] = asked(['annex', ...words])
    const { stdout, stderr } = spawnSync(command, rest, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path, HOME: scripts },
    })
    expect(stderr).toBe('')
    return stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])
  }

  it.skipIf(!isHere(shell))(`completes commands, flags, values and names (left out without ${shell})`, () => {
    expect(offered('pro')).toEqual(['proposal'])
    expect(offered('proposal', 'c')).toEqual(['check', 'circulate', 'close', 'commit', 'conflicts'])
    expect(offered('validate', '--f').sort()).toEqual(['--fail-on', '--format'])
    expect(offered('init', 'x', '--ci', 'git').sort()).toEqual(['gitea', 'github', 'gitlab'])
    expect(offered('proposal', 'record', 'add-budapest', 'objection', '--party', 'F')).toEqual(['FIN', 'FRA'])
    expect(offered('readings', 'late-')).toEqual(['late-consent', 'late-joiner', 'late-objection'])
    expect(offered('explain', 'annex-1', 'hague')).toEqual(['hague-1970'])
  })

  it.skipIf(!isHere(shell))(`neither offers, runs nor expands a hostile name (left out without ${shell})`, () => {
    expect(offered('proposal', 'check', '')).toEqual(['add-budapest'])
    expect(offered('show', '')).toEqual(['annex-1', 'article-4', 'technical-annex'])
    for (const name of HOSTILE) expect(offered('party', 'denounce', '')).not.toContain(name)
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})

describe('bash', () => {
  const offered = (...words: string[]) => {
    const [command, ...rest] = SHELLS.bash?.(['annex', ...words]) ?? ['']
    const env = { ...process.env, PATH: path }
    return spawnSync(command, rest, { cwd: folder, encoding: 'utf8', env }).stdout.trim().split('\n')
  }

  it('continues after "=", where bash splits words', () => {
    expect(offered('show', '--format=ht')).toEqual(['html'])
    expect(offered('proposal', 'status', 'x', '--reading', 'denominator-date=c')).toEqual(['circulation'])
  })

  it('completes files where a file is asked for', () => {
    expect(offered('party', 'import', 'annexes/read')).toEqual(['annexes/readings.yaml'])
    expect(offered('validate', '--repo', 'annexes/reg')).toEqual(['annexes/register'])
  })
})

it('answers nothing, and no error, where there is no repository or no such command', () => {
  const nowhere = newFolder()
  for (const words of [
    ['show', ''],
    ['ratify', ''],
    ['proposal', 'ratify', ''],
    ['show', '--nonsense', ''],
  ]) {
    expect(annex(nowhere, '--complete', ...words)).toEqual({ status: 0, stdout: '', stderr: '' })
  }
})
