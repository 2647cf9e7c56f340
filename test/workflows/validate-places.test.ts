import { describe, expect, it } from 'vitest'
import { validateAll, validateWithin } from '../../src/workflows/index.ts'
import { holding, inALine } from './holding.ts'

const LIST = { 'annexes/list.yaml': 'document: list\ntitle: {en: List}\nentries: []\n' }
const REGISTER = { 'annexes/register/parties.yaml': 'parties: []\n' }
const EVENT = 'event: objection\non: 2031-02-02\nparty: BRA\n'
const PROPOSAL = 'proposal: one\nbasis: "70.1"\ndocument: annex-1\nby: FRA\ntitle: One\n'

const told = async (files: Record<string, string>) => (await validateAll(holding(files))).findings.map(inALine)

describe('a file under annexes/ that no command reads', () => {
  const places = [
    'annexes/other.yml',
    'annexes/Other.yaml',
    'annexes/sub/other.yaml',
    'annexes/register/other.JSON',
    'annexes/proposal/one/proposal.yaml',
    'annexes/proposals/stray.yaml',
    'annexes/proposals/one/event/2031-02-02-objection-BRA.yaml',
    'annexes/proposals/one/events/later/2031-02-02-objection-BRA.yaml',
  ]
  it.each(places)('is named: %s', async (place) => {
    expect(await told({ ...LIST, [place]: EVENT })).toEqual([`error schema/unexpected-file ${place}:1:1`])
  })

  it('names the folder of its kind', async () => {
    const hint = async (text: string) => (await validateAll(holding({ 'annexes/x.yml': text }))).findings[0]?.hint
    expect(await hint(EVENT)).toContain('annexes/proposals/<id>/events/')
    expect(await hint(PROPOSAL)).toContain('annexes/proposals/<id>/proposal.yaml')
    expect(await hint('parties: []\n')).toContain('annexes/register/parties.yaml')
    expect(await hint('asOf: 2031-01-01\n')).toContain('outside annexes/')
  })

  it('may lie there where it is none of ours', async () => {
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

describe('a file that must be there', () => {
  it("is each of the Convention's three documents, where there is a register of its Parties", async () => {
    const { findings } = await validateAll(holding({ ...LIST, ...REGISTER }))
    expect(findings.map(({ rule, at }) => `${rule} ${at?.file}`)).toEqual([
      'schema/missing annexes/annex-1.yaml',
      'schema/missing annexes/technical-annex.yaml',
      'schema/missing annexes/article-4.yaml',
    ])
    expect(await told(LIST)).toEqual([])
  })

  it('is a proposal, where there are events of it', async () => {
    const event = { 'annexes/proposals/one/events/2031-02-02-objection-BRA.yaml': EVENT }
    expect((await validateAll(holding({ ...LIST, ...event }))).findings).toMatchObject([
      { rule: 'schema/missing', at: { file: 'annexes/proposals/one/proposal.yaml' } },
    ])
  })
})

describe('a file whose path says another name than the file', () => {
  it('is named: a document, and a proposal', async () => {
    expect(await told({ 'annexes/other.yaml': LIST['annexes/list.yaml'] })).toEqual([
      'error schema/file-name annexes/other.yaml:1:11',
    ])
    expect(await told({ ...LIST, 'annexes/proposals/two/proposal.yaml': PROPOSAL })).toEqual([
      'error schema/file-name annexes/proposals/two/proposal.yaml:1:11',
    ])
  })

  it('is named: an event, by its day, its kind and its Party', async () => {
    const folder = 'annexes/proposals/one'
    const named = (name: string) =>
      told({ ...LIST, [`${folder}/proposal.yaml`]: PROPOSAL, [`${folder}/events/${name}.yaml`]: EVENT })
    for (const name of ['2031-05-05-objection-BRA', '2031-02-02-consent-BRA', '2031-02-02-objection-DEU', 'note']) {
      expect(await named(name)).toEqual([`warning schema/event-file-name ${folder}/events/${name}.yaml:1:1`])
    }
    expect(await named('2031-02-02-objection-BRA')).toEqual([])
    expect(await named('2031-02-02-objection-BRA-2')).toEqual([])
  })
})

describe('what is judged', () => {
  it('is something: where there is nothing, that is said', async () => {
    await expect(validateAll(holding({ 'README.md': 'x\n' }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(validateWithin(holding(LIST), ['annexes/proposals'])).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is told of the folders asked for, and judged as part of the whole', async () => {
    const files = { ...LIST, 'annexes/sub/x.yaml': EVENT, 'annexes/readings.yaml': 'readings: {nope: x}\n' }
    const inSub = await validateWithin(holding(files), ['annexes/sub'])
    expect(inSub.files).toEqual(['annexes/sub/x.yaml'])
    expect(inSub.findings.map(inALine)).toEqual(['error schema/unexpected-file annexes/sub/x.yaml:1:1'])
    expect((await validateWithin(holding(files), [''])).findings).toHaveLength(2)
  })
})
