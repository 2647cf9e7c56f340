import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ListedCommands } from '../../src/cli/completion/command-line.ts'
import { usageError } from '../../src/cli/output/usage-error.ts'
import {
  annex,
  annexDone,
  copied,
  exerciseRepository,
  git,
  home,
  newFolder,
  newRepository,
} from '../scenarios/annex.ts'
import { wordsOf } from '../scenarios/shell-words.ts'

interface Listed {
  summary?: string
  examples?: string[]
  flags: Record<string, { description?: string }>
}

const MANIFEST: { commands: Record<string, Listed> } = JSON.parse(
  readFileSync(join(home, 'oclif.manifest.json'), 'utf8'),
)
const LISTED: ListedCommands = JSON.parse(readFileSync(join(home, 'oclif.manifest.json'), 'utf8')).commands
const COMMANDS = Object.entries(MANIFEST.commands).map(([id, command]): [string, Listed] => [
  id.replaceAll(':', ' '),
  command,
])

/** What an example needs to be there before it: commands, by the beginning of the example. */
const DRAFT =
  'annex proposal new add-budapest --basis 70.1 --document annex-1 --by FRA --title "An addition" --statement "Directly related to international crime"'
const BUDAPEST =
  'annex entry add annex-1 budapest-2001 --text "Convention on Cybercrime" --done-on 2001-11-23 --in-force 2004-07-01 --scope regional'
const DRAFTED = [DRAFT, BUDAPEST, 'annex proposal commit -m "Add it"']
const CIRCULATED = [...DRAFTED, 'annex proposal circulate add-budapest --on 2021-01-15 --ref X-1']
const ADOPTED = [...CIRCULATED, 'annex proposal adopt add-budapest --as-of 2021-08-14']
const BY_SECRETARIAT = DRAFTED.map((words) => words.replace('70.1', '70.2').replace('FRA', 'secretariat'))
const BY_COMMISSION = [
  'annex proposal new add-stealer --basis 62 --document technical-annex --by commission --title "An addition"',
  'annex entry add technical-annex stealer --section software --text Stealer --field "description=A program"',
  'annex proposal commit -m "Add it"',
]

const CORRECTION = [
  'annex proposal new correct-hague --basis correction --document annex-1 --by depositary --title "A correction"',
  'annex entry reword annex-1 hague-1970 --text "Convention for the Suppression of Unlawful Seizure of Aircraft"',
  'annex proposal commit -m "Correct it"',
]

const FRANCE = 'annex party add FRA --name France --instrument ratification --deposited 2017-03-01'

/** Stands for the set-up of a signing key, which no command does. */
const SIGNING = '(a signing key)'
const KEYS = [SIGNING, 'annex keys add clerk@example.org clerk.pub', 'annex keys add judge@example.org judge.pub']

const BEFORE: [RegExp, string[]][] = [
  [/^annex keys add .*clerk.pub/, [SIGNING]],
  [/^annex keys add .*openpgp/, KEYS.slice(0, 2)],
  [/^annex keys (?:remove|require)/, KEYS],
  [/^annex party rectify .*--without denounced/, ['annex party denounce BRA --on 2021-03-01']],
  [/^annex proposal rectify .*-circulated/, CIRCULATED],
  [
    /^annex proposal rectify/,
    [...CIRCULATED, 'annex proposal record add-budapest objection --party BRA --on 2021-02-03 --ref X-2'],
  ],
  [/^annex proposal (?:check|diff|show|status|conflicts|list|close)/, DRAFTED],
  [/^annex proposal commit/, [DRAFT, BUDAPEST]],
  [/^annex proposal circulate correct/, CORRECTION],
  [/^annex proposal circulate/, DRAFTED],
  [/^annex proposal record .* objection/, CIRCULATED],
  [
    /^annex proposal record .* conference-vote/,
    [...BY_SECRETARIAT, 'annex proposal submit add-budapest --on 2021-01-15 --ref X-1'],
  ],
  [/^annex proposal submit/, BY_SECRETARIAT],
  [/^annex proposal recommend/, BY_COMMISSION],
  [/^annex proposal adopt/, CIRCULATED],
  [/^annex (?:explain|changelog annex-1\/v1)/, ADOPTED],
  [/^annex changelog --check/, [...ADOPTED, 'annex changelog -o annexes/CHANGELOG.md']],
  [/^annex party declare .* --on 2017/, [FRANCE]],
  [/^annex party declare .*force/, [FRANCE, 'annex party declare FRA hague-1970 --on 2017-03-01']],
]

