import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

const DRAFT = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--statement', 'Why.', '--title', 'A title']
const BUDAPEST = ['budapest-2001', '--text', 'Convention on Cybercrime (Budapest, 23 November 2001)']
const FACTS = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']

function propose(folder: string, id: string, on: string, ...change: string[]): void {
  annexDone(folder, 'proposal', 'new', id, ...DRAFT)
  annexDone(folder, 'entry', ...change)
  annexDone(folder, 'proposal', 'commit')
  annexDone(folder, 'proposal', 'circulate', id, '--on', on, '--ref', `X-${id}`)
}

describe('a treaty that a Party excluded, and whose id was changed', () => {
  let folder: string
  const explained = (entry: string, ...more: string[]) =>
    annexJson(folder, 'explain', 'annex-1', entry, '--for', 'FRA', '--as-of', '2022-04-01', ...more)

  beforeAll(() => {
    folder = exerciseRepository()
    annexDone(folder, 'party', 'declare', 'FRA', 'tokyo-1963', '--on', '2017-06-22')
    propose(folder, 'other-id', '2021-09-01', 'rename', 'annex-1', 'tokyo-1963', 'tokyo-convention-1963')
  })

  it('stays excluded: the declaration names the treaty, and an id is editorial', () => {
    const { json } = annexJson(folder, 'show', 'annex-1', '--for', 'FRA', '--as-of', '2022-04-01')
    expect(json).toMatchObject({ excluded: [{ treaty: 'tokyo-1963', entry: 'tokyo-convention-1963' }] })
    expect((json as { entries: { id: string }[] }).entries.map(({ id }) => id)).not.toContain('tokyo-convention-1963')
    expect(annexDone(folder, 'show', 'annex-1', '--for', 'FRA', '--as-of', '2022-04-01')).toContain(
      'Deemed not to be included: tokyo-convention-1963, declared as tokyo-1963 (17(2)).',
    )
  })

  it.each(['tokyo-1963', 'tokyo-convention-1963'])('is explained the same by either id: %s', (id) => {
    expect(explained(id)).toMatchObject({
      status: 0,
      json: {
        binds: false,
        standsAs: 'tokyo-convention-1963',
        says: expect.stringContaining('is deemed not to be included in annex-1 for FRA'),
        proposals: [{ proposal: 'other-id', does: ['renamed'] }],
      },
    })
  })

  it('can be declared once, by whichever id, and lapses by either', () => {
    const again = ['party', 'declare', 'FRA', 'tokyo-convention-1963', '--on', '2022-04-01', '--ground', 'ceased']
    expect(annexJson(folder, ...again)).toMatchObject({
      status: 1,
      json: { findings: [{ rule: 'law/declaration-once' }] },
    })
    expect(annex(folder, ...again, '--force').status).toBe(1)
    annexDone(folder, 'party', 'declare', 'FRA', 'tokyo-convention-1963', '--on', '2022-03-31', '--entered-into-force')
    expect(explained('tokyo-1963')).toMatchObject({ json: { binds: true } })
  })
})

