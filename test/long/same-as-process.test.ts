import { dirname } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexWith, copied, exerciseRepository, git, type Run } from '../scenarios/annex.ts'

const DAY = ['--as-of', '2031-08-14']
const DRAFT = '--basis 70.1 --document annex-1 --by FRA --title Addition --statement Related'.split(' ')
const FACTS = '--done-on 2001-11-23 --in-force 2004-07-01 --scope regional'.split(' ')
const RECORD = ['proposal', 'record', 'add']

/** One life of a repository, with wrong command lines between the right ones: what one leaves must not reach the next. */
const LINES: string[][] = [
  [],
  ['--help'],
  ['nonsense'],
  ['show'],
  ['help', 'proposal', 'adopt'],
  ['show', 'annex-1'],
  ['show', 'annex-9'],
  ['show', 'annex-1', '--json'],
  ['show', '--nonsense', '--json'],
  ['validate'],
  ['validate', 'annexes/none.yaml'],
  ['validate', '--format', 'sarif'],
  ['fmt', '--check'],
  ['readings'],
  ['readings', 'denominator-date', '--json'],
  ['rules', 'law'],
  ['rules', 'text/number-unique'],
  ['completion', 'bash'],
  ['completion', 'tcsh'],
  ['party', 'list', ...DAY],
  ['party', '--json'],
  ['party', 'add', 'XYZ', '--name', 'Xyz', '--instrument', 'accession', '--deposited', '2030-01-01'],
  ['party', 'add', 'XYZ', '--name', 'Xyz', '--instrument', 'accession', '--deposited', '2030-02-01'],
  ['party', 'declare', 'XYZ', 'hague-1970', '--on', '2030-01-01'],
  ['party', 'denounce', 'MEX', '--on', '2032-01-01'],
  ['party', 'denounce', 'MEX', '--on', 'tomorrow'],
  ['entry', 'add', 'annex-1', 'budapest-2001', '--text', 'A convention on main'],
  ['proposal', 'new', 'add', ...DRAFT],
  ['proposal', 'new', 'add', ...DRAFT],
  ['entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...FACTS],
  ['proposal', 'check', 'add', '--as-of', '2031-01-15'],
  ['diff', '--document', 'annex-1', '--exit-code'],
  ['proposal', 'commit', '-m', 'Add it'],
  ['proposal', 'commit'],
  ['proposal', 'diff', 'add'],
  ['proposal', 'diff', 'add', '--format', 'html'],
  ['proposal', 'show', 'add', '--json'],
  ['proposal', 'adopt', 'add', ...DAY],
  ['proposal', 'circulate', 'add', '--on', '2031-01-15', '--ref', 'X-1'],
  ['proposal', 'circulate', 'add', '--on', '2031-01-15', '--ref', 'X-1'],
  ['proposal', 'status', 'add', ...DAY],
  ['proposal', 'status', 'add', ...DAY, '--reading', 'denominator-date=circulation', '--json'],
  ['proposal', 'status', 'add', ...DAY, '--reading', 'denominator-date=never'],
  [...RECORD, 'objection', '--party', 'BRA', '--on', '2031-02-03', '--ref', 'X-2'],
  [...RECORD, 'objection', '--party', 'BRA', '--on', '2031-02-03', '--ref', 'X-2'],
  [...RECORD, 'objection', '--party', 'USA', '--on', '2031-02-03', '--ref', 'X-3'],
  [...RECORD, 'nothing'],
  ['deadlines', '--as-of', '2031-02-01'],
  ['deadlines', '--as-of', '2031-02-01', '--ics'],
  ['proposal', 'list', ...DAY],
  ['proposal', 'conflicts', ...DAY, '--json'],
  ['proposal', 'adopt', 'add', ...DAY],
  ['proposal', 'adopt', 'add', ...DAY],
  ['explain', 'annex-1', 'budapest-2001', '--for', 'BRA', ...DAY],
  ['explain', 'annex-1', 'budapest-2001', '--for', 'FRA', ...DAY, '--json'],
  ['show', 'annex-1', '--for', 'FRA', ...DAY, '--format', 'md'],
  ['export', 'annex-1', '--format', 'akn'],
  ['export', 'annex-1', '--format', 'nothing'],
  ['log', 'budapest-2001'],
  ['log', 'none-1900'],
  ['log', '--document', 'annex-1', '--json'],
  ['changelog', ...DAY],
  ['changelog', ...DAY, '-o', 'annexes/CHANGELOG.md'],
  ['changelog', '--check'],
  ['diff', 'annex-1/v1', 'annex-1/v2', '--format', 'json'],
  ['diff', 'annex-1/v1', 'annex-1/v2', '-o', 'none/x.md'],
  ['merge-driver', 'annexes/annex-1.yaml', 'annexes/annex-1.yaml', 'annexes/annex-1.yaml', 'annexes/annex-1.yaml'],
  ['textconv', 'annexes/annex-1.yaml'],
  ['git-setup'],
  ['sync'],
  ['sync', 'origin', '--json'],
  ['verify'],
  ['verify', '--json'],
  ['simulate', 'none.yaml'],
  ['show', '\ud800', '--json'],
  ['show', '--repo', '..'],
]

describe('a command in the process that stays', () => {
  let inProcess: string
  let inResident: string

  beforeAll(() => {
    inProcess = exerciseRepository()
    inResident = copied(inProcess)
  })

  it.each(
    LINES.map((words) => [words.join(' '), words] as const),
  )('annex %s gives what it gives in a process of its own', (_, words) => {
    const expected = annexWith({}, inProcess, ...words)
    expect(alike(annex(inResident, ...words), inResident)).toEqual(alike(expected, inProcess))
  })

  it('has recorded the same', () => {
    const state = (folder: string) => [git(folder, 'rev-parse', 'main^{tree}'), git(folder, 'status', '--short')]
    expect(state(inResident)).toEqual(state(inProcess))
    expect(git(inResident, 'log', '--format=%s', '--all')).toBe(git(inProcess, 'log', '--format=%s', '--all'))
  })
})

/** The names of folders and commits, and the time of day, differ from one repository to the other. */
function alike({ status, stdout, stderr }: Run, folder: string): Run {
  const without = (text: string) =>
    text
      .replaceAll(dirname(folder), 'FOLDER')
      .replace(/\b[0-9a-f]{7,64}\b/g, 'ID')
      .replace(/\d\d:\d\d:\d\d/g, 'TIME')
  return { status, stdout: without(stdout), stderr: without(stderr) }
}
