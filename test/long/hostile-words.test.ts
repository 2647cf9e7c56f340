import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, exerciseRepository, git, newFolder } from '../scenarios/annex.ts'

/** Red from here on, a bell, the title of the window, and the rest of the line from right to left. */
const HOSTILE = '\u001b[31mred\u0007\u001b]0;x\u0007\u202etxt'

/** What a terminal would obey; line feeds are ours. */
const OBEYED = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

const DOCUMENT = `document: hostile
title: {en: ${JSON.stringify(HOSTILE)}}
sections: [{id: one, title: {en: ${JSON.stringify(HOSTILE)}}}]
entries: [{id: first, section: one, number: "1", text: {title: {en: ${JSON.stringify(`${HOSTILE} first`)}}}}]
`

let folder: string

/** Runs the program, and fails the test where it hands the terminal anything to obey. @returns what it printed */
function harmless(where: string, ...words: string[]): string {
  const { status, stdout, stderr } = annex(where, ...words)
  const said = stdout + stderr
  expect([words, status, OBEYED.exec(said)?.[0]]).toEqual([words, expect.any(Number), undefined])
  expect(said).not.toMatch(/\n\s+at /)
  return said
}

/** The same for a command that does what it is asked. */
function done(...words: string[]): string {
  const { status, stderr } = annex(folder, ...words)
  expect([words, status, stderr]).toEqual([words, 0, ''])
  return stderr
}

beforeAll(() => {
  folder = exerciseRepository()
})

