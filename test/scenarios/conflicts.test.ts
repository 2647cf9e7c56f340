import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git, newRepository, type Run } from './annex.ts'

const HAGUE = 'Convention for the Suppression of Unlawful Seizure of Aircraft'
const CAPITAL = `${HAGUE} (The Hague, 16 December 1970)`
const CAPITALS = `${HAGUE} (THE HAGUE, 16 December 1970)`
const DAY = ['--as-of', '2021-01-15']

/** Opens a proposal on Annex 1, lets `edit` change the text, and commits it. */
function draft(folder: string, id: string, ...edits: string[][]): void {
  const words = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', `About ${id}`]
  annexDone(folder, 'proposal', 'new', id, ...words, '--statement', 'Directly related to international crime.')
  for (const edit of edits) annexDone(folder, 'entry', ...edit)
  annexDone(folder, 'proposal', 'commit', '-m', `Draft ${id}`)
}

function addition(entry: string, title: string): string[] {
  const facts = ['--done-on', '2001-11-23', '--done-at', 'Budapest', '--in-force', '2004-07-01', '--scope', 'regional']
  return ['add', 'annex-1', entry, '--text', title, ...facts]
}

function rewording(entry: string, words: string): string[] {
  return ['reword', 'annex-1', entry, '--text', words]
}

describe('pending proposals', () => {
  let folder: string
  let asked: ReturnType<typeof annexJson>

  beforeAll(() => {
    folder = exerciseRepository()
    draft(folder, 'add-budapest', addition('budapest-2001', 'Convention on Cybercrime'))
    draft(folder, 'add-malabo', addition('malabo-2014', 'Convention on Cyber Security'))
    draft(folder, 'capital-letter', rewording('hague-1970', CAPITAL))
    draft(folder, 'all-capitals', rewording('hague-1970', CAPITALS))
    draft(folder, 'without-hague', ['remove', 'annex-1', 'hague-1970'])
    git(folder, 'switch', 'main')
    asked = annexJson(folder, 'proposal', 'conflicts', ...DAY)
  })

  it('conflict when both change one field differently: the three texts are shown', () => {
    expect(asked.status).toBe(1)
    expect(asked.json).toMatchObject({
      collisions: expect.arrayContaining([
        {
          document: 'annex-1',
          between: ['all-capitals', 'capital-letter'],
          conflicts: [
            {
              entry: 'hague-1970',
              field: 'title',
              language: 'en',
              base: expect.stringContaining('Suppression of Unlawful Seizure of Aircraft'),
              ours: CAPITALS,
              theirs: CAPITAL,
            },
          ],
          findings: [],
        },
      ]),
    })
  })

  it('conflict when one removes what the other rewords', () => {
    expect(asked.json).toMatchObject({
      collisions: expect.arrayContaining([
        expect.objectContaining({
          between: ['capital-letter', 'without-hague'],
          conflicts: [expect.objectContaining({ entry: 'hague-1970', theirs: null })],
        }),
      ]),
    })
  })

  it('merge cleanly when each adds its own entry, although both took the same number', () => {
    expect(asked.json).toMatchObject({ clean: ['add-budapest', 'add-malabo'], unreadable: [] })
  })

  it('are printed entry by entry', () => {
    const { stdout } = annex(folder, 'proposal', 'conflicts', ...DAY)
    expect(stdout).toContain('As of 2021-01-15: 5 proposals pending, 3 collisions.')
    expect(stdout).toMatch(/all-capitals and capital-letter, on annex-1:\n {2}hague-1970, title \(en\)\n/)
    expect(stdout).toContain('Merge cleanly in any order: add-budapest, add-malabo.')
  })

  it('are compared with another by check, which reports the line of the entry', () => {
    const check = (...words: string[]) => annexJson(folder, 'proposal', 'check', 'capital-letter', ...DAY, ...words)
    expect(check()).toMatchObject({ status: 0, json: { against: null } })
    expect(check('--against', 'main')).toMatchObject({ status: 0, json: { against: 'main' } })
    expect(check('--against', 'add-budapest').status).toBe(0)
    const { status, json } = check('--against', 'all-capitals')
    expect(status).toBe(1)
    const lines = git(folder, 'show', 'proposal/capital-letter:annexes/annex-1.yaml').split('\n')
    expect(json).toMatchObject({
      findings: [
        {
          rule: 'law/conflict',
          level: 'error',
          file: 'annexes/annex-1.yaml',
          line: lines.findIndex((line) => line.includes('id: hague-1970')) + 1,
          message: expect.stringContaining(`main with all-capitals: "${CAPITALS}"`),
        },
      ],
    })
  })

  it('are compared with main after another was adopted', () => {
    annexDone(folder, 'proposal', 'circulate', 'all-capitals', '--on', '2021-01-15', '--ref', 'X-1')
    annexDone(folder, 'proposal', 'adopt', 'all-capitals', '--as-of', '2021-08-14')
    const { status, json } = annexJson(folder, 'proposal', 'check', 'capital-letter', '--against', 'main', ...DAY)
    expect(status).toBe(1)
    expect(json).toMatchObject({
      findings: [{ rule: 'law/conflict', hint: expect.stringMatching(/^Merge main into/) }],
    })
    const now = annexJson(folder, 'proposal', 'conflicts', '--as-of', '2021-08-14').json
    expect(now).toMatchObject({
      clean: ['add-budapest', 'add-malabo'],
      collisions: expect.arrayContaining([expect.objectContaining({ between: ['capital-letter', 'main'] })]),
    })
  })

  it('that cannot be read are named, and the others are still answered', () => {
    git(folder, 'switch', '--quiet', 'proposal/add-malabo')
    const file = join(folder, 'annexes/annex-1.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}  - [\n`)
    git(folder, 'commit', '--quiet', '--all', '--message', 'Break it')
    git(folder, 'switch', '--quiet', 'main')
    expect(annexJson(folder, 'proposal', 'conflicts', ...DAY)).toMatchObject({
      status: 1,
      json: {
        clean: ['add-budapest'],
        unreadable: [{ proposal: 'add-malabo', why: expect.stringMatching(/annex-1\.yaml:\d+/) }],
      },
    })
  })

  it.each([
    [['--against', 'all-capitals'], /^annex: a proposal cannot be checked against itself; .*\n$/],
    [['--against', 'absent'], /^annex: branch proposal\/absent not found; .*\n$/],
    [['--against', '../../x'], /^annex: "\.\.\/\.\.\/x" is not main or a proposal id; .*\n$/],
  ])('annex proposal check all-capitals %j: one line, exit code 2', (words, line) => {
    const { status, stderr }: Run = annex(folder, 'proposal', 'check', 'all-capitals', ...words)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(line) })
  })

  it('do not exist in a new repository', () => {
    const { status, stdout } = annex(newRepository(), 'proposal', 'conflicts', ...DAY)
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'As of 2021-01-15: no proposal is pending.\n' })
  })
})

