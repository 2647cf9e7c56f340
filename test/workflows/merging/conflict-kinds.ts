import { readFileSync } from 'node:fs'
import type { Document, Entry, Facts, Section } from '../../../src/treaty/index.ts'

/** A kind of conflict: what each side makes of the base. Words of a side name the side. */
export interface ConflictKind {
  name: string
  ours: Document
  theirs: Document
}

const FACTS: Facts = {
  officialTitle: 'Official',
  done: { place: 'Rome', date: '1998-07-17' },
  opened: { place: 'Rome', date: '1998-07-18' },
  inForce: '2002-07-01',
  scope: 'universal',
  scopeNote: 'all States',
  depositary: 'Secretary-General',
  registration: '38544',
  source: 'Treaty Collection',
  confirmed: false,
  unconfirmed: ['scope'],
}

const entry = (id: string, number: string, section: string): Entry => ({
  id,
  number,
  section,
  formerly: [`old-${id}`],
  text: { name: { en: `Name of ${id}` }, description: { en: `Description of ${id}` } },
  facts: FACTS,
  note: `Note on ${id}`,
})

/** A document with every field of the schema. */
export const BASE: Document = {
  document: 'list',
  title: { en: 'List' },
  note: 'Note on the list',
  sections: [
    { id: 'one', number: '1', title: { en: 'Section one' } },
    { id: 'two', number: '2', title: { en: 'Section two' } },
    { id: 'three', number: '3', title: { en: 'Section three' } },
  ],
  entries: [
    entry('alpha', '1', 'one'),
    entry('beta', '2', 'one'),
    entry('gamma', '3', 'one'),
    entry('delta', '4', 'two'),
    entry('epsilon', '5', 'two'),
    entry('zeta', '6', 'three'),
  ],
}

/** Two values for each fact, other than that of the base. */
const OTHER_FACTS: { [Name in keyof Required<Facts>]: [Facts[Name], Facts[Name]] } = {
  officialTitle: ['OURS title', 'THEIRS title'],
  done: [
    { place: 'OURS', date: '1998-07-17' },
    { place: 'THEIRS', date: '1998-07-17' },
  ],
  opened: [{ place: 'OURS' }, { place: 'THEIRS' }],
  inForce: ['2003-01-01', '2004-01-01'],
  scope: ['regional', undefined],
  scopeNote: ['OURS note', 'THEIRS note'],
  depositary: ['OURS depositary', 'THEIRS depositary'],
  registration: ['1', '2'],
  source: ['OURS source', 'THEIRS source'],
  confirmed: [true, undefined],
  unconfirmed: [
    ['scope', 'inForce'],
    ['scope', 'done'],
  ],
}

type EntryKey = Exclude<keyof Required<Entry>, 'facts'>
const OTHER_ENTRIES: { [Name in EntryKey]: [Partial<Entry>, Partial<Entry>] } = {
  id: [
    { id: 'ours', formerly: ['beta'] },
    { id: 'theirs', formerly: ['beta'] },
  ],
  number: [{ number: '2 bis' }, { number: '2 ter' }],
  section: [{ section: 'two' }, { section: 'three' }],
  formerly: [{ formerly: ['ours-old'] }, { formerly: ['theirs-old'] }],
  text: [
    { text: { name: { en: 'OURS name' }, description: { en: 'Description of beta' } } },
    { text: { name: { en: 'THEIRS name' }, description: { en: 'Description of beta' } } },
  ],
  note: [{ note: 'OURS note' }, { note: 'THEIRS note' }],
}

const OTHER_DOCUMENTS: {
  [Name in Exclude<keyof Required<Document>, 'entries'>]: [Partial<Document>, Partial<Document>]
} = {
  document: [{ document: 'ours' }, { document: 'theirs' }],
  title: [{ title: { en: 'OURS title' } }, { title: { en: 'THEIRS title' } }],
  note: [{ note: 'OURS note' }, { note: 'THEIRS note' }],
  sections: [
    { sections: sectionsWith('one', { title: { en: 'OURS' } }) },
    { sections: sectionsWith('one', { title: { en: 'THEIRS' } }) },
  ],
}