describe('control characters are made visible by every command that repeats them', () => {
  it('a reference, a reason, a title, a statement and a note, in the life of a proposal', () => {
    const basis = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', HOSTILE]
    const statement = ['--statement', `${HOSTILE} directly related to international crime`]
    harmless(folder, 'proposal', 'new', 'add-one', ...basis, ...statement)
    const facts = ['--done-at', HOSTILE, '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
    harmless(folder, 'entry', 'add', 'annex-1', 'one', '--text', HOSTILE, '--official-title', HOSTILE, ...facts)
    harmless(folder, 'validate')
    harmless(folder, 'diff')
    done('entry', 'reword', 'annex-1', 'one', '--text', 'One (Budapest, 23 November 2001)')
    done('proposal', 'commit', '-m', HOSTILE)
    harmless(folder, 'proposal', 'check', 'add-one', '--as-of', '2021-01-15')
    const sent = ['--on', '2021-01-15', '--ref', HOSTILE]
    expect(harmless(folder, 'proposal', 'circulate', 'add-one', ...sent)).toMatch(/\(␛\[31mred␇[^\n]*⟨U\+202E⟩txt\)/)
    const objection = ['--party', 'BRA', '--on', '2021-02-01', '--ref', HOSTILE, '--note', HOSTILE]
    harmless(folder, 'proposal', 'record', 'add-one', 'objection', ...objection)
    for (const command of ['show', 'status', 'diff']) harmless(folder, 'proposal', command, 'add-one')
    for (const command of ['list', 'conflicts']) harmless(folder, 'proposal', command)
    harmless(folder, 'log', 'one')
    for (const word of ['deadlines', 'changelog', 'verify', 'sync']) harmless(folder, word)
    harmless(folder, 'changelog', '--pending')
    harmless(folder, 'proposal', 'close', 'add-one', '--reason', HOSTILE)
  })

  it('a reference, to any body that a proposal is sent to; a reason, always on one line', () => {
    const sent = ['--on', '2021-01-15', '--ref', HOSTILE]
    for (const [command, basis, by] of [
      ['submit', '70.2', 'FRA'],
      ['recommend', '62', 'commission'],
    ] as const) {
      git(folder, 'switch', '-q', 'main')
      const document = basis === '62' ? 'technical-annex' : 'article-4'
      const entry = basis === '62' ? 'keygen' : 'worms'
      annex(folder, 'proposal', 'new', command, '--basis', basis, '--document', document, '--by', by, '--title', 'T')
      annex(folder, 'entry', 'remove', document, entry)
      annex(folder, 'proposal', 'commit')
      harmless(folder, 'proposal', command, command, ...sent)
    }
    git(folder, 'switch', '-q', 'main')
    const basis = ['--basis', '62', '--document', 'technical-annex', '--by', 'commission', '--title', 'T']
    done('proposal', 'new', 'ended', ...basis)
    const told = harmless(folder, 'proposal', 'close', 'ended', '--reason', `${HOSTILE}\n::error::forged`)
    expect(told.trimEnd().split('\n')).toHaveLength(1)
    git(folder, 'switch', '-q', 'main')
  })

  it('the names of Parties', () => {
    const record = ['--instrument', 'accession', '--deposited', '2020-01-01']
    harmless(folder, 'party', 'add', 'TUN', '--name', HOSTILE, ...record)
    harmless(folder, 'party', 'list')
    harmless(folder, 'show', 'annex-1', '--for', 'TUN', '--as-of', '2021-08-14')
    harmless(folder, 'explain', 'annex-1', 'hague-1970', '--for', 'TUN', '--as-of', '2021-08-14')
    harmless(folder, 'party', 'declare', 'TUN', 'hague-1970', '--on', '2022-03-01', '--ref', HOSTILE)
    harmless(folder, 'party', 'denounce', 'TUN', '--on', '2023-01-01', '--ref', HOSTILE)
  })

  it('the words of a document in every format except YAML, and of a scenario', () => {
    writeFileSync(join(folder, 'annexes/hostile.yaml'), DOCUMENT)
    harmless(folder, 'show')
    for (const format of ['text', 'json', 'md', 'html']) harmless(folder, 'show', 'hostile', '--format', format)
    // A line of a CSV file ends with CR LF (RFC 4180).
    expect(annexDone(folder, 'show', 'hostile', '--format', 'csv').replaceAll('\r\n', '\n')).not.toMatch(OBEYED)
    for (const format of ['akn', 'skos']) harmless(folder, 'export', 'hostile', '--format', format)
    harmless(folder, 'textconv', 'annexes/hostile.yaml')
    for (const format of ['text', 'json', 'md', 'html']) harmless(folder, 'diff', '--format', format)
    for (const format of ['text', 'json', 'github', 'sarif', 'junit', 'gitlab']) {
      harmless(folder, 'validate', 'annexes/hostile.yaml', '--format', format)
    }
    const scenario = `name: ${JSON.stringify(HOSTILE)}\nasOf: 2021-08-14\nbasis: "70.1"\nby: FRA\nparties: []\nevents: []\n`
    writeFileSync(join(folder, 'what-if.yaml'), scenario)
    harmless(folder, 'simulate', 'what-if.yaml')
    const side = (words: string) => DOCUMENT.replace(' first', ` ${words}`)
    for (const [name, words] of [
      ['base', 'a'],
      ['ours', 'b'],
      ['theirs', 'c'],
    ] as const) {
      writeFileSync(join(folder, `${name}.yaml`), side(words))
    }
    harmless(folder, 'merge-driver', 'base.yaml', 'ours.yaml', 'theirs.yaml', `annexes/${HOSTILE}.yaml`)
  })

  it('the names of files and folders that are read, written, formatted or missing', () => {
    const here = newFolder()
    const name = `a${HOSTILE}.yaml`
    writeFileSync(join(here, name), 'document:   d\ntitle: {en: D}\nentries: []\n')
    expect(harmless(here, 'fmt', '--check', name)).toMatch(/not in canonical form/)
    for (const format of ['text', 'json', 'github', 'sarif', 'junit', 'gitlab']) {
      harmless(here, 'validate', name, '--format', format)
    }
    harmless(here, 'diff', name, name)
    expect(harmless(here, 'fmt', name)).toMatch(/rewritten/)
    for (const words of [['fmt'], ['validate'], ['textconv'], ['simulate'], ['diff', 'x.yaml']]) {
      harmless(here, ...words, `missing${name}`)
    }
    const made = join(here, `folder${HOSTILE.replaceAll('/', '')}`)
    harmless(here, 'init', made)
    harmless(made, 'git-setup')
    const out = (type: string) => join(here, `out${HOSTILE}.${type}`)
    harmless(made, 'show', 'annex-1', '--format', 'md', '-o', out('md'))
    harmless(made, 'show', 'annex-1', '--format', 'docx', '-o', out('docx'))
    harmless(made, 'diff', 'annex-1/v1', 'main', '--format', 'html', '-o', out('html'))
    harmless(made, 'export', 'annex-1', '-o', out('xml'))
    harmless(made, 'changelog', '-o', out('changelog.md'))
    mkdirSync(join(made, 'annexes', HOSTILE))
    writeFileSync(join(made, 'annexes', HOSTILE, name), 'document: d\n')
    harmless(made, 'validate')
    harmless(made, 'proposal', 'list', '--repo', HOSTILE)
    harmless(here, HOSTILE)
    for (const word of ['show', 'log', 'readings', 'rules', 'validate']) harmless(made, word, HOSTILE)
  })

  it('what is recorded stays exactly as it was given', () => {
    const event = git(folder, 'ls-tree', '-r', '--name-only', 'main').match(
      /annexes\/proposals\/add-one\/events\/\S+circulated\S*/,
    )
    expect(event).not.toBeNull()
    expect(readFileSync(join(folder, String(event)), 'utf8')).not.toContain('␛')
  })
})