describe('a merge is judged as annex validate judges its result', () => {
  let folder: string

  const term = (id: string, words: string) => [
    'add',
    'article-4',
    id,
    '--text',
    words,
    '--field',
    'definition=shall mean a vessel',
  ]
  const draftOf = (id: string, document: string, basis: string, edit: string[]) => {
    const words = [
      '--basis',
      basis,
      '--document',
      document,
      '--by',
      basis === '62' ? 'commission' : 'FRA',
      '--title',
      id,
    ]
    annexDone(folder, 'proposal', 'new', id, ...words, '--statement', 'S')
    annexDone(folder, 'entry', ...edit)
    annexDone(folder, 'proposal', 'commit', '-m', id)
    git(folder, 'switch', '--quiet', 'main')
  }
  const rules = (...words: string[]) =>
    (
      annexJson(folder, 'proposal', 'check', ...words, '--as-of', '2024-01-15').json as { findings: { rule: string }[] }
    ).findings.map(({ rule }) => rule)

  beforeAll(() => {
    folder = exerciseRepository()
    draftOf('add-teapot', 'article-4', '68', term('teapot', 'Teapot'))
    const tool = [
      'add',
      'technical-annex',
      'teapot',
      '--section',
      'software',
      '--text',
      'Teapot',
      '--field',
      'description=A tool',
    ]
    draftOf('add-tool', 'technical-annex', '62', tool)
  })

  it('with the other documents, as another proposal would leave them', () => {
    expect(rules('add-teapot', '--against', 'main')).not.toContain('terms/redefined')
    expect(rules('add-teapot', '--against', 'add-tool')).toContain('terms/redefined')
    expect(annexJson(folder, 'proposal', 'conflicts', '--as-of', '2024-01-15').json).toMatchObject({
      collisions: [{ between: ['add-teapot', 'add-tool'], conflicts: [], findings: [{ rule: 'terms/redefined' }] }],
      clean: [],
    })
  })

  it('with the other documents of main as it is now, at the severities set there now', () => {
    const glossary =
      'document: glossary\ntitle: {en: Glossary}\nentries:\n  - {id: teapot, text: {term: {en: Teapot}}}\n'
    writeFileSync(join(folder, 'annexes/glossary.yaml'), glossary)
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '--message', 'Define teapots')
    expect(rules('add-teapot')).not.toContain('terms/redefined')
    expect(rules('add-teapot', '--against', 'main')).toContain('terms/redefined')
    writeFileSync(join(folder, 'annexes/rules.yaml'), 'levels: {terms/redefined: warning}\n')
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '--message', 'A term defined twice is a warning here')
    expect(rules('add-teapot', '--against', 'main')).not.toContain('terms/redefined')
  })
})

