import type { FileKind } from '../source.ts'

/** How a value is laid out in canonical form. A test holds the orders against the schemas. */
export interface Shape {
  /** These keys first, in this order. */
  order?: readonly string[]
  /** The keys not named: by the alphabet, or kept as they stand. */
  rest?: 'sorted' | 'kept'
  /** The shapes of the values under these keys. */
  of?: Readonly<Record<string, Shape>>
  /** The shape of a list's items, or of the values under the keys not named. */
  each?: Shape
  /** On one line, where everything inside can be; with a number: where there are no more members than that. */
  flow?: true | number
}

const LEAF: Shape = { flow: true }
const WORDS: Shape = { order: ['en'], flow: 1 }
const TEXT: Shape = { order: ['title', 'name', 'term', 'description', 'definition'], each: WORDS }
const NOTE: Shape = { each: { order: ['says', 'accepts', 'by'] } }
const SECTION: Shape = { order: ['id', 'number', 'title'], of: { title: WORDS }, flow: true }
const WHERE_AND_WHEN: Shape = { order: ['place', 'date'], flow: true }

const FACTS: Shape = {
  order: [
    'officialTitle',
    'done',
    'opened',
    'inForce',
    'scope',
    'scopeNote',
    'depositary',
    'registration',
    'source',
    'confirmed',
    'unconfirmed',
  ],
  of: { done: WHERE_AND_WHEN, opened: WHERE_AND_WHEN, unconfirmed: LEAF },
}

const ENTRY: Shape = {
  order: ['id', 'number', 'section', 'formerly', 'text', 'facts', 'note'],
  of: { formerly: LEAF, text: TEXT, facts: FACTS, note: NOTE },
}

const DOCUMENT: Shape = {
  order: ['document', 'title', 'note', 'sections', 'entries'],
  of: { title: WORDS, note: NOTE, sections: { each: SECTION }, entries: { each: ENTRY } },
}

const DECLARATION: Shape = { order: ['treaty', 'on', 'ground', 'ref', 'enteredIntoForce'], flow: true }

const PARTY: Shape = {
  order: ['code', 'name', 'instrument', 'deposited', 'ref', 'denounced', 'organization', 'declarations'],
  of: { organization: { order: ['members'], of: { members: LEAF } }, declarations: { each: DECLARATION } },
  flow: true,
}

const PARTIES: Shape = { order: ['exercise', 'parties'], of: { parties: { each: PARTY } } }

const EVENT: Shape = {
  order: [
    'event',
    'on',
    'party',
    'ref',
    'note',
    'instrument',
    'inFavour',
    'against',
    'abstaining',
    'consensus',
    'formalObjections',
    'withoutEffect',
  ],
  of: { inFavour: LEAF, against: LEAF, abstaining: LEAF, formalObjections: LEAF },
}

// What stood before a change, and what stands after, may be an entry, facts, remarks, sections or words.
const CHANGED: Shape = {
  order: ['en', ...(ENTRY.order ?? []), ...(FACTS.order ?? [])],
  of: { ...FACTS.of, ...ENTRY.of },
  each: SECTION,
}

const CHANGE: Shape = {
  order: ['document', 'entry', 'kind', 'field', 'language', 'before', 'after', 'parts', 'place'],
  of: {
    before: CHANGED,
    after: CHANGED,
    parts: { each: { order: ['field', 'language', 'before', 'after'] } },
    place: { order: ['section', 'after'], flow: true },
  },
}

const FROZEN: Shape = { order: ['commit', 'base', 'changes', 'digest'], of: { changes: { each: CHANGE } } }

const PROPOSAL: Shape = {
  order: ['proposal', 'basis', 'document', 'by', 'title', 'statement', 'frozen', 'edition', 'closed'],
  of: { frozen: FROZEN },
}

const READINGS: Shape = { order: ['readings'], of: { readings: { rest: 'kept' } } }

const SCENARIO: Shape = {
  order: ['name', 'asOf', 'basis', 'by', 'document', 'statement', 'changes', 'parties', 'events', 'readings'],
  of: {
    changes: { each: CHANGE },
    parties: { each: PARTY },
    events: { each: { ...EVENT, flow: true } },
    readings: { rest: 'kept' },
  },
}

/** The canonical layout of each kind of file. */
export const SHAPES: Readonly<Record<FileKind, Shape>> = {
  document: DOCUMENT,
  parties: PARTIES,
  proposal: PROPOSAL,
  event: EVENT,
  readings: READINGS,
  scenario: SCENARIO,
}