// Exit code 1 is an answer too: findings, or differences where they were asked for.
const ANSWERS_WITH_1 = /--exit-code|^annex proposal check/

// What the exercise's thirty-six Parties have done already is shown in a repository without them.
const WITHOUT_PARTIES = /^annex party (?:add|import|declare .*(?:--on 2017|force))/

const made = new Map<string, string>()

/** A repository as the example finds it; each state is made once, and copied. */
function prepared(example: string): string {
  const before = BEFORE.find(([beginning]) => beginning.test(example))?.[1] ?? []
  return copied(stateAfter(WITHOUT_PARTIES.test(example), before))
}

function stateAfter(withoutParties: boolean, lines: readonly string[]): string {
  const key = JSON.stringify([withoutParties, lines])
  const state = made.get(key) ?? makeState(withoutParties, lines)
  made.set(key, state)
  return state
}

function makeState(withoutParties: boolean, lines: readonly string[]): string {
  const last = lines.at(-1)
  if (last === undefined) return withoutParties ? newRepository() : exerciseRepository()
  const folder = copied(stateAfter(withoutParties, lines.slice(0, -1)))
  run(folder, last)
  return folder
}

function run(folder: string, line: string): void {
  if (line === SIGNING) withSigningKey(folder)
  else annexDone(folder, ...wordsOf(line).slice(1))
}

/** The files that examples name, as their users have them. */
function withFiles(folder: string): void {
  const document = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
  for (const name of ['old.yaml', 'new.yaml', 'base.yaml', 'ours.yaml', 'theirs.yaml']) {
    writeFileSync(join(folder, name), document)
  }
  cpSync(join(home, 'demo/exercise-parties.yaml'), join(folder, 'parties.yaml'))
  writeFileSync(join(folder, 'parties.csv'), 'code,name,instrument,deposited\nTUN,Tunisia,accession,2020-01-01\n')
  const parties = '[{code: FRA, instrument: ratification, deposited: 2017-03-01}]'
  writeFileSync(
    join(folder, 'what-if.yaml'),
    `name: one\nasOf: 2021-08-14\nbasis: "70.1"\nby: FRA\nparties: ${parties}\nevents: []\n`,
  )
  writeFileSync(join(folder, 'why.txt'), 'Directly related to international crime.\n')
}

/** A clerk's key, and the public key of another. */
function withSigningKey(folder: string): void {
  const keys = newFolder()
  for (const name of ['clerk', 'judge']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)])
    cpSync(join(keys, `${name}.pub`), join(folder, `${name}.pub`))
  }
  const settings = [
    ['user.email', 'clerk@example.org'],
    ['user.signingkey', join(keys, 'clerk')],
    ['gpg.format', 'ssh'],
    ['commit.gpgsign', 'true'],
  ]
  for (const [name, value] of settings) git(folder, 'config', `${name}`, `${value}`)
}

/** A server to share the record with. */
function withServer(folder: string): void {
  const server = join(newFolder(), 'server.git')
  git(folder, 'init', '-q', '--bare', '-b', 'main', server)
  git(folder, 'remote', 'add', 'origin', server)
}