const OTHER_SECTIONS: { [Name in keyof Required<Section>]: [Partial<Section>, Partial<Section>] } = {
  id: [{ id: 'ours' }, { title: { en: 'THEIRS' } }],
  number: [{ number: '1 bis' }, { number: '1 ter' }],
  title: [{ title: { en: 'OURS' } }, { title: { en: 'THEIRS' } }],
}

function sectionsWith(id: string, change: Partial<Section>): Section[] {
  return (BASE.sections ?? []).map((section) => (section.id === id ? { ...section, ...change } : section))
}

function withEntry(id: string, change: Partial<Entry>): Document {
  return { ...BASE, entries: BASE.entries.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

const withFact = (fact: Partial<Facts>) => withEntry('beta', { facts: { ...FACTS, ...fact } })
const without = (id: string): Document => ({ ...BASE, entries: BASE.entries.filter((one) => one.id !== id) })
const order = (...ids: string[]): Document => ({
  ...BASE,
  entries: ids.flatMap((id) => BASE.entries.filter((one) => one.id === id)),
})
const adding = (added: Entry, at = BASE.entries.length): Document => ({
  ...BASE,
  entries: BASE.entries.toSpliced(at, 0, added),
})
const words = (said: string) => ({ text: { name: { en: said }, description: { en: said } } })
const plain = (id: string, said: string, rest: Partial<Entry> = {}): Entry => ({ id, ...words(said), ...rest })

const kind = (name: string, ours: Document, theirs: Document): ConflictKind => ({ name, ours, theirs })
const pair = <Value>(table: Record<string, [Value, Value]>, what: string, make: (value: Value) => Document) =>
  Object.entries(table).map(([name, [ours, theirs]]) =>
    kind(`${what} ${name}, changed by both`, make(ours), make(theirs)),
  )

const FIELDS = [
  ...pair(OTHER_ENTRIES, 'entry', (change) => withEntry('beta', change)),
  ...pair(OTHER_DOCUMENTS, 'document', (change) => ({ ...BASE, ...change })),
  ...pair(OTHER_SECTIONS, 'section', (change) => ({ ...BASE, sections: sectionsWith('one', change) })),
  ...Object.entries(OTHER_FACTS).map(([name, [ours, theirs]]) =>
    kind(`fact ${name}, changed by both`, withFact({ [name]: ours }), withFact({ [name]: theirs })),
  ),
  ...Object.keys(OTHER_FACTS).map((name) =>
    kind(
      `fact ${name}, changed, and its entry removed`,
      without('beta'),
      withFact({ [name]: OTHER_FACTS[name as keyof Facts][0] }),
    ),
  ),
]

const REMOVED = without('beta')
const CHANGES: [string, Document][] = [
  ['reworded', withEntry('beta', words('THEIRS'))],
  ['given another language', withEntry('beta', { text: { name: { en: 'Name of beta', fr: 'THEIRS' } } })],
  ['renamed', withEntry('beta', { id: 'new-beta', formerly: ['beta'] })],
  ['given a note', withEntry('beta', { note: 'THEIRS note' })],
]
const [one, , three] = BASE.sections ?? []
const withoutSection = (id: string, entries = BASE.entries): Document => ({
  ...BASE,
  sections: (BASE.sections ?? []).filter((section) => section.id !== id),
  entries: entries.filter((each) => each.section !== id),
})

const STRUCTURE = [
  ...CHANGES.map(([what, theirs]) => kind(`an entry removed, and ${what}`, REMOVED, theirs)),
  kind(
    'an entry removed and the others renumbered, and reworded',
    {
      ...REMOVED,
      entries: REMOVED.entries.map((each, index) => ({ ...each, number: String(index + 1) })),
    },
    withEntry('beta', words('THEIRS')),
  ),
  kind(
    'an entry moved to two places',
    order('beta', 'gamma', 'alpha', 'delta', 'epsilon', 'zeta'),
    order('beta', 'alpha', 'gamma', 'delta', 'epsilon', 'zeta'),
  ),
  kind(
    'an entry moved by both',
    order('beta', 'gamma', 'alpha', 'delta', 'epsilon', 'zeta'),
    order('gamma', 'alpha', 'beta', 'delta', 'epsilon', 'zeta'),
  ),
  kind(
    'an entry moved away, and another added next to it',
    order('beta', 'alpha', 'gamma', 'delta', 'epsilon', 'zeta'),
    adding(plain('new', 'THEIRS', { section: 'one' }), 2),
  ),
  kind(
    'one id given to two entries',
    withEntry('alpha', { id: 'new', formerly: ['alpha'] }),
    withEntry('beta', { id: 'new', formerly: ['beta'] }),
  ),
  kind('one id added with different words', adding(plain('new', 'OURS')), adding(plain('new', 'THEIRS'))),
  kind('one id added at different places', adding(plain('new', 'both'), 1), adding(plain('new', 'both'), 4)),
  kind(
    'one id added to different sections',
    adding(plain('new', 'both', { section: 'one' })),
    adding(plain('new', 'both', { section: 'two' })),
  ),
  kind(
    'one number given to two additions',
    adding(plain('ours', 'OURS', { number: '6 bis' })),
    adding(plain('theirs', 'THEIRS', { number: '6 bis' })),
  ),
  kind(
    'a language added with different words',
    withEntry('beta', { text: { name: { en: 'Name of beta', fr: 'OURS' } } }),
    withEntry('beta', { text: { name: { en: 'Name of beta', fr: 'THEIRS' } } }),
  ),
  kind(
    'a field added with different words',
    withEntry('beta', { text: { ...BASE.entries[1]?.text, term: { en: 'OURS' } } }),
    withEntry('beta', { text: { ...BASE.entries[1]?.text, term: { en: 'THEIRS' } } }),
  ),
  kind(
    'words removed, and reworded',
    withEntry('beta', { text: { name: { en: 'Name of beta' } } }),
    withEntry('beta', { text: { name: { en: 'Name of beta' }, description: { en: 'THEIRS' } } }),
  ),
  kind(
    'a section removed, and an entry added to it',
    withoutSection('three'),
    adding(plain('new', 'THEIRS', { section: 'three' })),
  ),
  kind(
    'a section removed, and an entry moved into it',
    withoutSection('three'),
    withEntry('epsilon', { section: 'three' }),
  ),
  kind('a section removed, and its title changed', withoutSection('three'), {
    ...BASE,
    sections: sectionsWith('three', { title: { en: 'THEIRS' } }),
  }),
  kind('a section removed, and its entry reworded', withoutSection('three'), withEntry('zeta', words('THEIRS'))),
  kind(
    'all sections removed, and one retitled',
    { ...BASE, sections: [], entries: [] },
    { ...BASE, sections: sectionsWith('one', { title: { en: 'THEIRS' } }) },
  ),
  kind(
    'a section added with different titles',
    { ...BASE, sections: [...(BASE.sections ?? []), { id: 'new', title: { en: 'OURS' } }] },
    { ...BASE, sections: [...(BASE.sections ?? []), { id: 'new', title: { en: 'THEIRS' } }] },
  ),
  kind(
    'sections in different orders',
    { ...BASE, sections: [three, one].flatMap((each) => each ?? []).concat(sectionsWith('', {}).slice(1, 2)) },
    { ...BASE, sections: sectionsWith('', {}).slice(1).concat(sectionsWith('', {}).slice(0, 1)) },
  ),
]

/** Every kind of conflict, each also with the sides exchanged. */
export const CONFLICT_KINDS: readonly ConflictKind[] = [...FIELDS, ...STRUCTURE].flatMap((each) => [
  each,
  { name: `${each.name} (sides exchanged)`, ours: each.theirs, theirs: each.ours },
])

/** The keys of the schema, for which there must be a kind each. */
export function keysOfSchema(): { document: string[]; entry: string[]; section: string[]; facts: string[] } {
  const schema = JSON.parse(readFileSync(new URL('../../../schemas/document.schema.json', import.meta.url), 'utf8'))
  const { entry, section, facts } = schema.$defs
  const keys = (object: { properties: object }) => Object.keys(object.properties)
  return { document: keys(schema), entry: keys(entry), section: keys(section), facts: keys(facts) }
}
