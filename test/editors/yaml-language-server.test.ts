import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annexDone, exerciseRepository, git, home, newFolder } from '../scenarios/annex.ts'
import { type Diagnostic, Editor, type Spot } from './language-server.ts'

/** Files that people edit, each with a slip that its schema forbids: the words before, the words after, what is then said. */
const SLIPS: Readonly<Record<string, readonly [string, string, RegExp]>> = {
  'annexes/annex-1.yaml': ['scope: universal', 'scope: worldwide', /"universal", "regional"/],
  'annexes/technical-annex.yaml': ['    section: software', '    sektion: software', /sektion is not allowed/],
  'annexes/article-4.yaml': ['  - id: botnet', '  - id: Bot_net', /does not match the pattern/],
  'annexes/readings.yaml': ['late-consent: none', 'late-consent: [none]', /Expected "string"/],
  'annexes/rules.yaml': ['facts/date: error', 'facts/date: grave', /"error", "warning", "note"/],
  'annexes/register/parties.yaml': ['instrument: accession', 'instrument: signature', /"ratification", "acceptance"/],
  'annexes/proposals/sound/proposal.yaml': ['kind: reworded', 'kind: rewritten', /Value must be "reworded"/],
  'annexes/proposals/sound/events/2021-01-15-circulated.yaml': ['on: 2021', 'onn: 2021', /Missing property "on"/],
  'one.scenario.yaml': ['event: circulated', 'event: sent', /"circulated", "submitted"/],
}
const FILES = Object.keys(SLIPS)
const MODELINE = /^# yaml-language-server: .*\n/

let folder: string

function withSlip(words: string, file: string): string {
  const [right = '', wrong = ''] = SLIPS[file] ?? []
  expect(words).toContain(right)
  return words.replace(right, wrong)
}

const text = (file: string) => readFileSync(join(folder, file), 'utf8')

function write(file: string, lines: string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
}

beforeAll(() => {
  folder = exerciseRepository()
  annexDone(
    folder,
    ...['proposal', 'new', 'sound', '--basis', 'correction', '--document', 'annex-1', '--by', 'depositary'],
    ...['--title', 'A capital letter'],
  )
  annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', 'Convention (The Hague, 16 December 1970)')
  annexDone(folder, 'proposal', 'commit', '-m', 'Correct a capital letter')
  annexDone(folder, 'proposal', 'circulate', 'sound', '--on', '2021-01-15', '--ref', 'X-1')
  git(folder, 'switch', '--quiet', 'main')
  writeFileSync(
    join(folder, 'annexes/readings.yaml'),
    text('annexes/readings.yaml').replace(/(late-consent): .*/, '$1: none'),
  )
  write('annexes/rules.yaml', [
    '# yaml-language-server: $schema=../schemas/rules.schema.json',
    'levels:',
    '  facts/date: error',
  ])
  write('one.scenario.yaml', [
    '# yaml-language-server: $schema=schemas/scenario.schema.json',
    'name: eleven of thirty-six',
    'asOf: 2021-08-14',
    'basis: "70.1"',
    'by: FRA',
    'parties:',
    '  - {code: FRA, instrument: ratification, deposited: 2017-03-01}',
    'events:',
    '  - {on: 2021-01-15, event: circulated}',
  ])
})

/** An editor whose every request to a network fails, but those to this machine. */
const offline = (yaml: object) => ({ yaml, http: { proxy: 'http://127.0.0.1:9' } })
const NO_STORE = { schemaStore: { enable: false, url: '' } }

let publisher: Server

