import { expect, it } from 'vitest'
import { checkDocument } from '../../../src/text/index.ts'
import { withPatience } from '../../fuzz/fuzz.ts'
import { type DocumentName, documentSaying } from './document-saying.ts'

const MANY = 100_000

// What took a second look at each letter took minutes for these.
it.each<[string, DocumentName, string, string]>([
  [
    'a term that may be its definition run together in ever so many ways',
    'article-4',
    `${'a'.repeat(40)}b`,
    'aaaaaaaa '.repeat(20),
  ],
  ['blanks before the year', 'annex-1', `Convention (${' '.repeat(MANY)}x 1970)`, 'The Hague'],
  ['blanks without brackets', 'annex-1', `${' '.repeat(MANY)}x`, 'The Hague'],
  ['quotation marks that are opened and never closed', 'article-4', 'Botnet', '“'.repeat(MANY)],
])('judges %s in time', (_, document, one, other) => {
  withPatience(() => expect(checkDocument(documentSaying(document, one, other))).toBeInstanceOf(Array))
})

it('recognizes a term made of the first letters of its definition', () => {
  const rulesOn = (term: string, definition: string) =>
    checkDocument(documentSaying('article-4', term, definition)).map(({ rule }) => rule)
  expect(rulesOn('Keygen', 'Key generator')).toContain('terms/circular')
  expect(rulesOn('Keygen', 'Key maker')).not.toContain('terms/circular')
  expect(rulesOn('Keygens', 'Key generator')).not.toContain('terms/circular')
})
