import fc from 'fast-check'
import { checkDocument } from '../../src/text/index.ts'
import { type DocumentName, documentSaying } from '../text/checks/document-saying.ts'
import { fuzz } from './fuzz.ts'

const PIECES = [
  ...' \n\t\u00a0aAéа()[].,;:-–"“’0/ﬁ\u0301',
  ...[', ', '. ', 'a ', 'of ', '1 ', 'in accordance with ', 'New York, ', '16 December 1970', '1970)'],
]
const pieces = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: 'binary' })), {
  maxLength: 3,
})

/** A few pieces many thousand times over, between others: what takes a second look at each of them takes minutes. */
const longWords = fc
  .record({ before: pieces, run: pieces, after: pieces, length: fc.integer({ min: 1, max: 80_000 }) })
  .map(({ before, run, after, length }) => {
    const piece = run.join('') || ' '
    return [...before, piece.repeat(Math.ceil(length / piece.length)), ...after].join('')
  })

const documents = fc
  .record({
    document: fc.constantFrom<DocumentName>('annex-1', 'technical-annex', 'article-4'),
    one: longWords,
    other: longWords,
  })
  .map(({ document, one, other }) => documentSaying(document, one, other))

fuzz('words of any length are judged before a reader loses patience', documents, (document) => {
  checkDocument(document)
})
