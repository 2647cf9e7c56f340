import { KEY_ORDERS } from '../generated/key-orders.js'
import type { FileKind } from '../source.ts'

/** How a value is laid out in canonical form. */
export interface Shape {
  /** These keys first, in this order. */
  order?: readonly string[]
  /** The other keys: sorted, or in the order of the file. */
  rest?: 'sorted' | 'kept'
  /** The shapes of the values under these keys. */
  of?: Readonly<Record<string, Shape>>
  /** The shape of a list's items, or of the values under the other keys. */
  each?: Shape
  /** On one line, if everything inside can be; a number is the most members for that. */
  flow?: true | number
}

/** Returns the order of an object's keys in its schema. */
function orderOf(definition: string): readonly string[] {
  return KEY_ORDERS[definition] ?? []
}

const LEAF: Shape = { flow: true }
const WORDS: Shape = { order: ['en'], flow: 1 }
const TEXT: Shape = { order: ['title', 'name', 'term', 'description', 'definition'], each: WORDS }
const NOTE: Shape = { each: { order: orderOf('document/remark') } }
const SECTION: Shape = { order: orderOf('document/section'), of: { title: WORDS }, flow: true }

const FACTS: Shape = {
  order: orderOf('document/facts'),
  of: {
    done: { order: orderOf('document/facts/done'), flow: true },
    opened: { order: orderOf('document/facts/opened'), flow: true },
    unconfirmed: LEAF,
  },
}

const ENTRY: Shape = {
  order: orderOf('document/entry'),
  of: { formerly: LEAF, text: TEXT, facts: FACTS, note: NOTE },
}

const DOCUMENT: Shape = {
  order: orderOf('document'),
  of: { title: WORDS, note: NOTE, sections: { each: SECTION }, entries: { each: ENTRY } },
}

const PARTY: Shape = {
  order: orderOf('parties/party'),
  of: {
    organization: { of: { members: LEAF } },
    declarations: { each: { order: orderOf('parties/declaration'), flow: true } },
  },
  flow: true,
}

const PARTIES: Shape = {
  order: orderOf('parties'),
  of: {
    parties: { each: PARTY },
    rectifications: { each: { order: orderOf('parties/rectification'), of: { was: PARTY, instead: PARTY } } },
  },
}

const COUNTS = { inFavour: LEAF, against: LEAF, abstaining: LEAF, formalObjections: LEAF }
const STATED: Shape = { order: orderOf('event'), of: COUNTS, flow: true }
const EVENT: Shape = { order: orderOf('event'), of: { ...COUNTS, was: STATED, instead: STATED } }

// What a change has before and after can be an entry, facts, remarks, sections or words.
const CHANGED: Shape = {
  order: ['en', ...orderOf('document/entry'), ...orderOf('document/facts')],
  of: { ...FACTS.of, ...ENTRY.of },
  each: SECTION,
}

const CHANGE: Shape = {
  order: orderOf('change/reworded').concat('place'),
  of: {
    before: CHANGED,
    after: CHANGED,
    parts: { each: { order: ['field', 'language', 'before', 'after'] } },
    place: { order: orderOf('change/place'), flow: true },
  },
}

const FROZEN: Shape = { order: orderOf('proposal/frozen'), of: { changes: { each: CHANGE } } }
const PROPOSAL: Shape = { order: orderOf('proposal'), of: { frozen: FROZEN } }
const READINGS: Shape = {
  order: orderOf('readings'),
  of: { readings: { rest: 'kept' }, decisions: { each: { order: orderOf('readings/decision') } } },
}

const SCENARIO: Shape = {
  order: orderOf('scenario'),
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
  rules: { order: orderOf('rules') },
  policy: { order: orderOf('policy'), of: { signatures: { order: orderOf('policy/signatures') } } },
  approval: { order: orderOf('approval') },
}