describe('a Party that rejected an addition, and is bound by a later change of it', () => {
  let folder: string
  const IN_2023 = ['--for', 'BRA', '--as-of', '2023-01-01']

  beforeAll(() => {
    folder = exerciseRepository()
    propose(folder, 'pa', '2021-01-15', 'add', 'annex-1', ...BUDAPEST, ...FACTS)
    annexDone(folder, 'proposal', 'record', 'pa', 'objection', '--party', 'BRA', '--on', '2021-02-01')
    annexDone(folder, 'proposal', 'adopt', 'pa', '--as-of', '2021-08-14')
    annexDone(folder, 'proposal', 'new', 'pb', ...DRAFT)
    annexDone(folder, 'entry', 'rename', 'annex-1', 'budapest-2001', 'cybercrime-2001')
    annexDone(folder, 'proposal', 'commit')
    annexDone(folder, 'proposal', 'circulate', 'pb', '--on', '2022-01-15', '--ref', 'X-pb')
    propose(folder, 'pc', '2022-01-15', 'reword', 'annex-1', 'budapest-2001', '--text', 'Budapest Convention')
  })

  it.each([
    'cybercrime-2001',
    'budapest-2001',
  ])('is not bound by it, and the answer says why, by either id: %s', (entry) => {
    const { status, json } = annexJson(folder, 'explain', 'annex-1', entry, ...IN_2023)
    expect(status).toBe(1)
    expect(json).toMatchObject({ binds: false, standsAs: null })
    const messages = (json as { findings: { message: string }[] }).findings.map(({ message }) => message)
    expect(messages).toHaveLength(2)
    expect(messages[0]).toMatch(/^pb \(renamed cybercrime-2001\) .*: pa also changes it, but does not bind here$/)
    expect(messages[1]).toMatch(/^pc \(reworded budapest-2001\) .*: pa also changes it, but does not bind here$/)
  })

  it('is shown the same findings under its text, on standard error beside a file, and in JSON', () => {
    const text = annex(folder, 'show', 'annex-1', ...IN_2023)
    expect(text.status).toBe(1)
    expect(text.stdout).toContain('pa also changes it, but does not bind here')
    const csv = annex(folder, 'show', 'annex-1', ...IN_2023, '--format', 'csv')
    expect(csv.status).toBe(1)
    expect(csv.stdout).not.toContain('does not bind here')
    expect(csv.stderr).toContain('pa also changes it, but does not bind here')
    expect(annexJson(folder, 'show', 'annex-1', ...IN_2023)).toMatchObject({
      status: 1,
      json: { findings: [{ entry: 'cybercrime-2001' }, { entry: 'budapest-2001' }] },
    })
  })
})

describe('what another reading would change for one Party', () => {
  let folder: string
  const LATER = ['--for', 'DEU', '--as-of', '2022-01-01']
  const BY_THE_OTHER = ['--reading', 'exclusion-of-added-treaties=also-on-amendment']

  beforeAll(() => {
    folder = exerciseRepository()
    propose(folder, 'pa', '2021-01-15', 'add', 'annex-1', ...BUDAPEST, ...FACTS)
  })

  it('a declaration without effect under the reading is refused, and recorded with --force', () => {
    const declared = ['party', 'declare', 'DEU', 'budapest-2001', '--on', '2021-08-01', '--ref', 'C.N.9']
    expect(annex(folder, ...declared).status).toBe(1)
    expect(annexDone(folder, ...declared, '--force')).toContain('By the readings taken it has no effect.')
  })

  it('show names the readings on which exclusions and ineffective declarations depend, and what differs', () => {
    expect(annexJson(folder, 'show', 'annex-1', ...LATER)).toMatchObject({
      status: 0,
      json: {
        excluded: [],
        declaredInVain: [
          { treaty: 'budapest-2001', on: '2021-08-01', readings: { 'exclusion-of-added-treaties': 'deposit-only' } },
        ],
        readings: { 'exclusion-of-added-treaties': 'deposit-only' },
        divergences: [
          { reading: 'conference-route', option: 'cumulative', amendments: [{ proposal: 'pa', binds: false }] },
          {
            reading: 'exclusion-of-added-treaties',
            option: 'also-on-amendment',
            amendments: [],
            excluded: [{ treaty: 'budapest-2001', excluded: true }],
          },
        ],
      },
    })
    const said = annexDone(folder, 'show', 'annex-1', ...LATER, ...BY_THE_OTHER)
    expect(said).toContain('Deemed not to be included: budapest-2001 (17(2)).')
    expect(said).toMatch(/Readings chosen: .*exclusion-of-added-treaties: also-on-amendment/)
    expect(said).toContain('exclusion-of-added-treaties: deposit-only: budapest-2001 would be included.')
  })

  it('explain mentions the declaration, the reading, and under which others it would bind or not', () => {
    const { json } = annexJson(folder, 'explain', 'annex-1', 'budapest-2001', ...LATER)
    expect(json).toMatchObject({
      binds: true,
      readings: { 'exclusion-of-added-treaties': 'deposit-only' },
      divergences: [
        {
          reading: 'conference-route',
          option: 'cumulative',
          binds: false,
          proposals: [{ proposal: 'pa', boundFrom: null }],
        },
        { reading: 'exclusion-of-added-treaties', option: 'also-on-amendment', binds: false, proposals: [] },
      ],
    })
    expect((json as { because: unknown[] }).because.at(-1)).toMatchObject({
      cite: '17(2)',
      says: expect.stringContaining('The declaration of DEU of 1 August 2021 on budapest-2001 has no effect'),
      event: { on: '2021-08-01', ref: 'C.N.9' },
    })
    expect(annexDone(folder, 'explain', 'annex-1', 'budapest-2001', ...LATER)).toContain(
      'exclusion-of-added-treaties = also-on-amendment: it does not bind\n',
    )
  })

  it('a denunciation keeps its reference', () => {
    annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2023-01-01', '--ref', 'C.N.10')
    expect(git(folder, 'show', 'main:annexes/register/parties.yaml')).toContain('denouncedRef: C.N.10')
    expect(
      annexJson(folder, 'explain', 'annex-1', 'hague-1970', '--for', 'BRA', '--as-of', '2023-06-01'),
    ).toMatchObject({
      json: { because: [{}, { cite: '71(1)', event: { on: '2023-01-01', ref: 'C.N.10' } }, {}] },
    })
  })
})

