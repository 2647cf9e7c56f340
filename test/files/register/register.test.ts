import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  eventPath,
  listDocuments,
  listProposals,
  readDocument,
  readEvents,
  readParties,
  readProposal,
  readReadings,
} from '../../../src/files/index.ts'
import { parsePartiesCsv } from '../../../src/files/register/parties-file.ts'
import { directorySnapshot } from '../../../src/git/index.ts'
import { readPartiesFile } from '../../../src/workflows/index.ts'
import { emptyFolder } from '../../git/fixture.ts'

function folderWith(words: Record<string, string>): string {
  const folder = emptyFolder()
  for (const [path, text] of Object.entries(words)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('the register', () => {
  it('returns events by day, and those of one day by name, -2 before -10', async () => {
    const events = 'annexes/proposals/x/events'
    const objection = 'event: objection\non: 2021-02-01\nparty: FRA\n'
    const snapshot = directorySnapshot(
      folderWith({
        [`${events}/2021-02-01-objection-FRA-10.yaml`]: objection,
        [`${events}/2021-02-01-objection-FRA-2.yaml`]: objection,
        [`${events}/2021-02-01-objection-FRA.yaml`]: objection,
        [`${events}/2021-03-01-filed-late.yaml`]: 'event: circulated\non: 2021-01-15\n',
        [`${events}/notes.txt`]: 'no event\n',
      }),
    )
    expect((await readEvents(snapshot, 'x')).map((event) => event.file.slice(events.length + 1))).toEqual([
      '2021-03-01-filed-late.yaml',
      '2021-02-01-objection-FRA.yaml',
      '2021-02-01-objection-FRA-2.yaml',
      '2021-02-01-objection-FRA-10.yaml',
    ])
  })

  it('returns events of one day in the order of the procedure, whatever their file names', async () => {
    const events = 'annexes/proposals/x/events'
    const kinds = ['withdrawn', 'consent', 'conference-vote', 'submitted']
    const files = kinds.map((event) => [`${events}/2021-02-01-${event}.yaml`, `event: ${event}\non: 2021-02-01\n`])
    const unread = { [`${events}/2021-02-01-suggested.yaml`]: 'event: [', [`${events}/2021-02-01-else.yaml`]: '[' }
    const snapshot = directorySnapshot(folderWith({ ...Object.fromEntries(files), ...unread }))
    expect((await readEvents(snapshot, 'x')).map((event) => event.file.slice(`${events}/2021-02-01-`.length))).toEqual([
      'submitted.yaml',
      'conference-vote.yaml',
      'suggested.yaml',
      'consent.yaml',
      'withdrawn.yaml',
      'else.yaml',
    ])
  })

  it('gives a new event a file name of its own', () => {
    const event = { event: 'objection', on: '2021-02-01', party: 'BRA' } as const
    const first = eventPath('add-budapest', event, [])
    expect(first).toBe('annexes/proposals/add-budapest/events/2021-02-01-objection-BRA.yaml')
    const second = eventPath('add-budapest', event, [first])
    expect(second).toBe('annexes/proposals/add-budapest/events/2021-02-01-objection-BRA-2.yaml')
    expect(() => eventPath('../x', event, [])).toThrow(/not a valid id of a proposal/)
    expect(() => eventPath('x', { ...event, on: '2021-02-30' }, [])).toThrow(/an invalid day/)
    expect(() => eventPath('x', { ...event, party: '../../FRA' }, [])).toThrow(/Party code/)
  })

  it('lists documents and proposals, and reports missing ones', async () => {
    const snapshot = directorySnapshot(
      folderWith({
        'annexes/annex-1.yaml': 'document: annex-1\ntitle: {en: Annex 1}\nentries: []\n',
        'annexes/readings.yaml': 'readings: {denominator-date: circulation}\n',
        'annexes/Not A Slug.yaml': 'x\n',
        'annexes/proposals/x/proposal.yaml': 'proposal: x\nbasis: "70.1"\ndocument: annex-1\nby: FRA\ntitle: T\n',
      }),
    )
    expect(await listDocuments(snapshot)).toEqual(['annex-1'])
    expect(await listProposals(snapshot)).toEqual(['x'])
    expect((await readReadings(snapshot)).data).toEqual({ readings: { 'denominator-date': 'circulation' } })
    expect((await readParties(snapshot)).data).toEqual({ parties: [] })
    expect((await readProposal(snapshot, 'x')).data?.by).toBe('FRA')
    expect(await readProposal(snapshot, 'y')).toMatchObject({ data: null, findings: [{ rule: 'schema/missing' }] })
    expect(await readDocument(snapshot, 'annex-2')).toMatchObject({ data: null, findings: [{ level: 'error' }] })
  })

  it('never follows a symbolic link out of its folder', async () => {
    const outside = folderWith({ 'secret.yaml': 'secret\n' })
    const folder = folderWith({ 'annexes/real.yaml': 'real\n' })
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'annexes/annex-1.yaml'))
    symlinkSync('real.yaml', join(folder, 'annexes/inside.yaml'))
    symlinkSync(outside, join(folder, 'annexes/proposals'))
    const snapshot = directorySnapshot(folder)
    await expect(snapshot.readFile('annexes/annex-1.yaml')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(snapshot.listFiles('annexes/proposals')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(Buffer.from((await snapshot.readFile('annexes/inside.yaml')) ?? []).toString()).toBe('real\n')
  })
})

describe('a list of Parties', () => {
  it('can be CSV with quotes; its findings have line and column', async () => {
    const good = join(
      folderWith({ 'p.csv': 'code,name,instrument,deposited\nFRA,"France, ""R.F."" ",ratification,2017-03-01\n\n' }),
      'p.csv',
    )
    expect((await readPartiesFile(good)).data).toEqual({
      parties: [{ code: 'FRA', name: 'France, "R.F." ', instrument: 'ratification', deposited: '2017-03-01' }],
    })
    const text = 'code,name,instrument,deposited\nFRA,France,ratification,2017-03-01\nbra,Brazil,accession,2017-02-30\n'
    const { data, findings } = await readPartiesFile(join(folderWith({ 'p.csv': text }), 'p.csv'))
    expect(data).toBeNull()
    expect(findings.map((finding) => finding.at?.position)).toMatchObject([
      { line: 3, column: 1 },
      { line: 3, column: 22 },
    ])
  })

  it('is refused at once, with the position, for invalid CSV or a duplicate column', () => {
    const findingsIn = (text: string) =>
      parsePartiesCsv('p.csv', Buffer.from(text)).findings.map(
        ({ rule, at }) => `${rule} ${at?.position?.line}:${at?.position?.column}`,
      )
    const head = 'code,name,instrument,deposited\n'
    expect(findingsIn('code;name\nFRA;"France\n')).toEqual(['schema/csv 2:5'])
    expect(findingsIn('"code"\t"name"\nFRA\t"France\n')).toEqual(['schema/csv 2:5'])
    expect(findingsIn(`${head}FRA,"France,ratification,2017-03-01\n`)).toEqual(['schema/csv 2:5'])
    expect(findingsIn(`${head}FRA,"France" or so,ratification,2017-03-01\n`)).toEqual(['schema/csv 2:5'])
    expect(findingsIn(`code,name,instrument,deposited,Name\nFRA,France,ratification,2017-03-01,x\n`)).toEqual([
      'schema/duplicate-key 1:32',
    ])
    expect(findingsIn(`code,name,instrument,deposited,__proto__\nFRA,France,ratification,2017-03-01,x\n`)).toEqual([
      'schema/unknown-key 2:36',
    ])
    // The second of a row's lines is another row's first for whoever counts carelessly.
    expect(findingsIn(`${head}FRA,"Fran\nce",ratification,2017-03-01\nBRA,Brazil,none,2017-03-01\n`)).toEqual([
      'schema/value 4:12',
    ])
    expect(findingsIn(`${head}"${'""\n'.repeat(20_000)}`)).toEqual(['schema/csv 2:1'])
  })

  it('that does not exist is reported', async () => {
    await expect(readPartiesFile(join(emptyFolder(), 'none.csv'))).rejects.toMatchObject({ code: 'not-found' })
  })
})