/** Serves schemas/ as whoever publishes them would, its catalogue at that place. */
async function published(): Promise<string> {
  publisher = createServer((request, response) => {
    const body = readFileSync(join(home, request.url ?? ''), 'utf8')
    response.end(body.replaceAll('https://treaty-annex.example/', `http://${request.headers.host}/`))
  })
  await new Promise<void>((ready) => publisher.listen(0, '127.0.0.1', ready))
  const address = publisher.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/schemas/catalog.json`
}

afterAll(() => publisher.close())

describe.each([
  ['by the line that each file begins with', (file: string) => text(file), async () => offline(NO_STORE)],
  [
    'by the settings that annex init writes',
    (file: string) => text(file).replace(MODELINE, ''),
    async () => offline({ ...NO_STORE, schemas: JSON.parse(text('.vscode/settings.json'))['yaml.schemas'] }),
  ],
  [
    'by the published catalogue',
    (file: string) => text(file).replace(MODELINE, ''),
    async () => ({ yaml: { schemaStore: { enable: true, url: await published() } } }),
  ],
])('the YAML language server finds the schema %s', (_, wordsOf, settings) => {
  const sound = new Map<string, Diagnostic[]>()
  const slipped = new Map<string, Diagnostic[]>()

  // Each file once as it is, then each with its slip.
  beforeAll(async () => {
    const editor = await Editor.open(folder, await settings())
    const openAll = (into: Map<string, Diagnostic[]>, wordsIn: (file: string) => string) =>
      Promise.all(FILES.map(async (file) => into.set(file, await editor.open(join(folder, file), wordsIn(file)))))
    await openAll(sound, wordsOf)
    await openAll(slipped, (file) => withSlip(wordsOf(file), file))
    await editor.close()
  })

  it.each(FILES)('%s: nothing is wrong with it, and a slip is marked on its line', (file) => {
    expect(sound.get(file)).toEqual([])
    const found = slipped.get(file) ?? []
    expect(found.map(({ message }) => message)).toContainEqual(expect.stringMatching(SLIPS[file]?.[2] ?? ''))
    const before = wordsOf(file).split(SLIPS[file]?.[0] ?? '')[0]
    const line = (before?.split('\n').length ?? 0) - 1
    // What is missing is marked where the mapping begins that misses it.
    for (const { range, severity } of found) expect([severity, range.start.line <= line]).toEqual([1, true])
    expect(Math.max(...found.map(({ range }) => range.start.line))).toBe(line)
  })
})

describe('while it is written, the YAML language server', () => {
  let editor: Editor

  beforeAll(async () => {
    editor = await Editor.open(folder, offline(NO_STORE))
  })
  afterAll(() => editor.close())

  const DOCUMENT = ['document: x', 'title: {en: X}', 'entries:', '  - id: one', '    text: {title: {en: One}}']

  /** Opens words of that kind, the cursor where | stands. */
  function at(kind: string, words: string): [string, Spot] {
    const file = join(folder, `annexes/${kind}-written.yaml`)
    const all = `# yaml-language-server: $schema=../schemas/${kind}.schema.json\n${words}\n`
    const before = all.slice(0, all.indexOf('|')).split('\n')
    editor.show(file, all.replace('|', ''))
    return [file, { line: before.length - 1, character: before.at(-1)?.length ?? 0 }]
  }

  it.each([
    ['document', 'do|', ['document', 'title', 'note', 'sections', 'entries']],
    ['document', [...DOCUMENT, '    |'].join('\n'), ['number', 'section', 'formerly', 'facts', 'note']],
    ['document', [...DOCUMENT, '    facts:', '      scope: |'].join('\n'), ['universal', 'regional']],
    ['proposal', 'proposal: a\nbasis: |', ['70.1', '70.2', '62', '68', 'correction']],
    ['event', 'event: |', ['circulated', 'objection', 'conference-vote', 'withdrawn']],
    ['event', 'event: objection\non: 2021-02-01\n|', ['party', 'ref', 'inFavour', 'withoutEffect']],
    ['parties', 'parties:\n  - code: FRA\n    |', ['instrument', 'deposited', 'declarations']],
    ['parties', 'parties:\n  - code: FRA\n    instrument: |', ['ratification', 'acceptance', 'approval', 'accession']],
    ['readings', 'readings:\n  late-joiner: as-amended\n  |', ['denominator-date', 'five-year-bar']],
    ['readings', 'readings:\n  denominator-date: |', ['deadline', 'circulation']],
    ['rules', 'levels:\n  text/stray-stop: note\n  |', ['facts/date', 'terms/unused']],
    ['rules', 'levels:\n  facts/date: |', ['error', 'warning', 'note']],
    ['scenario', 'asOf: 2021-08-14\n|', ['basis', 'parties', 'events', 'readings']],
    ['scenario', 'events:\n  - on: 2021-01-15\n    event: |', ['circulated', 'consent']],
    ['scenario', 'changes:\n  - document: annex-1\n    entry: a\n    kind: |', ['added', 'reworded', 'fact']],
  ])('offers in a file of kind %s, at %j: %j', async (kind, words, expected) => {
    const offered = await editor.complete(...at(kind, words))
    expect(offered).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['document', 'docu|ment: x', "The document's id"],
    ['document', [...DOCUMENT, '    facts: {sco|pe: universal}'].join('\n'), 'open to all States'],
    ['event', 'event: objection\no|n: 2021-02-01', 'The legal date'],
    ['event', 'event: objection\nwithout|Effect: late', 'whether an event has effect is computed each time'],
    ['parties', 'parties:\n  - {code: FRA, denoun|ced: 2021-01-01}', 'takes effect one year later'],
    ['proposal', 'proposal: a\nba|sis: "70.1"', 'The provision on which a proposal is based'],
    ['readings', 'readings:\n  denominator|-date: deadline', 'On which day are the States Parties counted'],
    ['rules', 'levels:\n  text/number-|unique: error', 'Numbers are unique'],
    ['scenario', 'as|Of: 2021-08-14', 'Facts dated later are ignored'],
  ])('says in a file of kind %s, at %j: %s', async (kind, words, expected) => {
    const shown = await editor.hover(...at(kind, words))
    expect(shown.replaceAll('\\', '')).toContain(expected)
  })

  it('would say so if a schema that another names were not beside it', async () => {
    const elsewhere = join(newFolder(), 'half')
    cpSync(join(home, 'schemas'), join(elsewhere, 'schemas'), { recursive: true })
    rmSync(join(elsewhere, 'schemas/common.schema.json'))
    const found = await editor.open(join(elsewhere, 'annexes/annex-1.yaml'), text('annexes/annex-1.yaml'))
    expect(found.map(({ message }) => message).join()).toMatch(/common\.schema\.json/)
  })
})