describe('a State that joins while an amendment is pending, or after it', () => {
  let folder: string
  const depositing = (code: string, on: string, ...treaties: string[]) => {
    annexDone(folder, 'party', 'add', code, '--name', code, '--instrument', 'accession', '--deposited', on)
    return treaties.map((treaty) => annexJson(folder, 'party', 'declare', code, treaty, '--on', on))
  }
  const explained = (code: string, day: string, ...more: string[]) =>
    annexJson(folder, 'explain', 'annex-1', 'budapest-2001', '--for', code, '--as-of', day, ...more).json

  beforeAll(() => {
    folder = exerciseRepository()
    propose(folder, 'pa', '2021-01-15', 'add', 'annex-1', ...BUDAPEST, ...FACTS)
    propose(folder, 'pb', '2021-01-15', 'rename', 'annex-1', 'tokyo-1963', 'tokyo-convention-1963')
    annexDone(folder, 'proposal', 'adopt', 'pa', '--as-of', '2021-08-14')
    annexDone(folder, 'proposal', 'adopt', 'pb', '--as-of', '2021-08-14')
  })

  it('declares on Annex 1 as it joins it: on a treaty added before, and by an id given before', () => {
    const filed = { status: 0, json: { commit: expect.any(String), findings: [] } }
    expect(depositing('SVK', '2022-08-20', 'budapest-2001', 'tokyo-convention-1963')).toMatchObject([filed, filed])
    expect(annexJson(folder, 'validate').json).toMatchObject({ summary: { errors: 0, warnings: 0 } })
    expect(annexJson(folder, 'show', 'annex-1', '--for', 'SVK', '--as-of', '2022-12-01').json).toMatchObject({
      excluded: [{ treaty: 'budapest-2001' }, { treaty: 'tokyo-convention-1963' }],
      declaredInVain: [],
    })
  })

  it('can only object to what could still be objected to when it became a Party, by the reading that says so', () => {
    const late = 'law/declaration-of-a-treaty-added-later'
    expect(depositing('TUN', '2021-03-01', 'budapest-2001')).toMatchObject([
      { status: 1, json: { findings: [{ rule: late, message: expect.stringContaining('=deposit-only') }] } },
    ])
    annexDone(folder, 'party', 'declare', 'TUN', 'budapest-2001', '--on', '2021-03-01', '--force')
    expect(annexJson(folder, 'validate').json).toMatchObject({ summary: { errors: 0, warnings: 0 } })
    const reading = { 'exclusion-of-added-treaties': 'deposit-only' }
    expect(explained('TUN', '2021-04-01')).toMatchObject({ binds: false, readings: reading })
    expect(explained('TUN', '2021-12-01')).toMatchObject({ binds: true, readings: reading })
    expect((explained('TUN', '2021-12-01') as { divergences: unknown[] }).divergences).toContainEqual({
      reading: 'exclusion-of-added-treaties',
      option: 'also-on-amendment',
      binds: false,
      proposals: [],
    })
  })
})
