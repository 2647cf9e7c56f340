import fc from 'fast-check'
import type { Document, Entry } from '../../src/treaty/index.ts'

/** Texts that a careless writer of YAML would change. */
const HOSTILE = [
  '',
  ' ',
  '- ',
  '# no comment',
  'a # b',
  'a: b',
  'a:',
  ':',
  '? a',
  '"',
  "'",
  '"quoted"',
  "it's",
  '\\',
  '\\n',
  'null',
  '~',
  'true',
  'No',
  'on',
  '1',
  '1.0',
  '1e3',
  '0x1f',
  '.inf',
  '2021-01-01',
  '=cmd',
  '@at',
  '`tick`',
  '%percent',
  '&a',
  '*a',
  '!tag',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',
  'a, b',
  '[a]',
  '{a: b}',
  '---',
  '...',
  ' leading',
  'trailing ',
  'a  b',
  '\t',
  'a\tb',
  'a\nb',
  'a\n\nb\n',
  '\na',
  'a\n  b\nc',
  'a \nb',
  'a\r\nb',
  '\r',
  '\u0007',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\u{1f4dc}',
  '\ud800',
  'Ünïcödé',
  'العربية',
  '中文',
  '<b>',
  '<<',
  '__proto__',
  'Convention (Rome, 10 March 1988).',
]

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((texts) => texts.join(' ')),
)

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/)
const words = fc.dictionary(fc.constantFrom('en', 'fr', 'no', 'zh-Hant'), anyText, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
})
const filled = anyText.filter((text) => /\S/.test(text))
const day = fc.constantFrom('1970-12-16', '2021-01-15')
const section = fc.record(
  { id: slug, number: fc.constantFrom('1', '15 bis'), title: words },
  { requiredKeys: ['id', 'title'] },
)

const remark = fc.oneof(
  fc.record({ says: filled, by: filled }, { requiredKeys: ['says'] }),
  fc.record({ says: filled, accepts: fc.constant('text/number-unique'), by: filled }),
)
const note = fc.oneof(filled, fc.array(remark, { minLength: 1, maxLength: 2 }))

const facts = fc.record(
  {
    done: fc.record({ place: filled, date: day }, { requiredKeys: [] }),
    inForce: day,
    source: filled,
    confirmed: fc.boolean(),
    unconfirmed: fc.array(anyText, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
)

const entryText = fc.dictionary(fc.constantFrom('title', 'name', 'description', 'other'), words, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
})

const entry: fc.Arbitrary<Entry> = fc.record(
  {
    note,
    id: slug,
    facts,
    number: fc.constantFrom('1', '15', '15 bis', '1.2'),
    text: entryText,
    section: slug,
    formerly: fc.uniqueArray(slug, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['id', 'text'] },
)

/** Documents with every key there is, keys in any order, and hostile words. */
export const anyDocument: fc.Arbitrary<Document> = fc.record(
  {
    entries: fc.uniqueArray(entry, { maxLength: 4, selector: ({ id }) => id }),
    title: words,
    sections: fc.uniqueArray(section, { maxLength: 2, selector: ({ id }) => id }),
    note,
    document: slug,
  },
  { requiredKeys: ['document', 'title', 'entries'] },
)
