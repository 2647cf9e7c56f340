import { describe, expect, it } from 'vitest'
import { validateAll, validateWithin } from '../../src/workflows/index.ts'
import { inALine, snapshotOf } from './snapshot-of.ts'

const LIST = { 'annexes/list.yaml': 'document: list\ntitle: {en: List}\nentries: []\n' }
const REGISTER = { 'annexes/register/parties.yaml': 'parties: []\n' }
const EVENT = 'event: objection\non: 2021-02-02\nparty: BRA\n'
const PROPOSAL = 'proposal: one\nbasis: "70.1"\ndocument: annex-1\nby: FRA\ntitle: One\n'

const told = async (files: Record<string, string>) => (await validateAll(snapshotOf(files))).findings.map(inALine)

describe('a file under annexes/ that no command reads', () => {
  const places = [
    'annexes/other.yml',
    'annexes/Other.yaml',
    'annexes/sub/other.yaml',
    'annexes/register/other.JSON',
    'annexes/proposal/one/proposal.yaml',
    'annexes/proposals/stray.yaml',
    'annexes/proposals/one/event/2021-02-02-objection-BRA.yaml',
    'annexes/proposals/one/events/later/2021-02-02-objection-BRA.yaml',
  ]
  it.each(places)('is reported: %s', async (place) => {
    expect(await told({ ...LIST, [place]: EVENT })).toEqual([`error schema/unexpected-file ${place}:1:1`])
  })

  it('is reported with the path where a file of its kind belongs', async () => {
    const hint = async (text: string) => (await validateAll(snapshotOf({ 'annexes/x.yml': text }))).findings[0]?.hint
    expect(await hint(EVENT)).toContain('annexes/proposals/<id>/events/')
    expect(await hint(PROPOSAL)).toContain('annexes/proposals/<id>/proposal.yaml')
    expect(await hint('parties: []\n')).toContain('annexes/register/parties.yaml')
    expect(await hint('asOf: 2021-01-01\n')).toContain('outside annexes/')
  })

  it('is accepted when it belongs to another program', async () => {
    const others = [
      'CHANGELOG.md',
      'convention.txt',
      'register/keys',
      'proposals/.gitkeep',
      '.yamllint.yaml',
      '.editor/a.json',
    ]
    const files = Object.fromEntries(others.map((name) => [`annexes/${name}`, 'x\n']))
    expect(await told({ ...LIST, ...files })).toEqual([])
  })
})

describe('a required file that is missing', () => {
  it("is each of the Convention's three documents, when there is a register of Parties", async () => {
    const { findings } = await validateAll(snapshotOf({ ...LIST, ...REGISTER }))
    expect(findings.map(({ rule, at }) => `${rule} ${at?.file}`)).toEqual([
      'schema/missing annexes/annex-1.yaml',
      'schema/missing annexes/technical-annex.yaml',
      'schema/missing annexes/article-4.yaml',
    ])
    expect(await told(LIST)).toEqual([])
  })

  it('is the proposal of recorded events', async () => {
    const event = { 'annexes/proposals/one/events/2021-02-02-objection-BRA.yaml': EVENT }
    expect((await validateAll(snapshotOf({ ...LIST, ...event }))).findings).toMatchObject([
      { rule: 'schema/missing', at: { file: 'annexes/proposals/one/proposal.yaml' } },
    ])
  })
})

describe('a file whose path and contents have different names', () => {
  it('is reported: a document, a proposal', async () => {
    expect(await told({ 'annexes/other.yaml': LIST['annexes/list.yaml'] })).toEqual([
      'error schema/file-name annexes/other.yaml:1:11',
    ])
    expect(await told({ ...LIST, 'annexes/proposals/two/proposal.yaml': PROPOSAL })).toEqual([
      'error schema/file-name annexes/proposals/two/proposal.yaml:1:11',
    ])
  })

  it('is reported: an event, by its day, its kind and its Party', async () => {
    const folder = 'annexes/proposals/one'
    const named = (name: string) =>
      told({ ...LIST, [`${folder}/proposal.yaml`]: PROPOSAL, [`${folder}/events/${name}.yaml`]: EVENT })
    for (const name of ['2021-05-05-objection-BRA', '2021-02-02-consent-BRA', '2021-02-02-objection-DEU', 'note']) {
      expect(await named(name)).toEqual([`warning schema/event-file-name ${folder}/events/${name}.yaml:1:1`])
    }
    expect(await named('2021-02-02-objection-BRA')).toEqual([])
    expect(await named('2021-02-02-objection-BRA-2')).toEqual([])
  })
})

describe('the files to validate', () => {
  it('must exist: an empty folder is an error', async () => {
    await expect(validateAll(snapshotOf({ 'README.md': 'x\n' }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(validateWithin(snapshotOf(LIST), ['annexes/proposals'])).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are judged as part of the whole, and reported for the given folders', async () => {
    const files = { ...LIST, 'annexes/sub/x.yaml': EVENT, 'annexes/readings.yaml': 'readings: {nope: x}\n' }
    const inSub = await validateWithin(snapshotOf(files), ['annexes/sub'])
    expect(inSub.files).toEqual(['annexes/sub/x.yaml'])
    expect(inSub.findings.map(inALine)).toEqual(['error schema/unexpected-file annexes/sub/x.yaml:1:1'])
    expect((await validateWithin(snapshotOf(files), [''])).findings).toHaveLength(2)
  })
})