describe('every command', () => {
  it.each(COMMANDS)('annex %s: says what it does, what each flag means, and how to write it', (_, command) => {
    expect(command.summary).toMatch(/\S/)
    expect(Object.keys(command.flags)).toContain('json')
    for (const flag of Object.values(command.flags)) expect(flag.description).toMatch(/[.?]$/)
    expect(command.examples ?? []).not.toEqual([])
  })

  it('names the help of the command when a flag is misspelt', () => {
    const misspelt = new Error('Nonexistent flag: --nonsense\nSee more help with --help')
    for (const [id] of COMMANDS) {
      expect(usageError(misspelt, [...id.split(' '), '--nonsense'], LISTED)).toEqual({
        message: 'unknown flag --nonsense',
        remedy: `see annex ${id} --help`,
      })
    }
  })
})

describe('help', () => {
  it.each([
    [['help'], ['--help']],
    [['-h'], ['--help']],
    [
      ['help', 'validate'],
      ['validate', '--help'],
    ],
    [
      ['validate', '-h'],
      ['validate', '--help'],
    ],
    [
      ['help', 'proposal', 'check'],
      ['proposal', 'check', '--help'],
    ],
    [
      ['help', 'proposal'],
      ['proposal', '--help'],
    ],
  ])('annex %j says what annex %j does', (asked, known) => {
    const told = annex(home, ...known)
    expect(told).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('USAGE') })
    expect(annex(home, ...asked)).toEqual(told)
  })

  it('is not printed for a word after --', () => {
    expect(annex(home, 'validate', '--', '-h').stderr).toMatch(/^annex: file -h not found;/)
  })
})

describe('an invalid command line', () => {
  it.each([
    [['validate', '--foo'], 'unknown flag --foo; see annex validate --help'],
    [['proposal', 'check'], 'ID is required; see annex proposal check --help'],
    [
      ['proposal', 'circulate', 'x'],
      'the flag --on is required, and the flag --ref is required; see annex proposal circulate --help',
    ],
    [['show', 'a', 'b'], 'annex show takes no second argument "b"; see annex show --help'],
    [
      ['entry', 'renumber', 'annex-1', 'vienna-1988', '16'],
      'annex entry renumber takes no third argument "16"; write --number 16',
    ],
    [['show', '--at'], 'the flag --at requires a value; see annex show --help'],
    [
      ['validate', '--fail-on', 'never'],
      'invalid value --fail-on=never: use one of error, warning, note; see annex validate --help',
    ],
    [['ratify'], 'unknown command ratify; see annex --help'],
    [['proposal', 'ratify'], 'unknown command proposal ratify; did you mean annex proposal rectify? See annex --help'],
    [['help', 'ratify'], 'unknown command ratify; see annex --help'],
    [['valdate'], 'unknown command valdate; did you mean annex validate? See annex --help'],
    [['proposal', 'chekc'], 'unknown command proposal chekc; did you mean annex proposal check? See annex --help'],
    [['proposals'], 'unknown command proposals; did you mean annex proposal? See annex --help'],
    [['validate', '--formt', 'text'], 'unknown flag --formt; did you mean --format? See annex validate --help'],
  ])('annex %j', (words, sentence) => {
    expect(annex(home, ...words)).toEqual({ status: 2, stdout: '', stderr: `annex: ${sentence}\n` })
  })
})

describe('every example in a help page runs', () => {
  const examples = COMMANDS.flatMap(([, command]) => command.examples ?? [])
    .map((example) => example.replace('<%= config.bin %>', 'annex'))
    .map((example) => example.replace(/ > .*$/, ''))

  it.each(examples)('%s', (example) => {
    const folder = /^annex init/.test(example) ? newFolder() : prepared(example)
    if (!/^annex init/.test(example)) withFiles(folder)
    if (/^annex sync/.test(example)) withServer(folder)
    const { status, stderr } = annex(folder, ...wordsOf(example).slice(1))
    expect(stderr).toBe('')
    expect(ANSWERS_WITH_1.test(example) ? [0, 1] : [0]).toContain(status)
  })
})