interface Shown {
  id: string
  text: { title: { en: string } }
}

describe('an amendment in force whose words were corrected since it was sent out', () => {
  const WORDS = ['printed', 'amended', 'corrected'].map((word) => `Convention (${word})`)
  const [PRINTED = '', AMENDED = '', CORRECTED = ''] = WORDS
  const WAY = 'undo what "correct" changed by a new proposal, and after its adoption: annex proposal adopt amend'
  let folder: string

  const correct = (id: string, words: string, on: string) => {
    const drafted = ['--basis', 'correction', '--document', 'annex-1', '--by', 'depositary', '--title', id]
    annexDone(folder, 'proposal', 'new', id, ...drafted)
    annexDone(folder, 'entry', ...rewording('hague-1970', words))
    annexDone(folder, 'proposal', 'commit', '-m', id)
    annexDone(folder, 'proposal', 'circulate', id, '--on', on, '--ref', id)
    git(folder, 'switch', '--quiet', 'main')
  }
  const shown = (...args: string[]) => {
    const { status, json } = annexJson(folder, 'show', 'annex-1', ...args)
    return { status, ...(json as { entries: Shown[]; findings?: object[] }) }
  }
  const bound = (asOf: string) => shown('--for', 'FRA', '--as-of', asOf)
  const title = ({ entries }: { entries: Shown[] }) => entries.find(({ id }) => id === 'hague-1970')?.text.title.en

  beforeAll(() => {
    folder = exerciseRepository()
    correct('print', PRINTED, '2020-01-15')
    annexDone(folder, 'proposal', 'adopt', 'print', '--as-of', '2020-06-01')
    draft(folder, 'amend', rewording('hague-1970', AMENDED))
    git(folder, 'switch', '--quiet', 'main')
    annexDone(folder, 'proposal', 'circulate', 'amend', '--on', '2021-01-15', '--ref', 'X-1')
    correct('correct', CORRECTED, '2021-02-15')
    annexDone(folder, 'proposal', 'adopt', 'correct', '--as-of', '2021-06-15')
  })

  it('may be withdrawn until it is decided, and not afterwards: adopt and close then give the same advice', () => {
    const against = (asOf: string) =>
      annexJson(folder, 'proposal', 'check', 'amend', '--against', 'main', '--as-of', asOf).json
    const withdrawn = 'or record that its proposer withdraws it: annex proposal record amend withdrawn --on DATE'
    expect(against('2021-07-01')).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'law/conflict',
          hint: `The text that was sent out cannot change: ${WAY}; ${withdrawn}.`,
        }),
      ]),
    })
    const adopted = annexJson(folder, 'proposal', 'adopt', 'amend', '--as-of', '2021-08-14')
    expect(adopted).toMatchObject({
      status: 1,
      json: {
        commit: null,
        findings: [{ rule: 'law/conflict', hint: `The text that was sent out cannot change: ${WAY}.` }],
      },
    })
    const closed = annex(folder, 'proposal', 'close', 'amend', '--reason', 'lapsed', '--as-of', '2021-08-14')
    expect(closed).toEqual({
      status: 2,
      stdout: '',
      stderr: `annex: "amend" is in-force on 2021-08-14, and closing its record does not end it; ${WAY}\n`,
    })
    const text = bound('2021-08-14')
    expect({ status: text.status, title: title(text) }).toEqual({ status: 1, title: CORRECTED })
    expect(text.findings).toMatchObject([{ hint: expect.stringContaining('to a Party bound by both') }])
  })

  it('is adopted, and shown so for its Parties, after the correction is withdrawn', () => {
    correct('take-back', PRINTED, '2021-09-01')
    annexDone(folder, 'proposal', 'adopt', 'take-back', '--as-of', '2021-12-15')
    annexDone(folder, 'proposal', 'adopt', 'amend', '--as-of', '2021-12-15')
    expect(title(shown('--at', 'annex-1/v5'))).toBe(AMENDED)
    const text = bound('2021-12-15')
    expect({ status: text.status, title: title(text), findings: text.findings }).toEqual({
      status: 0,
      title: AMENDED,
      findings: [],
    })
    expect(annex(folder, 'show', 'annex-1', '--for', 'FRA', '--as-of', '2021-12-15').stdout).toMatch(
      /Convention \(amended\)\n +amend, 70\(4\), 70\(5\), since 2021-08-14/,
    )
    expect(annex(folder, 'verify').status).toBe(0)
  })
})
