import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, home } from '../scenarios/annex.ts'

const DAY = ['--as-of', '2021-08-14']
const READINGS = ['conference-route: by-proposer', 'ratifying-parties: all-instruments', 'denominator-date: deadline']

/** Commands that say where something stands, or what binds whom, and the provisions that each has to name. */
const OUTCOMES: [string[], string[]][] = [
  [
    ['proposal', 'status', 'add-budapest', ...DAY],
    ['70(4)', '70(5)'],
  ],
  [
    ['proposal', 'list', ...DAY],
    ['70(4)', '70(5)'],
  ],
  [
    ['explain', 'annex-1', 'budapest-2001', '--for', 'BRA', ...DAY],
    ['67(1)', '70(4)', '70(5)'],
  ],
  [
    ['explain', 'annex-1', 'budapest-2001', '--for', 'FRA', ...DAY],
    ['67(1)', '70(4)', '70(5)'],
  ],
  [['show', 'annex-1', '--for', 'FRA', ...DAY], ['70(5)']],
  [
    ['deadlines', '--as-of', '2021-02-01'],
    ['70(4)', '68(1)'],
  ],
]

/** Everything else that speaks of the annex. */
const OTHERS = [
  ['show', 'annex-1'],
  ['validate'],
  ['log', 'budapest-2001'],
  ['changelog', ...DAY],
  ['proposal', 'show', 'add-budapest'],
  ['proposal', 'conflicts', ...DAY],
  ['party', 'list', ...DAY],
  ['readings'],
  ['diff', 'annex-1/v1', 'annex-1/v2'],
]

// There is one Annex 1 for each Party and day.
const WITHOUT_PARTY_AND_DAY =
  /\b(?:current|present|latest|valid)(?: text of| version of| edition of)?(?: the)? (?:annex|technical annex)\b/i

describe('what the program says of the law', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    const drafted = '--basis 70.1 --document annex-1 --by FRA --title Addition --statement Related'.split(' ')
    annexDone(folder, 'proposal', 'new', 'add-budapest', ...drafted)
    const facts = '--done-on 2001-11-23 --in-force 2004-07-01 --scope regional'.split(' ')
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...facts)
    annexDone(folder, 'proposal', 'commit', '-m', 'Add it')
    annexDone(folder, 'proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'X-1')
    const objection = '--party BRA --on 2021-02-03 --ref X-2'.split(' ')
    annexDone(folder, 'proposal', 'record', 'add-budapest', 'objection', ...objection)
    annexDone(folder, 'proposal', 'adopt', 'add-budapest', ...DAY)
  })

  it.each(
    OUTCOMES,
  )('annex %j names its provisions, and the readings taken, to people and to programs', (words, cites) => {
    const text = annexDone(folder, ...words)
    for (const ground of [...cites, ...READINGS]) expect(text).toContain(ground)
    const json = JSON.stringify(annexJson(folder, ...words).json)
    for (const ground of [...cites, ...READINGS.map((line) => `"${line.replace(': ', '":"')}"`)]) {
      expect(json).toContain(ground)
    }
    expect(text).toMatch(/2021-08-14|14 August 2021|2021-02-01/)
  })

  it('never says, in any output, that an annex is current for every Party', () => {
    for (const words of [...OUTCOMES.map(([outcome]) => outcome), ...OTHERS]) {
      const { stdout, stderr } = annex(folder, ...words)
      expect(`${stdout}${stderr}`).not.toMatch(WITHOUT_PARTY_AND_DAY)
    }
  })

  it('never says so in its help, its pages or the files of a new repository', () => {
    const pages = [...texts('docs'), ...texts('templates'), 'README.md', 'CONTRIBUTING.md', 'oclif.manifest.json']
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages) expect(readFileSync(join(home, page), 'utf8')).not.toMatch(WITHOUT_PARTY_AND_DAY)
  })
})

function texts(folder: string): string[] {
  const files = readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile() && /\.(?:md|ya?ml|json|txt)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name).slice(home.length))
}
